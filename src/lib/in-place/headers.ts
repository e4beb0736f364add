/** Said by a script that sends a form and stays on the page. */
export const IN_PLACE = 'x-in-place';
/** Where such a form leads: the script itself goes there, or draws the page anew when it is the same. */
export const LEADS_TO = 'x-leads-to';
