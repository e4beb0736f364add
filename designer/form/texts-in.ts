import type { CaseType } from '#runtime/definition/case-type.ts';
import type { Texts } from '#runtime/definition/types.ts';
import { findText } from '#runtime/form/texts.ts';

/** Every text of a case type in a language, where it has it, else in Swedish. Pure. */
export function textsIn({ texts }: Pick<CaseType, 'texts'>, language: string): Texts {
  const find = findText(texts, language);
  const keys = [...Object.keys(texts.sv), ...Object.keys(texts[language] ?? {})];
  return Object.fromEntries(
    keys.flatMap((key) => {
      const text = find(key);
      return text === undefined ? [] : [[key, text]];
    })
  );
}
