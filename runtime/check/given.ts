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
  readonly moves: MovesIn;
}

/** What the forms, fields and documents of a flow are given by, and where on the ways through it they are there. Pure. */
export function givenIn(caseType: CaseType, exploration: Exploration): Given {
  const gives = givesOf(caseType);
  const passage = passagesOf(exploration);
  const sure = new Set(decisionsThatNeverFail(caseType));
  const moves = exploration.moves.filter(({ trigger }) => trigger?.kind !== 'failure' || !sure.has(trigger.name));
  const bits = new Map<Source, bigint>();
  const bitOf = (source: Source): bigint => {
    const bit = bits.get(source) ?? 1n << BigInt(bits.size);
    bits.set(source, bit);
    return bit;
  };
  const all = [...exploration.openings, ...exploration.moves];
  const given = new Map(
    all.map((move) => [move, [...gives(passage(move))].reduce((mask, source) => mask | bitOf(source), 0n)])
  );
  const may = spread({ ...exploration, moves }, given, (one, other) => one | other);
  const must = spread({ ...exploration, moves }, given, (one, other) => one & other);
  const isGiven = (before: readonly (bigint | undefined)[]) => (move: Move, source: Source) =>
    source === '/application' ||
    (((given.get(move) ?? 0n) | (before[move.from] ?? 0n)) & (bits.get(source) ?? 0n)) !== 0n;
  return { gives, may: isGiven(may), must: isGiven(must), moves: movesIn(all) };
}

/** A decision table that ends in a rule for everything else always has an answer. */
const decisionsThatNeverFail = ({ flow, decisions }: CaseType): string[] =>
  statesOf(flow).flatMap(({ config: { invoke } }) => {
    if (invoke?.src !== 'decision' || !Object.hasOwn(decisions, invoke.input.table)) return [];
    const table = decisions[invoke.input.table];
    const isTotal = table?.hitPolicy === 'first' && table.rules.some(({ when }) => when.every((cell) => cell === null));
    return isTotal ? [invoke.id] : [];
  });

/** What each configuration has, one bit for each source: what the ways to it give, put together. */
function spread(
  { configurations, openings, moves }: Exploration,
  given: ReadonlyMap<Move, bigint>,
  together: (one: bigint, other: bigint) => bigint
): readonly (bigint | undefined)[] {
  const found: (bigint | undefined)[] = configurations.map(() => undefined);
  const onward = Map.groupBy(moves, ({ from }) => from);
  const waiting = new Set<number>();
  const follow = (move: Move): void => {
    const { from, to } = move;
    const brought = (found[from] ?? 0n) | (given.get(move) ?? 0n);
    const known = found[to];
    const next = known === undefined ? brought : together(known, brought);
    if (known === next) return;
    found[to] = next;
    waiting.add(to);
  };
  openings.forEach(follow);
  for (const place of waiting) {
    waiting.delete(place);
    onward.get(place)?.forEach(follow);
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
export interface MovesIn {
  readonly by: (branch: string) => readonly Move[];
  readonly into: (state: string) => readonly Move[];
}

function movesIn(moves: readonly Move[]): MovesIn {
  const [branches, states] = [new Map<string, Move[]>(), new Map<string, Move[]>()];
  const add = (lists: Map<string, Move[]>, key: string, move: Move): void => {
    const list = lists.get(key);
    if (!list) lists.set(key, [move]);
    else if (list.at(-1) !== move) list.push(move);
  };
  for (const move of moves) {
    for (const branch of move.branches) add(branches, branch, move);
    for (const state of move.states) add(states, state, move);
  }
  return { by: (branch) => branches.get(branch) ?? [], into: (state) => states.get(state) ?? [] };
}
