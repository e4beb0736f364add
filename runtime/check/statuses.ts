import type { CaseType } from '../definition/case-type.ts';
import { isFollowed } from '../definition/followed.ts';
import { AUTOMATIONS } from '../flow/catalogue.ts';
import type { Configuration, Exploration } from '../flow/explore.ts';
import type { FlowNode } from '../flow/model.ts';
import { statesOf } from '../flow/walk.ts';

/** A state whose status the citizen misses, or one too many that would speak at the same time. */
export interface StatusFault {
  readonly node: FlowNode;
  readonly fault: 'missing' | 'second';
}

/**
 * Where a configuration that a case can rest in has not exactly one status text: on a group that is active if one has
 * it, else on one of the leaves. Nobody reads one where who files may not follow the case.
 */
export function statusFaults({ flow, texts, settings }: CaseType, { configurations }: Exploration): StatusFault[] {
  if (!isFollowed(settings)) return [];
  const states = statesOf(flow);
  const faultAt = statusFaultAt({ flow, texts });
  const found = configurations.flatMap((configuration) => faultAt(configuration) ?? []);
  const keysOf = (which: StatusFault['fault']) =>
    new Set(found.filter(({ fault }) => fault === which).map(({ node }) => node.key));
  const [missing, second] = [keysOf('missing'), keysOf('second')];
  return states.flatMap((node) => [
    ...(missing.has(node.key) ? [{ node, fault: 'missing' as const }] : []),
    ...(second.has(node.key) ? [{ node, fault: 'second' as const }] : [])
  ]);
}

/** What is wrong with the status of one configuration. */
export function statusFaultAt({ flow, texts }: Pick<CaseType, 'flow' | 'texts'>) {
  const states = statesOf(flow);
  const speaks = ({ key }: FlowNode) => Object.hasOwn(texts.sv, `state.${key}.status`);
  return (configuration: Configuration): StatusFault | undefined => faultOf(configuration, states, speaks);
}

function faultOf(
  { leaves }: Configuration,
  states: readonly FlowNode[],
  speaks: (node: FlowNode) => boolean
): StatusFault | undefined {
  const resting = states.filter(({ key }) => leaves.includes(key));
  const [first] = resting;
  const groups = resting.flatMap((leaf) => groupsOf(leaf, states));
  if (!first || groups.some(speaks) || resting.some(passesAtOnce)) return undefined;
  const [, second] = resting.filter(speaks);
  if (second) return { node: second, fault: 'second' };
  // Regions rest together, so what speaks for them stands best on the state that holds them.
  const parallel = groupsOf(first, states).findLast(({ config }) => config.type === 'parallel');
  return resting.some(speaks) ? undefined : { node: parallel ?? first, fault: 'missing' };
}

/** Whether a state ends in the step that enters it: its automation is pure, so the case never rests there. */
export const passesAtOnce = ({ config: { invoke } }: FlowNode): boolean =>
  invoke !== undefined && AUTOMATIONS[invoke.src].pure;

/** The groups that a state stands in, innermost first. */
function groupsOf({ parent }: FlowNode, states: readonly FlowNode[]): FlowNode[] {
  const group = states.find(({ key }) => key === parent);
  return group ? [group, ...groupsOf(group, states)] : [];
}
