import type { Exploration, Move } from '../flow/explore.ts';

/** A step of a case, as far as rules and examples look at it. Pointers are into `flow.json`. */
export interface Passage {
  /** Where the case rests after it. */
  readonly leaves: readonly string[];
  readonly done: boolean;
  /** The states that it entered, those that it only passed too. */
  readonly states: readonly string[];
  readonly branches: readonly string[];
}

/** The moves of an exploration as steps of a case. */
export const passagesOf =
  ({ configurations }: Exploration) =>
  ({ to, states, branches }: Move): Passage => {
    const { leaves = [], done = false } = configurations[to] ?? {};
    return { leaves, done, states, branches };
  };
