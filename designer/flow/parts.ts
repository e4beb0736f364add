import type { Branch, Branches, Flow, FlowState } from '#runtime/definition/types.ts';
import { kindOf } from '#runtime/flow/bpmn/figures.ts';
import { STEP_KINDS, type StepKind } from './commands/step-kinds.ts';

/** What can be chosen in a flow: a step, a way on from it, or one of the branches of a way that parts. */
export type FlowPart = StatePart | WayPart | BranchPart;

interface Placed {
  /** JSON Pointer into the flow. */
  readonly pointer: string;
  /** The part that it belongs to; null at the top. */
  readonly within: string | null;
}

export interface StatePart extends Placed {
  readonly sort: 'state';
  readonly key: string;
  readonly kind: StepKind | 'table';
  readonly config: FlowState;
}

/** What sets a way off. */
export type Trigger = 'on' | 'after' | 'always' | 'onDone' | 'result' | 'failure';

/** A way on: an outcome, a time, what the case type decides by itself, or what follows when a group or an automation is done. */
export interface WayPart extends Placed {
  readonly sort: 'way';
  readonly trigger: Trigger;
  /** The event, or the key in `after`; empty for the others. */
  readonly name: string;
  /** The state that it leaves; null for what may happen at any time. */
  readonly state: string | null;
  readonly list: Branches;
  /** The only one, or the first. What an outcome asks for stands on it. */
  readonly first: Branch;
}

/** One branch of a way that parts. */
export interface BranchPart extends Placed {
  readonly sort: 'branch';
  readonly way: WayPart;
  readonly branch: Branch;
  readonly index: number;
  readonly isLast: boolean;
}

/** Everything that can be chosen in a flow, each after what it belongs to, steps of a group before the ways out of it. Pure. */
export function partsOf(flow: Flow): FlowPart[] {
  return [
    ...statesIn(flow.states, { pointer: '', within: null }),
    ...waysOf({ ...(flow.on && { on: flow.on }) }, { pointer: '', within: null, state: null })
  ];
}

const statesIn = (states: Flow['states'] | undefined, holder: Placed): FlowPart[] =>
  Object.entries(states ?? {}).flatMap(([key, config]) => {
    const pointer = `${holder.pointer}/states/${key}`;
    const inside = { pointer, within: pointer };
    const own: StatePart = { sort: 'state', key, config, kind: kindOfStep(config), pointer, within: holder.within };
    return [own, ...statesIn(config.states, inside), ...waysOf(config, { ...inside, state: key })];
  });

/** The kind as it is chosen: a step that looks up a table is automatic, and has a name of its own. */
function kindOfStep(config: FlowState): StatePart['kind'] {
  const kind = kindOf(config);
  return kind === 'table' ? kind : (STEP_KINDS.find((one) => one === kind) ?? 'step');
}

/** The ways on from one state, in document order within each trigger. */
function waysOf(
  { on = {}, after = {}, always, onDone, invoke }: FlowState,
  { pointer, within, state }: Placed & Pick<WayPart, 'state'>
): FlowPart[] {
  const way = (place: string, list: Branches | undefined, more: Pick<WayPart, 'trigger' | 'name'>): FlowPart[] => {
    const first = [list].flat()[0];
    if (list === undefined || first === undefined) return [];
    const own: WayPart = { sort: 'way', pointer: `${pointer}${place}`, within, state, list, first, ...more };
    return [own, ...branchesIn(own)];
  };
  return [
    ...way('/always', always, { trigger: 'always', name: '' }),
    ...way('/invoke/onDone', invoke?.onDone, { trigger: 'result', name: '' }),
    ...way('/invoke/onError', invoke?.onError, { trigger: 'failure', name: '' }),
    ...Object.entries(on).flatMap(([name, list]) => way(`/on/${name}`, list, { trigger: 'on', name })),
    ...Object.entries(after).flatMap(([name, list]) => way(`/after/${name}`, list, { trigger: 'after', name })),
    ...way('/onDone', onDone, { trigger: 'onDone', name: '' })
  ];
}

const branchesIn = (way: WayPart): BranchPart[] =>
  Array.isArray(way.list)
    ? way.list.map((branch, index, all) => ({
        ...{ sort: 'branch', pointer: `${way.pointer}/${index}`, within: way.pointer, way, branch, index },
        isLast: index === all.length - 1
      }))
    : [];

/** The innermost part that a pointer leads into. Pure. */
export function partAt(parts: readonly FlowPart[], pointer: string): FlowPart | undefined {
  return parts
    .filter((part) => pointer === part.pointer || pointer.startsWith(`${part.pointer}/`))
    .reduce<FlowPart | undefined>(
      (best, part) => (best && best.pointer.length >= part.pointer.length ? best : part),
      undefined
    );
}
