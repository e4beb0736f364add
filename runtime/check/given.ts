import type { CaseType } from '../definition/case-type.ts';
import { branchesOf, statesOf } from '../flow/walk.ts';
import type { Exploration, Move } from '../flow/explore.ts';
import { actionsOf } from './actions.ts';
import { placesOf } from './expressions.ts';
import { passagesOf, type Passage } from './passage.ts';

/** Something that a case has from some step on: `/beslut` (a form that was answered), `/fields/x`, `/results/y`, `document z`. */
export type Source = string;

/** What has to have been there for a pointer into the case's document to hold something; null for `/case`, which is always there. */
export function sourceOf(field: string): Source | null {
  const [, part = '', key = ''] = field.split('/');
  if (part === 'case' || part === '') return null;
  return part === 'fields' || part === 'results' ? `/${part}/${key}` : `/${part}`;
}

/** What a case may have, and what it is sure to have, when a step is taken. */
export interface Given {
  readonly gives: (passage: Passage) => ReadonlySet<Source>;
  /** Whether some way to a move, or the move itself, gives it; whether every way does. */
  readonly may: (move: Move, source: Source) => boolean;
  readonly must: (move: Move, source: Source) => boolean;
}

/** What the forms, fields and documents of a flow are given by, and where on the ways through it they are there. Pure. */
export function givenIn(caseType: CaseType, exploration: Exploration): Given {
  const gives = givesOf(caseType);
  const passage = passagesOf(exploration);
  const sure = new Set(decisionsThatNeverFail(caseType));
  const moves = exploration.moves.filter(({ trigger }) => trigger?.kind !== 'failure' || !sure.has(trigger.name));
  const given = new Map([...exploration.openings, ...moves].map((move) => [move, gives(passage(move))]));
  const may = spread({ ...exploration, moves }, given, 'any');
  const must = spread({ ...exploration, moves }, given, 'all');
  const isGiven = (sets: readonly (ReadonlySet<Source> | undefined)[]) => (move: Move, source: Source) =>
    source === '/application' || given.get(move)?.has(source) === true || sets[move.from]?.has(source) === true;
  return { gives, may: isGiven(may), must: isGiven(must) };
}

/** A decision table that ends in a rule for everything else always has an answer. */
const decisionsThatNeverFail = ({ flow, decisions }: CaseType): string[] =>
  statesOf(flow).flatMap(({ config: { invoke } }) => {
    if (invoke?.src !== 'decision' || !Object.hasOwn(decisions, invoke.input.table)) return [];
    const table = decisions[invoke.input.table];
    const isTotal = table?.hitPolicy === 'first' && table.rules.some(({ when }) => when.every((cell) => cell === null));
    return isTotal ? [invoke.id] : [];
  });

/** What each configuration has: what any way to it gives, or what all do. */
function spread(
  { configurations, openings, moves }: Exploration,
  given: ReadonlyMap<Move, ReadonlySet<Source>>,
  which: 'any' | 'all'
): readonly (ReadonlySet<Source> | undefined)[] {
  const found: (Set<Source> | undefined)[] = configurations.map(() => undefined);
  const onward = Map.groupBy(moves, ({ from }) => from);
  const queue: Move[] = [...openings];
  for (let move = queue.pop(); move; move = queue.pop()) {
    const { from, to } = move;
    const brought = new Set([...(found[from] ?? []), ...(given.get(move) ?? [])]);
    const known = found[to];
    const next =
      known === undefined
        ? brought
        : which === 'any'
          ? new Set([...known, ...brought])
          : new Set([...known].filter((source) => brought.has(source)));
    if (known !== undefined && known.size === next.size) continue;
    found[to] = next;
    for (const later of onward.get(to) ?? []) queue.push(later);
  }
  return found;
}

/** What one step of a case gives. */
export function givesOf(caseType: CaseType): (passage: Passage) => ReadonlySet<Source> {
  const byPlace = new Map<string, Source[]>();
  const add = (place: string, source: Source): void => {
    byPlace.set(place, [...(byPlace.get(place) ?? []), source]);
  };
  for (const { config, pointer } of placesOf(caseType.flow)) {
    const lists = Map.groupBy(branchesOf(config, inFlow(pointer)), (placed) => placed.pointer.replace(/\/\d+$/, ''));
    for (const list of lists.values()) {
      const form = list[0]?.branch.meta?.form;
      for (const placed of list) if (form !== undefined) add(placed.pointer, `/${form}`);
    }
  }
  for (const { key, pointer, config } of statesOf(caseType.flow)) {
    // What is worked on while the case is there may be saved before anything is sent.
    if (config.meta?.form) add(`enter ${key}`, `/${config.meta.form}`);
    if (!config.invoke) continue;
    for (const { pointer: way } of branchesOf(config, pointer).filter(({ trigger }) => trigger === 'invoke'))
      add(way, `/results/${config.invoke.id}`);
  }
  for (const { action, pointer } of actionsOf(caseType)) {
    const place = inFlow(pointer);
    const entered = /\/states\/([^/]+)\/entry\/\d+$/.exec(place)?.[1];
    const left = /\/states\/([^/]+)\/exit\/\d+$/.exec(place)?.[1];
    // An exit comes before what follows in the same step, so it is enough that the state was entered before.
    const at =
      entered === undefined && left === undefined ? place.replace(/\/actions\/\d+$/, '') : `enter ${entered ?? left}`;
    if (action.type === 'set-field') add(at, action.params.field);
    if (action.type === 'create-document') add(at, `document ${action.params.document}`);
  }
  return ({ branches, states }) =>
    new Set([...branches, ...states.map((key) => `enter ${key}`)].flatMap((place) => byPlace.get(place) ?? []));
}

const inFlow = (pointer: string): string => pointer.replace(/^\/flow/, '');

/** The moves that come by a branch, or into a state. */
export const movesBy = (
  { openings, moves }: Exploration,
  place: { readonly branch: string } | { readonly state: string }
): Move[] =>
  [...openings, ...moves].filter(({ branches, states }) =>
    'branch' in place ? branches.includes(place.branch) : states.includes(place.state)
  );
