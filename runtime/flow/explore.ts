import type { StateValue } from 'xstate';
import type { Flow } from '../definition/types.ts';
import { leavesOf } from './active.ts';
import { explorerOf, type Landing, type Trigger } from './explorer.ts';

/** A combination of states that a case can rest in. */
export interface Configuration {
  readonly value: StateValue;
  readonly leaves: readonly string[];
  readonly done: boolean;
}

/** A way from one configuration to another, by their places in `configurations`. */
export interface Move {
  readonly from: number;
  readonly to: number;
  readonly trigger: Trigger;
  /** JSON Pointers into `flow.json` of the branches that were taken, in order. */
  readonly branches: readonly string[];
}

export interface Exploration {
  /** What can be reached; the first `beginnings` of them are where a case can begin. */
  readonly configurations: readonly Configuration[];
  readonly beginnings: number;
  readonly moves: readonly Move[];
  /** Every state that is entered on some way, those that are only passed too. */
  readonly entered: ReadonlySet<string>;
  /** Every branch that is taken on some way. */
  readonly taken: ReadonlySet<string>;
  /** States that can follow on each other for ever without an event, one list for each way into such a circle. */
  readonly circles: readonly (readonly string[])[];
  /** There is more than was looked at: what is said of reaching is then not the whole truth. */
  readonly capped: boolean;
}

const MOST_CONFIGURATIONS = 20_000;

/**
 * Every configuration that a flow can reach, when each guard may say yes or no as it likes and each automation may
 * succeed or fail. So nothing that can happen is missed; something that cannot may be named. The flow must be sound in
 * keys, targets and initial states (V1 to V3), else XState throws. Pure; stops at 20,000 configurations and says so.
 */
export function explore(flow: Flow, most = MOST_CONFIGURATIONS): Exploration {
  const explorer = explorerOf(flow);
  const configurations: Configuration[] = [];
  const places = new Map<string, number>();
  const moves: Move[] = [];
  const seen: Landing[] = [];
  const circles: (readonly string[])[] = [];
  let capped = false;

  const arrive = ({ value, done }: Landing): number | undefined => {
    const key = JSON.stringify(value);
    const known = places.get(key);
    if (known !== undefined) return known;
    if (configurations.length >= most) return void (capped = true);
    places.set(key, configurations.length);
    configurations.push({ value, done, leaves: leavesOf(explorer, { value }).map((leaf) => leaf.key) });
    return configurations.length - 1;
  };
  const landings = (event: string | null, value: StateValue): readonly Landing[] => {
    const outcomes = explorer.outcomes(value, event);
    seen.push(...outcomes.landings);
    circles.push(...outcomes.circles);
    capped ||= outcomes.capped;
    return outcomes.landings;
  };

  landings(null, {}).forEach(arrive);
  const beginnings = configurations.length;
  for (let from = 0; from < configurations.length; from += 1) {
    const { value, done } = configurations[from] ?? { value: {}, done: true };
    for (const [event, trigger] of done ? [] : explorer.triggers(value)) {
      for (const landing of landings(event, value)) {
        const to = arrive(landing);
        if (to !== undefined) moves.push({ from, to, trigger, branches: landing.branches });
      }
    }
  }
  const entered = new Set([...seen.flatMap(({ states }) => states), ...circles.flat()]);
  return {
    configurations,
    beginnings,
    moves,
    entered,
    taken: new Set(seen.flatMap(({ branches }) => branches)),
    circles,
    capped
  };
}

/** Configurations that are no end and that nothing leads away from. */
export function deadEnds({ configurations, moves }: Exploration): Configuration[] {
  const left = new Set(moves.filter(({ from, to }) => from !== to).map(({ from }) => from));
  return configurations.filter(({ done }, place) => !done && !left.has(place));
}

/** Configurations from which no end can be reached. */
export function endless({ configurations, moves }: Exploration): Configuration[] {
  const sources = new Map<number, number[]>();
  for (const { from, to } of moves) sources.set(to, [...(sources.get(to) ?? []), from]);
  const ending = new Set<number>();
  const queue = configurations.flatMap(({ done }, place) => (done ? [place] : []));
  for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
    if (ending.has(place)) continue;
    ending.add(place);
    queue.push(...(sources.get(place) ?? []));
  }
  return configurations.filter((_, place) => !ending.has(place));
}
