import type { Role } from '../definition/types.ts';
import type { Chance } from '../form/generate/chance.ts';

/** What somebody may do next, and how readily. */
export interface Choice {
  readonly event: string;
  readonly role: Role;
  readonly weight: number;
}

/** One of the choices by their weights; where they weigh less than `least` together, nobody does anything as often as they fall short. */
export function choose(chance: Chance, choices: readonly Choice[], least: number): Choice | undefined {
  const total = choices.reduce((sum, { weight }) => sum + weight, 0);
  let left = (chance.whole(0, 999_999) / 1_000_000) * Math.max(total, least);
  return choices.find(({ weight }) => (left -= weight) < 0) ?? (total < least ? undefined : choices.at(-1));
}
