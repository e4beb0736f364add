import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import { branchesOf } from '../../flow/walk.ts';
import { placesOf } from '../expressions.ts';
import { problemsOf } from '../problems-of.ts';

const { error } = problemsOf('V12');

const OUTSIDE = ['applicant', 'party', 'ombud'];

/** V12: every event has somebody who may send it, and who can stand in such a case. */
export function checkRoles({ flow, settings }: CaseType): Problem[] {
  const inCase = settings.parties.map(({ role }): string => role);
  return placesOf(flow)
    .flatMap(({ config, pointer }) => branchesOf(config, pointer))
    .filter(({ trigger, branch, pointer }) => trigger === 'on' && (branch.meta || /\/on\/[^/]+(\/0)?$/.test(pointer)))
    .flatMap(({ branch, pointer, name }) => {
      const roles = branch.meta?.roles ?? [];
      if (roles.length === 0) return [error('no-role', pointer, { event: name })];
      const possible = roles.filter((role) => !OUTSIDE.includes(role) || inCase.includes(role));
      return possible.length > 0 ? [] : [error('role-not-in-case', `${pointer}/meta/roles`, { event: name, roles })];
    });
}
