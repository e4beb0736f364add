import type { Chance } from '../form/generate/chance.ts';

/** Mostly shorter than the average, at times much longer, as waiting is (exponential, cut at six times the average). */
export function spread(chance: Chance, average: number): number {
  const share = (chance.whole(0, 999_998) + 1) / 1_000_000;
  return Math.min(6, -Math.log(share)) * average;
}
