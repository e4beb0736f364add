import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import { problemsOf } from '../problems-of.ts';
import { statusFaults } from '../statuses.ts';
import type { Exploration } from '../../flow/explore.ts';
import { neededTexts } from '../needed-texts.ts';

const { error, warning } = problemsOf('V17');

/** V17: every text that somebody reads is there in Swedish; where another language has begun, it is there in that too. */
export function checkTexts(caseType: CaseType): Problem[] {
  const { sv, ...others } = caseType.texts;
  const needed = new Map(neededTexts(caseType).map(({ key, pointer }) => [key, pointer]));
  const swedish = [...needed]
    .filter(([key]) => !Object.hasOwn(sv, key))
    .map(([key, pointer]) => error('missing-swedish', pointer, { key }));
  const wanted = [...needed.keys(), ...Object.keys(sv)];
  const translations = Object.entries(others).flatMap(([language, texts]) =>
    [...new Set(wanted.filter((key) => !Object.hasOwn(texts, key)))].map((key) =>
      warning('missing-translation', `/texts/${language}`, { key, language })
    )
  );
  return [...swedish, ...translations];
}

/** V17 of statuses: wherever a case rests, the citizen reads one text on where it stands. */
export const checkStatuses = (caseType: CaseType, exploration: Exploration): Problem[] =>
  statusFaults(caseType, exploration).map(({ node, fault }) =>
    fault === 'missing'
      ? error('missing-status', `/flow${node.pointer}`, { key: `state.${node.key}.status` })
      : error('second-status', `/flow${node.pointer}`, { key: `state.${node.key}.status` })
  );
