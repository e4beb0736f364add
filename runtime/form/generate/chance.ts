/** Chance that gives the same every time for the same seed. Pure: nothing here is random. */
export interface Chance {
  /** An integer from `low` to `high`, both counted. */
  readonly whole: (low: number, high: number) => number;
  /** True so many times in a hundred. */
  readonly happens: (percent: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  /** At least `least` of them, in their order, none twice. */
  readonly some: <T>(from: readonly T[], least: number, most: number) => T[];
}

/** FNV-1a: a name spread over 32 bits, so that each question has a chance of its own and a new one changes no other's. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** The chance of one question, by seed and name (mulberry32). */
export function chanceOf(seed: number, name: string): Chance {
  let state = spread(`${seed} ${name}`);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * Math.max(1, high - low + 1));
  return {
    whole,
    happens: (percent) => next() * 100 < percent,
    pick: (from) => {
      const found = from[whole(0, from.length - 1)];
      if (found === undefined) throw new RangeError('nothing to pick from');
      return found;
    },
    some: (from, least, most) => {
      const wanted = whole(Math.min(least, from.length), Math.min(most, from.length));
      const order = from.map((entry, place) => ({ entry, place, rank: next() })).toSorted((a, b) => a.rank - b.rank);
      return order
        .slice(0, wanted)
        .toSorted((a, b) => a.place - b.place)
        .map(({ entry }) => entry);
    }
  };
}
