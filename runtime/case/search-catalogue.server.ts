import { searchWords, wordsOf } from './search-words.ts';
import { findWords, keepWords, versionsWithoutWords, type FoundWord } from '../persistence/catalogue.server.ts';
import type { CaseType } from '../definition/case-type.ts';
import { definitionOf } from './definitions.server.ts';

/** What a search found: services, best first, and what was perhaps meant by words that stand nowhere. */
export interface CatalogueFinds {
  readonly slugs: readonly string[];
  readonly meant: readonly { readonly written: string; readonly word: string }[];
}

const MOST_WORDS = 10;
/** Below this two words share letters by chance. */
const ALIKE = 0.4;
const WORTH: Readonly<Record<FoundWord['way'], number>> = { same: 1, part: 0.8, alike: 0.5 };

/**
 * The services that can be applied for and hold every word of a query: in another form, as a part of a longer word, or, where
 * a word stands nowhere, as the one most like it.
 *
 * @param language of the texts that are searched
 */
export async function searchCatalogue(query: string, language: string): Promise<CatalogueFinds> {
  const words = wordsOf(query).slice(0, MOST_WORDS);
  if (words.length === 0) return { slugs: [], meant: [] };
  return rank(words, await findWords(words, language));
}

/** Pure. */
export function rank(words: readonly string[], found: readonly FoundWord[]): CatalogueFinds {
  const meant = words.flatMap((written, place) =>
    mostAlike(
      written,
      found.filter((one) => one.place === place)
    )
  );
  const sure = found.filter(
    ({ way, place, word }) => way !== 'alike' || meant.some((one) => one.written === words[place] && one.word === word)
  );
  const worths = Map.groupBy(sure, ({ slug }) => slug);
  const slugs = [...worths]
    .map(([slug, finds]) => ({ slug, best: words.map((_, place) => bestAt(finds, place)) }))
    .filter(({ best }) => best.every((worth) => worth > 0))
    .map(({ slug, best }) => ({ slug, worth: best.reduce((sum, worth) => sum + worth, 0) }))
    .toSorted((a, b) => b.worth - a.worth || a.slug.localeCompare(b.slug))
    .map(({ slug }) => slug);
  return { slugs, meant: slugs.length > 0 ? meant : [] };
}

const bestAt = (finds: readonly FoundWord[], place: number): number =>
  Math.max(0, ...finds.filter((one) => one.place === place).map(({ weight, way }) => weight * WORTH[way]));

/** The word that somebody perhaps meant, by likeness first and then by how much it says. */
function mostAlike(written: string, found: readonly FoundWord[]): CatalogueFinds['meant'] {
  const alike = found.filter(({ way, likeness }) => way === 'alike' && likeness >= ALIKE);
  const [best] = alike.toSorted((a, b) => b.likeness - a.likeness || b.weight - a.weight);
  return best ? [{ written, word: best.word }] : [];
}

/** Makes a case type found by its words, in each of its languages. */
export async function indexCaseType(caseType: CaseType): Promise<void> {
  const { slug } = caseType.settings;
  for (const language of Object.keys(caseType.texts))
    await keepWords({ slug, language }, searchWords(caseType, language));
}

/** Makes what was published before there were words found by them. */
export async function indexTheRest(): Promise<void> {
  for (const id of await versionsWithoutWords()) await indexCaseType((await definitionOf(id)).caseType);
}
