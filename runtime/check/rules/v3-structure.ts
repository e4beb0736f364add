import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import type { FlowState } from '../../definition/types.ts';
import { branchesOf, statesOf, type PlacedBranch } from '../../flow/walk.ts';
import { placesOf } from '../expressions.ts';
import { problemsOf } from '../problems-of.ts';
import { checkEvents } from './v3-events.ts';

const { error } = problemsOf('V3');

/** V3: targets lead to siblings, groups begin and regions stand side by side, events occur once on each path, branches end in one that is always open. */
export function checkStructure(caseType: CaseType): Problem[] {
  const { flow } = caseType;
  const states = statesOf(flow);
  const byKey = new Map(states.map((node) => [node.key, node.config]));
  const keys = new Set(byKey.keys());
  return [
    ...(Object.hasOwn(flow.states, flow.initial)
      ? []
      : [error('unknown-initial', '/flow/initial', { state: flow.initial })]),
    ...states.flatMap(({ config, pointer }) => stateFaults(config, `/flow${pointer}`)),
    ...states.flatMap(({ config, pointer, parent }) => {
      const group = parent === null ? flow : byKey.get(parent);
      const region = group !== undefined && 'type' in group && group.type === 'parallel';
      const siblings = Object.keys(group?.states ?? {});
      return branchesOf(config, `/flow${pointer}`).flatMap((placed) =>
        targetFaults(placed, { siblings, region, keys })
      );
    }),
    ...branchesOf(flow, '/flow').flatMap((placed) => rootTargetFaults(placed, Object.keys(flow.states))),
    ...placesOf(flow).flatMap(({ config, pointer }) =>
      branchLists(branchesOf(config, pointer)).flatMap((list) => branchFaults(list, config.states !== undefined))
    ),
    ...checkEvents(caseType)
  ];
}

function stateFaults(state: FlowState, pointer: string): Problem[] {
  const children = Object.keys(state.states ?? {});
  if (state.type === 'parallel') {
    return [
      ...(children.length < 2 ? [error('too-few-regions', pointer)] : []),
      ...(state.initial === undefined ? [] : [error('initial-of-parallel', `${pointer}/initial`)]),
      ...Object.entries(state.states ?? {}).flatMap(([key, { states }]) =>
        states ? [] : [error('region-without-states', `${pointer}/states/${key}`, { state: key })]
      )
    ];
  }
  if (state.type === 'final') {
    const more = (['on', 'after', 'always', 'invoke', 'states', 'exit', 'onDone'] as const).filter((key) => state[key]);
    return more.map((key) => error('final-goes-on', `${pointer}/${key}`, { key }));
  }
  if (children.length === 0) {
    const group = (['initial', 'onDone'] as const).filter((key) => state[key] !== undefined);
    return group.map((key) => error('group-without-states', `${pointer}/${key}`, { key }));
  }
  if (state.initial === undefined) return [error('missing-initial', pointer)];
  return children.includes(state.initial)
    ? []
    : [error('unknown-initial', `${pointer}/initial`, { state: state.initial })];
}

interface Around {
  readonly siblings: readonly string[];
  /** Whether the state is a region: its siblings run beside it and cannot follow it. */
  readonly region: boolean;
  readonly keys: ReadonlySet<string>;
}

function targetFaults({ branch: { target }, pointer }: PlacedBranch, { siblings, region, keys }: Around): Problem[] {
  if (target === undefined) return [];
  const at = `${pointer}/target`;
  if (target.startsWith('.')) return [error('target-of-root-only', at, { target })];
  if (region) return [error('target-out-of-region', at, { target })];
  if (siblings.includes(target)) return [];
  return [error(keys.has(target) ? 'target-not-sibling' : 'unknown-target', at, { target })];
}

function rootTargetFaults({ branch: { target }, pointer }: PlacedBranch, children: readonly string[]): Problem[] {
  const known = target === undefined || (target.startsWith('.') && children.includes(target.slice(1)));
  return known ? [] : [error('unknown-target', `${pointer}/target`, { target })];
}

/** The branches of each list, together. */
function branchLists(branches: readonly PlacedBranch[]): PlacedBranch[][] {
  const list = ({ pointer }: PlacedBranch) => pointer.replace(/\/\d+$/, '');
  return [...Map.groupBy(branches, list).values()];
}

function branchFaults(list: readonly PlacedBranch[], ofGroup: boolean): Problem[] {
  const open = list.findIndex(({ branch }) => branch.guard === undefined);
  const [first] = list;
  // A reminder may be conditional, and a group may be left as soon as something becomes true; until then it goes on.
  const mayStay = first?.trigger === 'after' || (first?.trigger === 'always' && ofGroup);
  const last = list.at(-1);
  return [
    ...(open === -1 && last && !mayStay ? [error('no-open-branch', last.pointer)] : []),
    ...list.slice(open === -1 ? list.length : open + 1).map(({ pointer }) => error('branch-never-reached', pointer)),
    ...list.slice(1).flatMap(({ branch, pointer }) => (branch.meta ? [error('meta-not-first', `${pointer}/meta`)] : []))
  ];
}
