import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import type { Exploration } from '../../flow/explore.ts';
import { beslutOf } from '../beslut.ts';
import { problemsOf } from '../problems-of.ts';
import { reachable } from '../reachable.ts';

const { error } = problemsOf('V23');

/** V23, second half: every end says how the case came out, by its own `outcome` or because a beslut has said so on every way to it. */
export function checkOutcomes(caseType: CaseType, exploration: Exploration): Problem[] {
  const decided = new Set(beslutOf(caseType).flatMap(({ branches }) => branches));
  const beginnings = exploration.configurations.slice(0, exploration.beginnings).map((_, place) => place);
  const undecided = reachable(exploration, beginnings, ({ branches }) =>
    branches.every((pointer) => !decided.has(`/flow${pointer}`))
  );
  const ends = new Set(
    [...undecided].flatMap((place) => {
      const configuration = exploration.configurations[place];
      return configuration?.done ? configuration.leaves : [];
    })
  );
  return Object.entries(caseType.flow.states)
    .filter(([key, { meta }]) => ends.has(key) && meta?.outcome === undefined)
    .map(([key]) => error('end-without-outcome', `/flow/states/${key}`, { state: key }));
}
