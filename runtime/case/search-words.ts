import { findText } from '../form/texts.ts';
import type { CaseType } from '../definition/case-type.ts';
import type { CatalogueWord } from '../persistence/catalogue.server.ts';

/** Where a word counts most: somebody who knows the name of a service, or what people call it, wants it first. */
const WEIGHTS: readonly (readonly [key: RegExp, weight: number])[] = [
  [/^caseType\.(title|keywords)$/, 9],
  [/^caseType\.summary$/, 3],
  [/^(caseType\.guide|form\.application\..+\.(label|help|option\..+))$/, 1]
];

const LONGEST = 60;

/** The words of a text: letters and digits, in small letters. Pure. */
export const wordsOf = (text: string): string[] =>
  (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map((word) => word.slice(0, LONGEST));

/** Every word that a service may be sought by in a language, each once, with where it stands at its best. Pure. */
export function searchWords({ texts }: CaseType, language: string): CatalogueWord[] {
  const text = findText(texts, language);
  const weights = new Map<string, number>();
  for (const key of Object.keys(texts.sv)) {
    const weight = WEIGHTS.find(([keys]) => keys.test(key))?.[1];
    if (weight === undefined) continue;
    for (const word of wordsOf(text(key) ?? '')) weights.set(word, Math.max(weight, weights.get(word) ?? 0));
  }
  return [...weights].map(([word, weight]) => ({ word, weight }));
}
