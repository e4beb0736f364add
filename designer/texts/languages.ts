/** The languages that a text can be added in: the national minorities' (lag 2009:724) that have a code of two letters, and the commonest otherwise. */
export const LANGUAGES: readonly string[] = [
  'en',
  'fi',
  'se',
  'yi',
  'ar',
  'bs',
  'da',
  'de',
  'es',
  'fa',
  'fr',
  'ku',
  'nb',
  'pl',
  'ro',
  'ru',
  'so',
  'th',
  'ti',
  'tr',
  'uk'
];
