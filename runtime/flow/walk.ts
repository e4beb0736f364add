import type { Branch, Branches, Flow, FlowState } from '../definition/types.ts';
import { Memory } from '../memory.ts';
import type { FlowNode } from './model.ts';

/** Most rules of the check ask for both, and a flow is never changed in place: an edit leaves the states beside it as they were. */
const STATES = new WeakMap<Flow, readonly FlowNode[]>();
const BRANCHES = new WeakMap<Flow | FlowState, Memory<string, readonly PlacedBranch[]>>();

/** Every state of a flow with its place, in document order; a parent before its children. Keys may repeat in a flow that was never checked. */
export function statesOf(flow: Flow): readonly FlowNode[] {
  const states = STATES.get(flow) ?? readStates(flow);
  STATES.set(flow, states);
  return states;
}

function readStates(flow: Flow): FlowNode[] {
  const found: FlowNode[] = [];
  const visit = (group: Flow | FlowState, parent: string | null, pointer: string): void => {
    for (const [key, config] of Object.entries(group.states ?? {})) {
      const place = `${pointer}/states/${key}`;
      found.push({ key, config, parent, pointer: place, order: found.length });
      visit(config, key, place);
    }
  };
  visit(flow, null, '');
  return found;
}

/** XState's id of the state at a pointer, as it stands in the events of its timers. */
export const idOf = (pointer: string): string => `flow${pointer.replaceAll('/states/', '.')}`;

/** A branch of a flow, what sets it off, and where it stands. */
export interface PlacedBranch {
  readonly branch: Branch;
  readonly pointer: string;
  readonly trigger: 'on' | 'after' | 'always' | 'onDone' | 'invoke';
  /** The event, or the key in `after`; empty for the others. */
  readonly name: string;
  /** The last of its list: what is taken when no guard passes. */
  readonly last: boolean;
}

/** The branches that leave one state, or the root, in document order. */
export function branchesOf(config: Flow | FlowState, pointer: string): readonly PlacedBranch[] {
  const known = BRANCHES.get(config) ?? new Memory();
  BRANCHES.set(config, known);
  return known.of(pointer, () => readBranches(config, pointer));
}

function readBranches(config: Flow | FlowState, pointer: string): PlacedBranch[] {
  const state: FlowState = 'id' in config ? (config.on ? { on: config.on } : {}) : config;
  const lists: [PlacedBranch['trigger'], string, string, Branches | undefined][] = [
    ['always', '', '/always', state.always],
    ['invoke', '', '/invoke/onDone', state.invoke?.onDone],
    ['invoke', '', '/invoke/onError', state.invoke?.onError],
    ...entriesOf(state.after).map(([name, list]) => placed('after', name, list)),
    ...entriesOf(state.on).map(([name, list]) => placed('on', name, list)),
    ['onDone', '', '/onDone', state.onDone]
  ];
  return lists.flatMap(([trigger, name, suffix, list]) =>
    (list === undefined ? [] : [list].flat()).map((branch, index, all) => ({
      branch,
      pointer: `${pointer}${suffix}${Array.isArray(list) ? `/${index}` : ''}`,
      trigger,
      name,
      last: index === all.length - 1
    }))
  );
}

const entriesOf = (lists: Readonly<Record<string, Branches>> | undefined): [string, Branches][] =>
  Object.entries(lists ?? {});

const placed = (
  trigger: 'on' | 'after',
  name: string,
  list: Branches
): [PlacedBranch['trigger'], string, string, Branches] => [trigger, name, `/${trigger}/${name}`, list];
