import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from './language.ts';
import type swedish from './sv.json';

/** The key of a text of the interface. The Swedish catalogue decides which there are. */
export type TextKey = keyof typeof swedish;
/** Messages by key, in ICU syntax; in a built browser bundle those with parameters are syntax trees. */
export type Catalogue = Readonly<Record<TextKey, string>>;
export type TextParams = Readonly<Record<string, string | number | boolean | Date>>;

/** Gives the text of a key in one language, with its ICU parameters filled in. Never gives markup. */
export interface Translate {
  (key: TextKey, params?: TextParams): string;
  readonly language: Language;
}

const LOCALES = { sv: 'sv-SE', en: 'en-GB' } as const;

/** A translator over one catalogue. A message with parameters is compiled at its first use. */
export function translator(language: Language, catalogue: Catalogue): Translate {
  const compiled = new Map<TextKey, IntlMessageFormat>();
  const compile = (key: TextKey) => {
    const message = new IntlMessageFormat(catalogue[key], LOCALES[language], undefined, { ignoreTag: true });
    compiled.set(key, message);
    return message;
  };
  const translate = (key: TextKey, params: TextParams = {}) => {
    const message = catalogue[key];
    if (typeof message === 'string' && !message.includes('{')) return message;
    return String((compiled.get(key) ?? compile(key)).format({ ...params }));
  };
  return Object.assign(translate, { language });
}
