import type { JsonObject } from '#runtime/definition/json.ts';
import type { Branch, Flow } from '#runtime/definition/types.ts';
import type { FlowNode } from '#runtime/flow/model.ts';
import { branchesOf, statesOf } from '#runtime/flow/walk.ts';
import { at } from '#runtime/form/pointer.ts';
import { objectOf } from '../../document/elements.ts';
import type { PlaceKind } from './model.ts';

/** A step of a flow, with the group that it stands in. */
export interface StepSpot {
  /** JSON Pointer into the flow. */
  readonly pointer: string;
  readonly state: FlowNode;
  /** JSON Pointer into the flow of the states that it stands among. */
  readonly group: string;
}

/** A way from one step to another. */
export interface WaySpot extends StepSpot {
  readonly branch: Branch;
  readonly target: string;
  /** What the way is called by: an event, a time, or nothing. */
  readonly name: string;
  readonly trigger: 'on' | 'after' | 'always' | 'onDone' | 'invoke';
}

const groupOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));

/** The ways of a flow that lead somewhere, in document order. Pure. */
const waysIn = (flow: Flow): WaySpot[] =>
  statesOf(flow).flatMap((state) =>
    branchesOf(state.config, state.pointer).flatMap(({ branch, pointer, name, trigger }) => {
      const { target } = branch;
      if (target === undefined) return [];
      return [{ pointer, state, group: groupOf(state.pointer), branch, target, name, trigger }];
    })
  );

/** Whether a way is a beslut: by itself, or by the first of the branches that it is one of. Pure. */
function beslutAt(flow: Flow, { state, name, trigger }: WaySpot): JsonObject | undefined {
  const list = trigger === 'on' ? state.config.on?.[name] : undefined;
  const beslut = [list].flat()[0]?.meta?.beslut;
  return beslut && objectOf(at(JSON.parse(JSON.stringify({ beslut })), '/beslut'));
}

/** Steps where somebody of ours works. */
const isWorkedOn = ({ config }: FlowNode): boolean =>
  config.type === undefined && config.states === undefined && config.meta?.waitsFor === 'caseworker';

/** The steps that something can be done beside. Pure. */
export const stepsIn = (flow: Flow): StepSpot[] =>
  statesOf(flow)
    .filter(isWorkedOn)
    .map((state) => ({ pointer: state.pointer, state, group: groupOf(state.pointer) }));

/** A place that a pattern can be put. */
export type Spot = StepSpot | WaySpot;
export const isWay = (spot: Spot): spot is WaySpot => 'target' in spot;

/** Every place where a pattern of a kind can be put. The whole flow is no place in it. Pure. */
export function spotsFor(flow: Flow, kind: PlaceKind): Spot[] {
  if (kind === 'whole') return [];
  if (kind === 'step') return stepsIn(flow);
  const ways = waysIn(flow);
  if (kind === 'way') return ways;
  const appeals = ({ name, state }: WaySpot) => {
    const list = state.config.on?.[name];
    return [list].flat().some((branch) => branch?.meta?.appeal !== undefined);
  };
  return ways.filter((way) => beslutAt(flow, way) !== undefined && !appeals(way));
}
