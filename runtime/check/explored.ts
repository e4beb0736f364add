import type { Flow } from '../definition/types.ts';
import { explore, type Exploration } from '../flow/explore.ts';

const known = new WeakMap<Flow, Exploration>();

/** Everything that a flow can reach. Kept for as long as the flow is, since an edit of a text leaves the flow as it was. */
export function explored(flow: Flow): Exploration {
  const exploration = known.get(flow) ?? explore(flow);
  known.set(flow, exploration);
  return exploration;
}
