import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import type { FlowNode } from '../../flow/model.ts';
import { branchesOf, statesOf } from '../../flow/walk.ts';
import { placesOf } from '../expressions.ts';
import { problemsOf } from '../problems-of.ts';

const { error, warning } = problemsOf('V12');

const OUTSIDE = ['applicant', 'party', 'ombud'];

/** V12: every event has somebody who may send it, and who can stand in such a case; and whoever a case waits for may do something. */
export const checkRoles = (caseType: CaseType): Problem[] => [...eventFaults(caseType), ...queueFaults(caseType)];

function eventFaults({ flow, settings }: CaseType): Problem[] {
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

/** A case lies in somebody's queue, or asks the citizen to act, and there is nothing that they may do there. */
function queueFaults({ flow }: CaseType): Problem[] {
  const nodes = statesOf(flow);
  const groupOf = ({ parent }: FlowNode) => nodes.find(({ key }) => key === parent);
  const rolesAt = (node: FlowNode | undefined): string[] => [
    ...branchesOf(node ? node.config : flow, '').flatMap(({ branch }) => branch.meta?.roles ?? []),
    ...(node ? rolesAt(groupOf(node)) : [])
  ];
  return nodes
    .filter(({ config }) => !config.states && config.type !== 'final' && !config.invoke && config.on)
    .flatMap((node) => {
      const { role, actionRequired } = node.config.meta ?? {};
      const roles = rolesAt(node);
      const idle = role !== undefined && role !== 'system' && !roles.includes(role);
      const asked = actionRequired === true && !roles.some((one) => one === 'anyone' || OUTSIDE.includes(one));
      return [
        ...(idle
          ? [warning('queue-cannot-act', `/flow${node.pointer}/meta/role`, { state: node.key, roles: [role] })]
          : []),
        ...(asked
          ? [warning('citizen-cannot-act', `/flow${node.pointer}/meta/actionRequired`, { state: node.key })]
          : [])
      ];
    });
}
