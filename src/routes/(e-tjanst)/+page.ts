/** A list and a search form: nothing here needs a script. */
export const csr = false;
