import type { CaseType } from '#runtime/definition/case-type.ts';
import type { Texts } from '#runtime/definition/types.ts';
import { Memory } from '#runtime/memory.ts';

/** A case type has hundreds of texts, and every page of a case asks for them. */
const MERGED = new WeakMap<CaseType['texts'], Memory<string, Texts>>();

/** The texts of a case type in one language; what is missing is filled in from Swedish, which is complete. */
export function textsIn({ texts }: CaseType, language: string): Texts {
  const merged = MERGED.get(texts) ?? new Memory<string, Texts>();
  MERGED.set(texts, merged);
  return merged.of(language, () => ({ ...texts.sv, ...texts[language] }));
}
