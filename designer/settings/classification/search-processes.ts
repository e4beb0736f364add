/** A process in KLASSA, the municipalities' common classification. */
export interface Process {
  readonly code: string;
  readonly name: string;
  /** What it is part of, outermost first. */
  readonly within: readonly string[];
}

const MOST = 12;

/** Every process of KLASSA 2.1, fetched when somebody looks for one. */
export async function readProcesses(): Promise<Process[]> {
  const { processes } = await import('./klassa-processes.json');
  const names: Readonly<Record<string, string>> = processes;
  return Object.entries(names).map(([code, name]) => ({
    code,
    name: told(name),
    within: groupsOf(code).flatMap((group) => (names[group] === undefined ? [] : [told(names[group])]))
  }));
}

/** `LEDNING` is `Ledning`: groups stand in capitals. */
const told = (name: string): string =>
  name === name.toUpperCase() ? name.charAt(0) + name.slice(1).toLowerCase() : name;

const groupsOf = (code: string): string[] =>
  code
    .split('.')
    .slice(0, -1)
    .map((_, index, parts) => parts.slice(0, index + 1).join('.'));

/**
 * The processes that have every word somewhere in their code, name or group; those whose own name or code begins so first. At most twelve,
 * with how many there are. Pure.
 */
export function searchProcesses(
  processes: readonly Process[],
  query: string
): { readonly found: readonly Process[]; readonly count: number } {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return { found: [], count: 0 };
  const all = processes
    .map((process) => ({ process, rank: rankOf(process, words) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((one, other) => other.rank - one.rank);
  return { found: all.slice(0, MOST).map(({ process }) => process), count: all.length };
}

function rankOf({ code, name, within }: Process, words: readonly string[]): number {
  const own = plain(name);
  const ranks = words.map((word) => {
    if (code === word || code.startsWith(`${word}.`)) return 4;
    if (own.startsWith(word)) return 3;
    if (own.includes(word)) return 2;
    return plain(within.join(' ')).includes(word) ? 1 : 0;
  });
  return ranks.every((rank) => rank > 0) ? ranks.reduce<number>((sum, rank) => sum + rank, 0) : 0;
}

const plain = (text: string): string => text.toLowerCase();
