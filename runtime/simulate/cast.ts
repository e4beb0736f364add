import { isStaffRole } from '../access/roles.ts';
import type { Flow, Role } from '../definition/types.ts';
import { branchesOf, statesOf } from '../flow/walk.ts';

const outcomes = (flow: Flow) =>
  [...branchesOf(flow, ''), ...statesOf(flow).flatMap(({ config, pointer }) => branchesOf(config, pointer))].filter(
    ({ trigger }) => trigger === 'on'
  );

/** Every event of a flow that somebody sends, in document order. Pure. */
export const eventsIn = (flow: Flow): string[] => [...new Set(outcomes(flow).map(({ name }) => name))];

/** The staff who may send something in a flow. Pure. */
export const staffIn = (flow: Flow): Role[] => [
  ...new Set(outcomes(flow).flatMap(({ branch }) => (branch.meta?.roles ?? []).filter(isStaffRole)))
];
