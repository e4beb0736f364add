import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import type { Appeal } from '../../definition/types.ts';
import common from '../../../case-types/schema/common.schema.json' with { type: 'json' };
import flow from '../../../case-types/schema/flow.schema.json' with { type: 'json' };
import { branchesOf } from '../../flow/walk.ts';
import { beslutOf, type PlacedBeslut } from '../beslut.ts';
import { documentType, typeAt } from '../document-type.ts';
import { placesOf } from '../expressions.ts';
import type { FieldType } from '../field-type.ts';
import { problemsOf } from '../problems-of.ts';

const { error, warning } = problemsOf('V24');

/** V24: a beslut is made by somebody who may, with what the law asks for, and can be appealed where it is said to be. */
export function checkBeslut(caseType: CaseType): Problem[] {
  const document = documentType(caseType);
  const { settings } = caseType;
  const parts = settings.parties.some(({ isPart }) => isPart);
  return [
    ...appealFaults(settings.appeal, '/settings/appeal'),
    ...lodgedFaults(caseType),
    ...beslutOf(caseType).flatMap((placed) => [
      ...delegationFaults(placed, settings.delegation ?? []),
      ...deciderFaults(placed),
      ...repeatedFaults(placed),
      ...outcomeFaults(placed, document),
      ...legalFieldFaults(placed, parts),
      ...communicationFaults(placed, document),
      ...(placed.beslut.appeal ? appealFaults(placed.beslut.appeal, `${placed.pointer}/appeal`) : [])
    ])
  ];
}

/** FL 33 §: a party is told where, how and until when; KL 13 kap. for laglighetsprövning. */
function appealFaults(appeal: Appeal, pointer: string): Problem[] {
  if (appeal.kind === 'ej-overklagbart') return appeal.statute ? [] : [error('appeal-without-statute', pointer)];
  const needed = ['instance', 'handIn', 'period', 'startsWhen', 'statute'] as const;
  return needed.filter((key) => appeal[key] === undefined).map((key) => error(`appeal-without-${NAMES[key]}`, pointer));
}

const NAMES = {
  instance: 'instance',
  handIn: 'hand-in',
  period: 'period',
  startsWhen: 'start',
  statute: 'statute'
} as const;

/** By an employee (KL 7:5), the chair (KL 6:39) or an automated function (KL 6:37). */
const ON_DELEGATION: readonly string[] = ['delegationsbeslut', 'ordforandebeslut', 'automatiserat'];

/** KL 6:37 to 40, 7:5 to 8: a beslut on delegation names an item of the delegationsordning. */
function delegationFaults(
  { beslut: { kind, delegation }, pointer }: PlacedBeslut,
  items: readonly string[]
): Problem[] {
  if (delegation === undefined) return ON_DELEGATION.includes(kind) ? [error('missing-delegation', pointer)] : [];
  return items.includes(delegation) ? [] : [error('unknown-delegation', `${pointer}/delegation`, { delegation })];
}

const OUTSIDE = ['applicant', 'party', 'ombud', 'anyone'];

function deciderFaults({ beslut, pointer, first, appeal }: PlacedBeslut): Problem[] {
  // KL 6:38 second paragraph: no automated beslut in a case that is appealed by 13 kap., or not at all.
  const barred = beslut.kind === 'automatiserat' && appeal.kind !== 'forvaltningsbesvar';
  const byOutsider = (first.branch.meta?.roles ?? []).filter((role) => OUTSIDE.includes(role));
  const unasked = beslut.kind !== 'automatiserat' && first.trigger !== 'on';
  return [
    ...(barred ? [error('automated-barred', `${pointer}/kind`, { appeal: appeal.kind })] : []),
    ...(byOutsider.length > 0 ? [error('beslut-by-outsider', pointer, { roles: byOutsider })] : []),
    ...(unasked ? [error('beslut-without-decider', pointer)] : [])
  ];
}

/** What is decided is decided: a beslut that leaves the case where it was, with nothing that keeps it from being made again. One that changes another (FL 36 to 38 §§) may. */
function repeatedFaults({ beslut, pointer, first, ways }: PlacedBeslut): Problem[] {
  const stays = ways.some(({ target, reenter }) => target === undefined && !reenter);
  const mayRepeat = beslut.changes !== undefined || beslut.kind === 'verkstallighet' || first.branch.meta?.when;
  return stays && !mayRepeat ? [warning('beslut-can-be-repeated', pointer)] : [];
}

/** An appeal that came in is tried for time, and one that came too late is rejected (FL 45 §): the case goes on. */
const lodgedFaults = ({ flow }: CaseType): Problem[] =>
  placesOf(flow)
    .flatMap(({ config, pointer }) => branchesOf(config, pointer))
    .filter(({ branch }) => branch.meta?.appeal !== undefined && branch.target === undefined)
    .map(({ pointer, name }) => error('appeal-leads-nowhere', pointer, { event: name }));

function outcomeFaults({ beslut: { outcome }, pointer }: PlacedBeslut, document: FieldType): Problem[] {
  if (typeof outcome === 'string') return [];
  const type = typeAt(document, outcome.from);
  if (!type || type.kind === 'any') return [];
  const options = type.kind === 'text' ? type.options : undefined;
  if (!options) return [error('outcome-not-a-choice', `${pointer}/outcome`, { field: outcome.from })];
  const strange = options.filter((option) => !common.$defs.outcome.enum.includes(option));
  return strange.length > 0 ? [error('outcome-not-of-list', `${pointer}/outcome`, { options: strange })] : [];
}

/** FL 25 and 32 §§, which FL 2 § switches off where the beslut is tried by laglighetsprövning. */
function legalFieldFaults({ beslut, pointer, appeal }: PlacedBeslut, parts: boolean): Problem[] {
  if (appeal.kind === 'laglighetsprovning' || beslut.kind === 'verkstallighet') return [];
  return [
    ...(beslut.reasons === undefined ? [error('missing-reasons', pointer)] : []),
    ...(parts && beslut.communication === undefined ? [error('missing-communication', pointer)] : [])
  ];
}

function communicationFaults({ beslut: { communication }, pointer }: PlacedBeslut, document: FieldType): Problem[] {
  if (typeof communication !== 'object') return [];
  const type = typeAt(document, communication.from);
  if (!type || type.kind === 'any') return [];
  const options = type.kind === 'text' ? (type.options ?? []) : [];
  const strange = options.filter((option) => !flow.$defs.communicationGround.enum.includes(option));
  if (options.length > 0 && strange.length === 0) return [];
  return [error('communication-not-of-list', `${pointer}/communication`, { options: strange })];
}
