import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import type { Exploration } from '../../flow/explore.ts';
import { levelOf } from '../level.ts';
import { problemsOf } from '../problems-of.ts';

const { error } = problemsOf('V22');

/** V22: the level of maturity that the owner claims is reached. */
export function checkLevel(caseType: CaseType, exploration: Exploration): Problem[] {
  const claimed = caseType.settings.eService.level;
  const reached = levelOf(caseType, exploration);
  return claimed > reached ? [error('level-not-reached', '/settings/eService/level', { claimed, reached })] : [];
}
