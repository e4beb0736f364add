/** The few words that the form itself prints; all other text comes with the case type or from the pages. */
const SWEDISH = {
  yes: 'Ja',
  no: 'Nej',
  to: 'till',
  clock: 'kl.',
  about: 'ungefär',
  months: ['jan', 'feb', 'mars', 'april', 'maj', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec'],
  weekdays: ['sön', 'mån', 'tis', 'ons', 'tors', 'fre', 'lör'],
  colon: '.',
  locale: 'sv-SE'
} as const;

const ENGLISH = {
  yes: 'Yes',
  no: 'No',
  to: 'to',
  clock: 'at',
  about: 'about',
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  colon: ':',
  locale: 'en-GB'
} as const;

export type Words = typeof SWEDISH | typeof ENGLISH;

/** Swedish unless English is asked for. */
export const words = (language: string): Words => (language === 'en' ? ENGLISH : SWEDISH);
