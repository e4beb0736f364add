import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import type { Condition, Value } from '../../definition/types.ts';
import { elementsOf } from '../../definition/walk-form.ts';
import type { Exploration, Move } from '../../flow/explore.ts';
import { branchesOf, statesOf } from '../../flow/walk.ts';
import { actionsOf } from '../actions.ts';
import { beslutOf } from '../beslut.ts';
import { expressionsOf, placesOf } from '../expressions.ts';
import { givenIn, sourceOf, type Given, type Source } from '../given.ts';
import { possible } from '../possible.ts';
import { problemsOf } from '../problems-of.ts';

const { error, warning } = problemsOf('V14');

/** Something that is needed where a case is, and the moves that come there. */
interface Need {
  readonly pointer: string;
  readonly source: Source;
  /** What the problem names. */
  readonly name: string;
  readonly moves: readonly Move[];
  /** It must be there on every way: without it what is done there cannot be done. */
  readonly always: boolean;
}

/**
 * V14, second half: what is needed somewhere in the flow has been given before the case comes there: no condition, value,
 * decision table, beslut or automation reads what no way there gives, and no document is signed or sent before it is made.
 */
export function checkGiven(caseType: CaseType, exploration: Exploration): Problem[] {
  const given = givenIn(caseType, exploration);
  const known = sourcesOf(caseType);
  return [
    ...[...valueNeeds(caseType, given), ...documentNeeds(caseType, given)]
      .filter(({ source }) => known.has(source))
      .flatMap((need) => faultOf(need, given)),
    ...guardFaults(caseType, given),
    ...shownFaults(caseType, given)
  ];
}

/** What is not there at all other rules speak of. */
const sourcesOf = (caseType: CaseType): ReadonlySet<Source> =>
  new Set([
    ...Object.keys(caseType.forms).map((form) => `/${form}`),
    ...Object.keys(caseType.settings.fields?.properties ?? {}).map((field) => `/fields/${field}`),
    ...statesOf(caseType.flow).flatMap(({ config }) => (config.invoke ? [`/results/${config.invoke.id}`] : [])),
    ...actionsOf(caseType).flatMap(({ action }) =>
      action.type === 'create-document' ? [`document ${action.params.document}`] : []
    )
  ]);

function faultOf({ pointer, source, name, moves, always }: Need, given: Given): Problem[] {
  if (moves.length === 0) return [];
  const params = source.startsWith('document ') ? { document: name } : { field: name };
  const what = source.startsWith('document ') ? 'document-not-made' : 'never-given';
  if (!moves.some((move) => given.may(move, source))) return [error(what, pointer, params)];
  return always && !moves.every((move) => given.must(move, source)) ? [warning('may-be-missing', pointer, params)] : [];
}

/** Values that actions, automations and beslut take from the case. */
function valueNeeds(caseType: CaseType, { moves }: Given): Need[] {
  const { values } = expressionsOf(caseType);
  const outcomes = beslutOf(caseType).flatMap(({ beslut: { outcome }, pointer, branches }) =>
    typeof outcome === 'string'
      ? []
      : [
          need(
            `${pointer}/outcome`,
            outcome.from,
            branches.flatMap((branch) => moves.by(inFlow(branch))),
            true
          )
        ]
  );
  const placed = values.flatMap(({ value, pointer, shown }) => {
    const field = readBy(value);
    if (field === undefined || shown || !pointer.startsWith('/flow')) return [];
    const paid = /\/invoke\/input\/amount$/.test(pointer);
    return [need(pointer, field, movesTo(caseType, moves, pointer), paid)];
  });
  const tables = statesOf(caseType.flow).flatMap(({ config, key, pointer }) => {
    const { invoke } = config;
    const table = invoke?.src === 'decision' ? caseType.decisions[invoke.input.table] : undefined;
    return (table?.inputs ?? []).map(({ field }) =>
      need(`/flow${pointer}/invoke/input/table`, field, moves.into(key), false)
    );
  });
  return [...outcomes, ...placed, ...tables].flat();
}

const readBy = (value: Value): string | undefined =>
  typeof value === 'object' && 'from' in value ? value.from : undefined;

function need(pointer: string, field: string, moves: readonly Move[], always: boolean): Need[] {
  const source = sourceOf(field);
  return source === null ? [] : [{ pointer, source, name: field, moves, always }];
}

/** The moves that come to where a pointer into the flow stands: by its branch, else into its state. */
function movesTo(caseType: CaseType, moves: Given['moves'], pointer: string): readonly Move[] {
  const branch = branchAt(caseType, pointer);
  const state = /\/states\/([^/]+)\/(?:entry|invoke)\//.exec(pointer)?.[1];
  if (branch !== undefined) return moves.by(inFlow(branch));
  return state === undefined ? [] : moves.into(state);
}

/** The branch that a pointer stands in. */
export const branchAt = ({ flow }: CaseType, place: string): string | undefined =>
  placesOf(flow)
    .flatMap(({ config, pointer }) => branchesOf(config, pointer))
    .find(({ pointer }) => place === pointer || place.startsWith(`${pointer}/`))?.pointer;

/** Documents that somebody is to sign or approve, or that are sent. */
function documentNeeds(caseType: CaseType, { moves }: Given): Need[] {
  const made = (document: string, pointer: string, there: readonly Move[]): Need => ({
    ...{ pointer, source: `document ${document}`, name: document, moves: there, always: true }
  });
  const signed = statesOf(caseType.flow).flatMap(({ config: { invoke }, key, pointer }) =>
    (invoke?.src === 'sign' || invoke?.src === 'approval') && invoke.input.document !== undefined
      ? [made(invoke.input.document, `/flow${pointer}/invoke/input/document`, moves.into(key))]
      : []
  );
  const sent = actionsOf(caseType).flatMap(({ action, pointer }) =>
    action.type === 'send'
      ? (action.params.documents ?? []).map((document, index) =>
          made(document, `${pointer}/params/documents/${index}`, movesTo(caseType, moves, pointer))
        )
      : []
  );
  return [...signed, ...sent];
}

/** Conditions that can never be true where they stand, since what they read has not been given there. */
function guardFaults(caseType: CaseType, given: Given): Problem[] {
  const named = caseType.settings.conditions ?? {};
  const branches = placesOf(caseType.flow).flatMap(({ config, pointer }) => branchesOf(config, pointer));
  const lists = Map.groupBy(branches, ({ pointer }) => pointer.replace(/\/\d+$/, ''));
  return branches.flatMap(({ branch, pointer }) => {
    if (!branch.guard) return [];
    const others = lists.get(pointer.replace(/\/\d+$/, '')) ?? [];
    const moves = others.flatMap((other) => given.moves.by(inFlow(other.pointer)));
    const field = missingIn(branch.guard.params, named, moves, given);
    return field === undefined ? [] : [error('never-given', `${pointer}/guard`, { field })];
  });
}

/** Questions of a form that are never shown, since what they wait for is never given when the form is filled in. */
function shownFaults(caseType: CaseType, given: Given): Problem[] {
  const named = caseType.settings.conditions ?? {};
  return elementsOf(caseType).flatMap(({ element, form, pointer, list }) => {
    if (form === 'application' || list !== null || element.type === 'Categorization' || !element.visibleWhen) return [];
    const used = placesOf(caseType.flow)
      .flatMap(({ config, pointer: at }) => branchesOf(config, at))
      .filter(({ branch }) => branch.meta?.form === form)
      .flatMap(({ pointer: at }) => given.moves.by(inFlow(at)));
    const field = missingIn(element.visibleWhen, named, used, given);
    return field === undefined ? [] : [error('never-given', `${pointer}/visibleWhen`, { field })];
  });
}

/** The field whose absence keeps a condition from ever being true. */
function missingIn(
  when: Condition,
  named: Readonly<Record<string, Condition>>,
  moves: readonly Move[],
  given: Given
): string | undefined {
  if (moves.length === 0) return undefined;
  const missing: string[] = [];
  const isThere = (field: string): boolean => {
    const source = sourceOf(field);
    const there = source === null || moves.some((move) => given.may(move, source));
    if (!there) missing.push(field);
    return there;
  };
  return possible(when, named, isThere).has(true) ? undefined : missing[0];
}

const inFlow = (pointer: string): string => pointer.replace(/^\/flow/, '');
