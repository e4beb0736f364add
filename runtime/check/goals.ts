import type { CaseType } from '../definition/case-type.ts';
import type { Json, JsonObject } from '../definition/json.ts';
import type { Problem } from '../definition/problem.ts';
import type { Condition } from '../definition/types.ts';
import { evaluate } from '../form/evaluate.ts';
import type { Environment } from '../form/model.ts';
import { isBlank } from '../form/is-blank.ts';
import { at, isObject } from '../form/pointer.ts';
import type { Exploration } from '../flow/explore.ts';
import type { EngineState } from '../flow/model.ts';
import { branchesOf, statesOf } from '../flow/walk.ts';
import { beslutOf } from './beslut.ts';
import { placesOf } from './expressions.ts';
import { givesOf, sourceOf } from './given.ts';
import type { Passage } from './passage.ts';
import { stuckPlaces } from './rules/v7-v9-reach.ts';
import { whenOf } from './rules/v11-tables.ts';
import { branchAt } from './rules/v14-given.ts';
import { enforcementOf } from './rules/v24-enforcement.ts';
import { tellsOf } from './rules/v24-told.ts';
import { statusFaultAt } from './statuses.ts';

/** A stretch of the way to a fault: it ends with a step that gets there, and no step on it may be one of the others. */
export interface Stage {
  readonly reached: (passage: Passage) => boolean;
  readonly barred?: (passage: Passage) => boolean;
}

/** What a case must do to show a fault. */
export interface Goal {
  readonly stages: readonly Stage[];
  /** What must hold of the case when it is there. */
  readonly holds?: (env: Environment, state: EngineState) => boolean;
  /** The engine breaks off, since the case would go round for ever: to come so far is to be there. */
  readonly breaks?: boolean;
  /** Answers by form that are known to matter. */
  readonly given?: JsonObject;
}

interface About {
  readonly caseType: CaseType;
  readonly exploration: Exploration;
  readonly problem: Problem;
}

/** What a case must do to show a problem; nothing for a problem that no run shows. Pure. */
export const goalOf = (about: About): Goal | undefined =>
  GOALS[`${about.problem.code}.${about.problem.fault}`]?.(about);

/** Whether some run shows such a problem. */
export const isShown = ({ code, fault }: Problem): boolean => Object.hasOwn(GOALS, `${code}.${fault}`);

const GOALS: Readonly<Record<string, (about: About) => Goal | undefined>> = {
  'V8.dead-end': ({ caseType, exploration, problem }) => {
    const stuck = new Set(stuckPlaces(exploration).map(({ leaves }) => leaves.join(' ')));
    const rests = restsIn(caseType, stateAt(problem));
    return one((passage) => rests(passage) && stuck.has(passage.leaves.join(' ')));
  },
  'V8.does-nothing': takesBranch,
  'V8.time-does-nothing': takesBranch,
  'V8.answer-leads-nowhere': takesBranch,
  'V8.branch-stays': takesBranch,
  'V8.no-way-of-its-own': comesTo,
  'V9.no-way-to-an-end': comesTo,
  'V10.always-in-circle': goesRound,
  'V10.decision-in-circle': goesRound,
  'V11.never-true': choosesThere,
  'V11.taken-by-earlier': choosesThere,
  'V11.overlapping': choosesThere,
  'V11.rules-overlap': usesTable,
  'V12.no-role': standsBefore,
  'V12.role-not-in-case': standsBefore,
  'V12.queue-cannot-act': comesTo,
  'V12.citizen-cannot-act': comesTo,
  'V13.no-deadline': comesTo,
  'V13.date-may-be-missing': ({ caseType, problem }) => {
    const key = stateAt(problem);
    const rests = restsIn(caseType, key);
    const times = Object.keys(statesOf(caseType.flow).find((node) => node.key === key)?.config.after ?? {});
    const running = ({ timers }: EngineState) =>
      timers.some(({ state, delay }) => state === key && times.includes(delay));
    return { ...one(rests), holds: (_, state) => !running(state) };
  },
  'V14.never-given': comesWithout,
  'V14.may-be-missing': comesWithout,
  'V14.document-not-made': comesWithout,
  'V17.missing-status': statusFault,
  'V17.second-status': statusFault,
  'V23.end-without-outcome': ({ caseType, problem }) => {
    const decided = new Set(beslutOf(caseType).flatMap(({ branches }) => branches.map(inFlow)));
    const rests = restsIn(caseType, stateAt(problem));
    return {
      stages: [
        {
          reached: (passage) => passage.done && rests(passage),
          barred: ({ branches }) => branches.some((taken) => decided.has(taken))
        }
      ]
    };
  },
  'V24.carried-out-too-early': ({ caseType, problem }) => {
    const beslut = beslutOf(caseType).find(({ pointer }) => pointer === problem.pointer);
    if (!beslut) return undefined;
    const { waits, early, ends } = enforcementOf(caseType);
    const makes = beslut.branches.map(inFlow);
    const isEarly = (passage: Passage) => early(passage) !== undefined;
    return {
      stages: [
        {
          reached: (passage) =>
            passage.branches.some((taken) => makes.includes(taken)) && (!waits(passage) || isEarly(passage))
        },
        { reached: isEarly, barred: (passage) => !isEarly(passage) && (waits(passage) || ends(passage)) }
      ]
    };
  },
  'V24.appeal-leads-nowhere': takesBranch,
  'V24.beslut-can-be-repeated': ({ caseType, problem }) => {
    const makes =
      beslutOf(caseType)
        .find(({ pointer }) => pointer === problem.pointer)
        ?.branches.map(inFlow) ?? [];
    const decides: Stage = { reached: ({ branches }) => branches.some((taken) => makes.includes(taken)) };
    return { stages: [decides, decides] };
  },
  'V24.party-not-told': ({ caseType, problem }) => {
    const beslut = beslutOf(caseType).find(({ pointer }) => pointer === problem.pointer);
    const makes = beslut?.branches.map(inFlow) ?? [];
    const tells = tellsOf(caseType);
    return {
      stages: [
        { reached: (passage) => !tells(passage) && passage.branches.some((taken) => makes.includes(taken)) },
        { reached: ({ done }) => done, barred: tells }
      ]
    };
  }
};

const one = (reached: Stage['reached']): Goal => ({ stages: [{ reached }] });
const inFlow = (pointer: string): string => pointer.replace(/^\/flow/, '');

/** The innermost state that a pointer stands in. */
const stateAt = ({ pointer }: Problem): string => /^.*\/states\/([^/]+)/.exec(pointer)?.[1] ?? '';

/** Whether a case rests in a state, or in a group. */
function restsIn({ flow }: CaseType, key: string): (passage: Passage) => boolean {
  const nodes = new Map(statesOf(flow).map((node) => [node.key, node]));
  const isIn = (leaf: string | null): boolean =>
    leaf !== null && (leaf === key || isIn(nodes.get(leaf)?.parent ?? null));
  return ({ leaves }) => leaves.some(isIn);
}

function comesTo({ caseType, problem }: About): Goal {
  return one(restsIn(caseType, stateAt(problem)));
}

/** An event that nobody may send: there it stands, and the root's stands everywhere. */
function standsBefore({ caseType, problem }: About): Goal {
  const key = stateAt(problem);
  return one(key === '' ? ({ done }) => !done : restsIn(caseType, key));
}

function takesBranch({ problem }: About): Goal {
  const place = inFlow(problem.pointer);
  return one(({ branches }) => branches.some((taken) => taken === place || taken.startsWith(`${place}/`)));
}

function goesRound({ caseType, problem, exploration }: About): Goal {
  const key = stateAt(problem);
  const into = exploration.circles.filter(({ states }) => states.includes(key));
  const rests = restsIn(caseType, key);
  const doors = new Set(into.map(({ from }) => exploration.configurations[from]?.leaves.join(' ') ?? ''));
  return {
    stages: [{ reached: (passage) => rests(passage) || doors.has(passage.leaves.join(' ')) }, NEVER],
    breaks: true
  };
}

const NEVER: Stage = { reached: () => false };

/** The case stands where the choice is made: it takes one of the ways, and where two hold, both do. */
function choosesThere(about: About): Goal | undefined {
  const { caseType, problem } = about;
  if (problem.pointer.startsWith('/decisions/')) return usesTable(about);
  const list = inFlow(problem.pointer)
    .replace(/\/guard$/, '')
    .replace(/\/\d+$/, '');
  const ways = placesOf(caseType.flow)
    .flatMap(({ config, pointer }) => branchesOf(config, inFlow(pointer)))
    .filter(({ pointer }) => pointer === list || pointer.startsWith(`${list}/`));
  const way = ways.find(({ pointer }) => `/flow${pointer}/guard` === problem.pointer);
  const earlier = ways.slice(0, way ? ways.indexOf(way) : 0).flatMap(({ branch }) => branch.guard?.params ?? []);
  return {
    ...one(({ branches }) => branches.some((taken) => ways.some(({ pointer }) => pointer === taken))),
    ...both(problem, way?.branch.guard?.params, earlier)
  };
}

/** Where two hold at once, the case is one in which they do. */
function both(problem: Problem, when: Condition | undefined, earlier: readonly Condition[]): Partial<Goal> {
  const { answers } = problem.params;
  if (typeof answers !== 'string' || !when) return {};
  const given: Json = JSON.parse(answers);
  return {
    ...(isObject(given) && { given }),
    holds: (env) => evaluate(when, env) === true && earlier.some((other) => evaluate(other, env) === true)
  };
}

/** The case is decided by the table, with the rules that are spoken of. */
function usesTable({ caseType, problem }: About): Goal | undefined {
  const [, , key = '', , index = ''] = problem.pointer.split('/');
  const table = Object.hasOwn(caseType.decisions, key) ? caseType.decisions[key] : undefined;
  const deciding = statesOf(caseType.flow).filter(
    ({ config: { invoke } }) => invoke?.src === 'decision' && invoke.input.table === key
  );
  const rule = table?.rules[Number(index)];
  if (!table || !rule || deciding.length === 0) return undefined;
  const earlier = table.rules.slice(0, Number(index)).map((other) => whenOf(table, other));
  const after = deciding.flatMap(({ pointer }) => [`${pointer}/invoke/onDone`, `${pointer}/invoke/onError`]);
  return {
    ...one(({ branches }) => branches.some((taken) => after.some((list) => taken.startsWith(list)))),
    ...both(problem, whenOf(table, rule), earlier)
  };
}

/** The case is where something is needed, by a way that has not given it. */
function comesWithout({ caseType, problem }: About): Goal | undefined {
  if (!problem.pointer.startsWith('/flow')) return undefined;
  const { field, document } = problem.params;
  const source = typeof field === 'string' ? sourceOf(field) : `document ${String(document)}`;
  if (source === null) return undefined;
  const gives = givesOf(caseType);
  const branch = branchAt(caseType, problem.pointer);
  const list = inFlow(branch ?? '').replace(/\/\d+$/, '');
  const key = stateAt(problem);
  const isThere = ({ branches, states }: Passage) =>
    branch === undefined
      ? states.includes(key)
      : branches.some((taken) => taken === list || taken.startsWith(`${list}/`));
  return {
    stages: [{ reached: isThere, barred: (passage) => gives(passage).has(source) }],
    ...(typeof field === 'string' && { holds: ({ data }) => isBlank(at(data, field)) })
  };
}

function statusFault({ caseType, problem, exploration }: About): Goal {
  const key = stateAt(problem);
  const faultAt = statusFaultAt(caseType);
  const wrong = exploration.configurations.filter((configuration) => faultAt(configuration)?.node.key === key);
  const places = new Set(wrong.map(({ leaves }) => leaves.join(' ')));
  return one(({ leaves }) => places.has(leaves.join(' ')));
}
