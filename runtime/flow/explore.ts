import type { Flow } from '../definition/types.ts';
import { explorerOf, type Landing, type Trigger } from './explorer.ts';

/** A combination of states that a case can rest in. */
export interface Configuration {
  /** The active states that hold no other, in document order. */
  readonly leaves: readonly string[];
  readonly done: boolean;
}

/** A way from one configuration to another, by their places in `configurations`. */
export interface Move {
  /** `OPENING` for where a case begins. */
  readonly from: number;
  readonly to: number;
  /** What sets it off; null for the opening. */
  readonly trigger: Trigger | null;
  /** JSON Pointers into `flow.json` of the branches that were taken, in order. */
  readonly branches: readonly string[];
  /** The states that were entered on the way, those that are only passed too. */
  readonly states: readonly string[];
}

/** States that can follow on each other for ever without an event, and what sets that off. */
export interface Circle {
  readonly states: readonly string[];
  readonly from: number;
  readonly trigger: Trigger | null;
}

export const OPENING = -1;

export interface Exploration {
  /** What can be reached; the first `beginnings` of them are where a case can begin. */
  readonly configurations: readonly Configuration[];
  readonly beginnings: number;
  /** The ways into the flow. */
  readonly openings: readonly Move[];
  readonly moves: readonly Move[];
  /** Every state that is entered on some way, those that are only passed too. */
  readonly entered: ReadonlySet<string>;
  /** Every branch that is taken on some way. */
  readonly taken: ReadonlySet<string>;
  readonly circles: readonly Circle[];
  /** There is more than was looked at: what is said of reaching is then not the whole truth. */
  readonly capped: boolean;
}

/** What a check looks at before it gives up: some seconds of work in a worker. */
const MOST_CONFIGURATIONS = 20_000;
const MOST_MOVES = 400_000;

/**
 * Every configuration that a flow can reach, when each guard may say yes or no as it likes and each automation may
 * succeed or fail. So nothing that can happen is missed; something that cannot may be named. The flow must be sound in
 * keys, targets and initial states (V1 to V3). Pure; stops at 20,000 configurations and says so.
 */
export function explore(flow: Flow, most = MOST_CONFIGURATIONS): Exploration {
  const explorer = explorerOf(flow);
  const configurations: Configuration[] = [];
  const places = new Map<string, number>();
  const openings: Move[] = [];
  const moves: Move[] = [];
  const circles: Circle[] = [];
  const entered = new Set<string>();
  const taken = new Set<string>();
  let capped = false;

  const arrive = ({ leaves, done }: Landing): number | undefined => {
    const key = leaves.join(' ');
    const known = places.get(key);
    if (known !== undefined) return known;
    if (configurations.length >= most) return void (capped = true);
    places.set(key, configurations.length);
    configurations.push({ leaves, done });
    return configurations.length - 1;
  };
  const lead = (from: number, event: string | null, trigger: Trigger | null): void => {
    const outcomes = explorer.outcomes(configurations[from]?.leaves ?? [], event);
    for (const states of outcomes.circles) {
      circles.push({ states, from, trigger });
      states.forEach((key) => entered.add(key));
    }
    for (const landing of outcomes.landings) {
      const { branches, states } = landing;
      states.forEach((key) => entered.add(key));
      branches.forEach((pointer) => taken.add(pointer));
      const to = arrive(landing);
      if (to !== undefined) (from === OPENING ? openings : moves).push({ from, to, trigger, branches, states });
    }
    capped ||= outcomes.capped;
  };

  lead(OPENING, null, null);
  const beginnings = configurations.length;
  for (let from = 0; from < configurations.length; from += 1) {
    const { leaves, done } = configurations[from] ?? { leaves: [], done: true };
    for (const [event, trigger] of done ? [] : explorer.triggers(leaves)) lead(from, event, trigger);
    if (moves.length < MOST_MOVES) continue;
    capped = true;
    break;
  }
  return { configurations, beginnings, openings, moves, entered, taken, circles, capped };
}

/** Configurations that are no end and that nothing leads away from. */
export function deadEnds({ configurations, moves }: Exploration): Configuration[] {
  const left = new Set(moves.filter(({ from, to }) => from !== to).map(({ from }) => from));
  return configurations.filter(({ done }, place) => !done && !left.has(place));
}

/** Configurations from which no end can be reached. */
export function endless({ configurations, moves }: Exploration): Configuration[] {
  const sources = new Map<number, number[]>();
  for (const { from, to } of moves) {
    const known = sources.get(to);
    if (known) known.push(from);
    else sources.set(to, [from]);
  }
  const ending = new Set<number>();
  const queue = configurations.flatMap(({ done }, place) => (done ? [place] : []));
  for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
    if (ending.has(place)) continue;
    ending.add(place);
    for (const source of sources.get(place) ?? []) queue.push(source);
  }
  return configurations.filter((_, place) => !ending.has(place));
}
