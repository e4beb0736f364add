import { leavesOf, withAncestors } from '../flow/active.ts';
import type { Definition, EngineState, FlowNode } from '../flow/model.ts';
import { statusOf } from '../flow/status.ts';

/** What the desk shows and sorts by. */
export interface QueuePlace {
  readonly states: readonly string[];
  readonly phase: string | null;
  readonly waits_for: string | null;
  /** Whose queues it lies in; several when the flow has parallel branches. */
  readonly queue_roles: readonly string[];
  /** When the first deadline has run out, ISO 8601. */
  readonly deadline: string | null;
}

/** Where a case stands in the queues, read from its active states; what a state does not say, its group does. Pure. */
export function queuePlace(definition: Definition, state: EngineState): QueuePlace {
  const leaves = leavesOf(definition, state);
  const { phase, waitsFor, deadline } = statusOf(definition, state);
  const roleOf = (leaf: FlowNode) =>
    withAncestors(definition, leaf).find(({ config }) => config.meta?.role)?.config.meta?.role;
  return {
    states: leaves.map(({ key }) => key),
    phase,
    waits_for: waitsFor,
    queue_roles: [...new Set(leaves.flatMap((leaf) => roleOf(leaf) ?? []))],
    deadline: deadline?.at ?? null
  };
}
