/** A service as the catalogue shows it. */
export interface CatalogueEntry {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly category: string;
  readonly needsLogin: boolean;
  /** Everything else that somebody may look for: the guide, the questions and their options. */
  readonly rest: string;
}

/** Endings that Swedish and English words take; longest first. */
const ENDINGS =
  /(?:arnas|ornas|ernas|orna|arna|erna|ande|ades|ades|heten|ing|ens|ets|ar|or|er|en|et|na|es|ed|a|e|n|t|s)$/;
const SHORTEST_STEM = 3;
const MOST_WORDS = 10;

/** The part of a word that its forms share, roughly: `lampor` and `lampan` are both `lamp`. */
export function stem(word: string): string {
  const bare = word.replace(ENDINGS, '');
  return bare.length >= SHORTEST_STEM ? bare : word;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Where a word counts most: somebody who knows the name of a service wants it first. */
const WEIGHTS = { title: 9, summary: 3, rest: 1 } as const;
const PLACES = ['title', 'summary', 'rest'] as const;

type Words = Readonly<Record<(typeof PLACES)[number], readonly string[]>>;

const read = new WeakMap<CatalogueEntry, Words>();

/** The words of an entry, each once; entries are kept, so they are read once. */
function wordsIn(entry: CatalogueEntry): Words {
  const unique = (text: string) => [...new Set(wordsOf(text))];
  const words = read.get(entry) ?? {
    title: unique(entry.title),
    summary: unique(entry.summary),
    rest: unique(entry.rest)
  };
  read.set(entry, words);
  return words;
}

const SHORTEST_TAIL = 4;

/** Whether a word is the sought one, a compound of it, or (`lampa` for `gatlampa`) what the sought one is a compound of. */
function fits(word: string, sought: string): boolean {
  if (word.includes(sought)) return true;
  const tail = stem(word);
  return tail.length >= SHORTEST_TAIL && sought.endsWith(tail);
}

const weigh = (entry: CatalogueEntry, sought: string): number =>
  Math.max(
    0,
    ...PLACES.map((place) => (wordsIn(entry)[place].some((word) => fits(word, sought)) ? WEIGHTS[place] : 0))
  );

/** The entries where every word of the query is found, best first; all of them, by title, for an empty query. */
export function search(entries: readonly CatalogueEntry[], query: string, language: string): readonly CatalogueEntry[] {
  const sought = wordsOf(query).slice(0, MOST_WORDS).map(stem);
  const { compare } = new Intl.Collator(language);
  return entries
    .map((entry) => ({ entry, weights: sought.map((word) => weigh(entry, word)) }))
    .filter(({ weights }) => weights.every((weight) => weight > 0))
    .map(({ entry, weights }) => ({ entry, weight: weights.reduce((sum, weight) => sum + weight, 0) }))
    .toSorted((a, b) => b.weight - a.weight || compare(a.entry.title, b.entry.title))
    .map(({ entry }) => entry);
}
