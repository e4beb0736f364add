import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import { endless, type Configuration, type Exploration } from '../../flow/explore.ts';
import type { FlowNode } from '../../flow/model.ts';
import { statesOf } from '../../flow/walk.ts';
import { problemsOf } from '../problems-of.ts';

/** V7: every state can be reached. Of a group that cannot, only the group is named. */
export function checkReach({ flow }: CaseType, { entered }: Exploration): Problem[] {
  const lost = statesOf(flow).filter(({ key }) => !entered.has(key));
  const keys = new Set(lost.map(({ key }) => key));
  return lost
    .filter(({ parent }) => parent === null || !keys.has(parent))
    .map(({ key, pointer }) => problemsOf('V7').error('unreachable', `/flow${pointer}`, { state: key }));
}

/** V8: something leads out of every state that is no end. What may happen at any time (`on` of the root) does not count. */
export function checkDeadEnds({ flow }: CaseType, exploration: Exploration): Problem[] {
  const states = stuckStates(
    stuckPlaces(exploration).map(({ leaves }) => leaves),
    statesOf(flow)
  );
  return states.map(({ key, pointer }) => problemsOf('V8').error('dead-end', `/flow${pointer}`, { state: key }));
}

/** Where a case can rest without being finished, and nothing leads on. */
export function stuckPlaces({ configurations, moves }: Exploration): Configuration[] {
  const onward = moves.filter(({ from, to, branches }) => from !== to && !branches[0]?.startsWith('/on/'));
  const left = new Set(onward.map(({ from }) => from));
  return configurations.filter(({ done }, place) => !done && !left.has(place));
}

/** The states that hold the case: the leaves that have not ended, or the group whose parts all have. */
function stuckStates(stuck: readonly (readonly string[])[], states: readonly FlowNode[]): FlowNode[] {
  const holding = stuck.flatMap((leaves) => {
    const nodes = states.filter(({ key }) => leaves.includes(key));
    const waiting = nodes.filter(({ config }) => config.type !== 'final');
    return waiting.length > 0 ? waiting : nodes.slice(0, 1);
  });
  return states.filter((node) => holding.includes(node));
}

/** V9: an end can be reached from everywhere. Dead ends are V8's. */
export function checkEnds({ flow }: CaseType, exploration: Exploration): Problem[] {
  const away = new Set(exploration.moves.filter(({ from, to }) => from !== to).map(({ from }) => from));
  const moving = new Set([...away].flatMap((place) => exploration.configurations[place] ?? []));
  const lasting = new Set(endless(exploration));
  const circling = [...lasting].filter((configuration) => moving.has(configuration));
  const ending = exploration.configurations.filter((configuration) => !lasting.has(configuration));
  const safe = new Set(ending.flatMap(({ leaves }) => leaves));
  const lost = new Set(circling.flatMap(({ leaves }) => leaves).filter((leaf) => !safe.has(leaf)));
  return statesOf(flow)
    .filter(({ key }) => lost.has(key))
    .map(({ key, pointer }) => problemsOf('V9').error('no-way-to-an-end', `/flow${pointer}`, { state: key }));
}
