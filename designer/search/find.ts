import { SORTS, type Entry } from './entries.ts';

/** What is found: the best, and how many there are. */
export interface Found {
  readonly best: readonly Entry[];
  readonly count: number;
}

const MOST = 50;

/** Letters alone, so that `Fastighet` is found by `fastighet` and `détail` by `detail`; å, ä and ö are letters of their own. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/([ao])([\u030a\u0308])/g, (letters) => letters.normalize('NFC'))
    .replace(/[\u0300-\u036f]/g, '');

/** What holds every word that is sought: first what is called so, then what is found by what else it holds. Pure. */
export function find(entries: readonly Entry[], sought: string): Found {
  const words = plain(sought).split(/\s+/).filter(Boolean);
  if (words.length === 0) return { best: [], count: 0 };
  const ranked = entries.flatMap((entry) => {
    const name = plain(entry.name);
    const all = `${name} ${plain(entry.about)} ${plain(entry.words)}`;
    if (!words.every((word) => all.includes(word))) return [];
    const isCalled = words.every((word) => name.includes(word));
    const rank = name.startsWith(words[0] ?? '') ? 0 : isCalled ? 1 : 2;
    return [{ entry, rank }];
  });
  const order = ({ entry, rank }: (typeof ranked)[number]) => rank * SORTS.length + SORTS.indexOf(entry.sort);
  const best = ranked.toSorted((one, other) => order(one) - order(other)).slice(0, MOST);
  return { best: best.map(({ entry }) => entry), count: ranked.length };
}
