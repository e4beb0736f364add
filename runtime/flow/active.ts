import type { StateValue } from 'xstate';
import { Memory } from '../memory.ts';
import type { Definition, EngineState, FlowNode } from './model.ts';

type Flowing = Pick<Definition, 'nodes'>;

/** Keys of every active state, groups too. */
export const activeKeys = (value: StateValue): string[] =>
  typeof value === 'string'
    ? [value]
    : Object.entries(value).flatMap(([key, inner]) => [key, ...(inner === undefined ? [] : activeKeys(inner))]);

/** The active states in document order: a stored value may have lost its order, a group comes before what is in it. */
export const activeNodes = (definition: Flowing, value: StateValue): readonly FlowNode[] =>
  standing(definition, value).active;

/** The active states that hold no other: what `expect.states`, the timeline and the queues name. */
export const leavesOf = (definition: Flowing, { value }: Pick<EngineState, 'value'>): readonly FlowNode[] =>
  standing(definition, value).leaves;

interface Standing {
  readonly active: readonly FlowNode[];
  readonly leaves: readonly FlowNode[];
}

/** Where a case can stand is little beside how often it is asked; a definition that is gone takes its own with it. */
const STANDING = new WeakMap<Flowing['nodes'], Memory<string, Standing>>();

function standing({ nodes }: Flowing, value: StateValue): Standing {
  const known = STANDING.get(nodes) ?? new Memory();
  STANDING.set(nodes, known);
  return known.of(typeof value === 'string' ? value : JSON.stringify(value), () => {
    const active = activeKeys(value)
      .flatMap((key) => nodes.get(key) ?? [])
      .sort((a, b) => a.order - b.order);
    return { active, leaves: active.filter(({ config }) => config.states === undefined) };
  });
}

/** A state and the groups that it stands in, innermost first. */
export function withAncestors({ nodes }: Flowing, node: FlowNode): FlowNode[] {
  const parent = node.parent === null ? undefined : nodes.get(node.parent);
  return parent ? [node, ...withAncestors({ nodes }, parent)] : [node];
}
