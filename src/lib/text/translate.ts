import { IntlMessageFormat } from 'intl-messageformat';
import type { AREAS } from './areas.ts';
import type { Language } from './language.ts';
import type everybody from './sv.json';

/** The key of a text of the interface. The Swedish catalogues decide which there are. */
export type TextKey = keyof typeof everybody | AreaKey<keyof typeof AREAS>;
/** For each area on its own, since what all of them have in common is nothing. */
type AreaKey<A extends keyof typeof AREAS> = A extends unknown
  ? keyof Awaited<ReturnType<(typeof AREAS)[A]['sv']>>['default']
  : never;
/** Messages by key, in ICU syntax; in a built browser bundle those with parameters are syntax trees. */
export type Catalogue = Readonly<Partial<Record<TextKey, string>>>;
export type TextParams = Readonly<Record<string, string | number | boolean | Date>>;

/** Gives the text of a key in one language, with its ICU parameters filled in. Never gives markup. */
export interface Translate {
  (key: TextKey, params?: TextParams): string;
  readonly language: Language;
  /** Gives it more to say: the texts that only some pages have. */
  readonly add: (catalogue: Catalogue) => void;
}

const LOCALES = { sv: 'sv-SE', en: 'en-GB' } as const;

/** A translator over one catalogue. A message with parameters is compiled at its first use. */
export function translator(language: Language, catalogue: Catalogue): Translate {
  const messages: { -readonly [key in TextKey]?: string } = { ...catalogue };
  const compiled = new Map<TextKey, IntlMessageFormat>();
  const compile = (key: TextKey, message: string) => {
    const format = new IntlMessageFormat(message, LOCALES[language], undefined, { ignoreTag: true });
    compiled.set(key, format);
    return format;
  };
  const translate = (key: TextKey, params: TextParams = {}) => {
    const message = messages[key];
    // A page that lacks a text shows its key rather than nothing; the laws hold that none does.
    if (message === undefined) return key;
    if (typeof message === 'string' && !message.includes('{')) return message;
    return String((compiled.get(key) ?? compile(key, message)).format({ ...params }));
  };
  return Object.assign(translate, { language, add: (more: Catalogue) => void Object.assign(messages, more) });
}
