import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import type { Branch, WaitsFor } from '../../definition/types.ts';
import { branchesOf, statesOf, type PlacedBranch } from '../../flow/walk.ts';
import { placesOf } from '../expressions.ts';
import { problemsOf } from '../problems-of.ts';

const { error, warning } = problemsOf('V8');

/**
 * V8, of single steps: pressing a button does something, a time that runs out does, what an automation answers leads on,
 * and so does a state itself, not only what may happen at any time around it.
 */
export const checkNothing = (caseType: CaseType): Problem[] => [
  ...placesOf(caseType.flow)
    .flatMap(({ config, pointer }) => listsOf(branchesOf(config, pointer)))
    .flatMap(listFaults),
  ...idleStates(caseType)
];

const listsOf = (branches: readonly PlacedBranch[]): PlacedBranch[][] => [
  ...Map.groupBy(branches, ({ pointer }) => pointer.replace(/\/\d+$/, '')).values()
];

function listFaults(list: readonly PlacedBranch[]): Problem[] {
  const [first] = list;
  if (!first) return [];
  const { trigger, name } = first;
  const pointer = first.pointer.replace(/\/\d+$/, '');
  if (trigger === 'invoke')
    return list
      .filter(({ branch }) => branch.target === undefined)
      .map(({ pointer: at }) => error('answer-leads-nowhere', at));
  if (trigger !== 'on' && trigger !== 'after') return [];
  if (list.every(({ branch }) => isIdle(branch)) && first.branch.meta?.form === undefined)
    return [
      trigger === 'on'
        ? error('does-nothing', pointer, { event: name })
        : warning('time-does-nothing', pointer, { delay: name })
    ];
  // Where the same press leads on in other cases, staying here is easily a way that was forgotten.
  const leads = list.some(({ branch }) => branch.target !== undefined);
  const staying = list.filter(({ branch }) => branch.target === undefined && !branch.reenter);
  return leads ? staying.map(({ pointer: at }) => warning('branch-stays', at)) : [];
}

const isIdle = ({ target, actions = [], reenter }: Branch): boolean =>
  target === undefined && actions.length === 0 && !reenter;

/** What comes from others comes to the state that waits for it; staff may work by the buttons of the group. */
const OTHERS: readonly unknown[] = [
  'applicant',
  'party',
  'authority',
  'system',
  'namnd',
  'fullmaktige'
] satisfies WaitsFor[];

/** States that wait for somebody else, with no way on of their own. Those that nothing leads out of at all are dead ends. */
const idleStates = ({ flow }: CaseType): Problem[] =>
  statesOf(flow)
    .filter(
      ({ config, parent }) =>
        parent !== null &&
        OTHERS.includes(config.meta?.waitsFor) &&
        config.type !== 'final' &&
        !config.states &&
        branchesOf(config, '').every(({ branch }) => isIdle(branch) && branch.meta?.form === undefined)
    )
    .map(({ key, pointer }) => warning('no-way-of-its-own', `/flow${pointer}`, { state: key }));
