import type { Texts } from '../definition/types.ts';

/** Looks a text up by its key; undefined when the case type has none. */
export type FindText = (key: string) => string | undefined;

/** The texts of a case type in one language, in Swedish where that language lacks one. */
export const findText =
  (texts: { readonly sv: Texts; readonly [language: string]: Texts }, language: string): FindText =>
  (key) =>
    own(Object.hasOwn(texts, language) ? texts[language] : undefined, key) ?? own(texts.sv, key);

function own(texts: Texts | undefined, key: string): string | undefined {
  const text = texts && Object.hasOwn(texts, key) ? texts[key] : undefined;
  return text === '' ? undefined : text;
}
