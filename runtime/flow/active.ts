import type { StateValue } from 'xstate';
import type { Definition, EngineState, FlowNode } from './model.ts';

type Flowing = Pick<Definition, 'nodes'>;

/** Keys of every active state, groups too. */
export const activeKeys = (value: StateValue): string[] =>
  typeof value === 'string'
    ? [value]
    : Object.entries(value).flatMap(([key, inner]) => [key, ...(inner === undefined ? [] : activeKeys(inner))]);

/** The active states in document order: a stored value may have lost its order, a group comes before what is in it. */
export const activeNodes = ({ nodes }: Flowing, value: StateValue): FlowNode[] =>
  activeKeys(value)
    .flatMap((key) => nodes.get(key) ?? [])
    .sort((a, b) => a.order - b.order);

/** The active states that hold no other: what `expect.states`, the timeline and the queues name. */
export const leavesOf = (definition: Flowing, { value }: Pick<EngineState, 'value'>): FlowNode[] =>
  activeNodes(definition, value).filter(({ config }) => config.states === undefined);

/** A state and the groups that it stands in, innermost first. */
export function withAncestors({ nodes }: Flowing, node: FlowNode): FlowNode[] {
  const parent = node.parent === null ? undefined : nodes.get(node.parent);
  return parent ? [node, ...withAncestors({ nodes }, parent)] : [node];
}
