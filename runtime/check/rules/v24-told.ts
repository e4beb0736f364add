import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import type { Action } from '../../definition/types.ts';
import type { Exploration } from '../../flow/explore.ts';
import { actionsOf } from '../actions.ts';
import { beslutOf } from '../beslut.ts';
import { passagesOf, type Passage } from '../passage.ts';
import { problemsOf } from '../problems-of.ts';
import { reachable } from '../reachable.ts';

const { warning } = problemsOf('V24');

/**
 * V24: who is a part in the case is told of the beslut (FL 33 §): from every beslut each way to an end tells one, by a
 * message, a document that is sent, or a notice. A warning, since the law lets it be where it is obviously unnecessary.
 */
export function checkTold(caseType: CaseType, exploration: Exploration): Problem[] {
  if (partsOf(caseType).length === 0) return [];
  const tells = tellsOf(caseType);
  const passage = passagesOf(exploration);
  return beslutOf(caseType).flatMap(({ beslut, branches, pointer, appeal }) => {
    // FL 33 § is switched off where the beslut is tried by laglighetsprövning (FL 2 §); verkställighet is no beslut.
    if (appeal.kind === 'laglighetsprovning' || beslut.kind === 'verkstallighet') return [];
    const silent = exploration.moves.filter(
      (move) => move.branches.some((taken) => branches.includes(`/flow${taken}`)) && !tells(passage(move))
    );
    const reached = reachable(
      exploration,
      silent.map(({ to }) => to),
      (move) => !tells(passage(move))
    );
    const [end] = [...reached].flatMap((place) => {
      const { done = false, leaves = [] } = exploration.configurations[place] ?? {};
      return done ? leaves : [];
    });
    return end === undefined ? [] : [warning('party-not-told', pointer, { state: end })];
  });
}

const partsOf = ({ settings }: CaseType): readonly string[] =>
  settings.parties.filter(({ isPart }) => isPart).map(({ role }) => role);

/** Whether a step of a case tells a part something. */
export function tellsOf(caseType: CaseType): (passage: Passage) => boolean {
  const parts = [...partsOf(caseType), 'ombud'];
  const places = actionsOf(caseType)
    .filter(({ action }) => tells(action, parts))
    .map(({ pointer }) => pointer.replace(/^\/flow/, ''));
  const branches = new Set(places.map((place) => place.replace(/\/actions\/\d+$/, '')));
  const entered = new Set(places.flatMap((place) => /\/states\/([^/]+)\/entry\/\d+$/.exec(place)?.[1] ?? []));
  const left = places.flatMap((place) => /^(.*\/)exit\/\d+$/.exec(place)?.[1] ?? []);
  return ({ branches: taken, states }) =>
    taken.some((branch) => branches.has(branch) || left.some((state) => branch.startsWith(state))) ||
    states.some((key) => entered.has(key));
}

function tells(action: Action, parts: readonly string[]): boolean {
  if (action.type === 'notify') return parts.includes(action.params.to);
  if (action.type === 'create-document') return action.params.to?.some((role) => parts.includes(role)) === true;
  return action.type === 'announce';
}
