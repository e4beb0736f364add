import type { Role } from '../definition/types.ts';
import { isOwnParty } from './acts-for.ts';
import type { Actor, CasePlace, Membership } from './model.ts';

export const STAFF_ROLES = [
  'caseworker',
  'manager',
  'registrar',
  'secretary',
  'contact-centre',
  'archivist',
  'administrator'
] as const satisfies readonly Role[];

const ROLES: readonly Role[] = ['applicant', 'party', 'ombud', 'anyone', 'system', ...STAFF_ROLES];

export const isRole = (text: string): text is Role => ROLES.some((role) => role === text);

export type StaffRole = (typeof STAFF_ROLES)[number];

export const isStaffRole = (role: Role): role is StaffRole => STAFF_ROLES.some((staff) => staff === role);

/**
 * The roles that somebody has in a case; none is the default. A role gives no other: a manager is no caseworker.
 * Staff roles come from memberships in the case's own organ and unit. Who is a part in the case has no staff role in it
 * (jäv, FL 16 §). Parties may do what the holder of the status link may. Pure.
 */
export function rolesIn(actor: Actor, place: CasePlace): Role[] {
  switch (actor.kind) {
    case 'system':
      return ['system'];
    case 'link':
      return actor.caseId === place.id ? ['anyone'] : [];
    case 'anonymous':
      return [];
    case 'person':
      return [
        ...partyRolesOf(actor, place),
        ...(isPartIn(actor, place) ? [] : staffRolesAt(actor.memberships, place))
      ].filter((role, index, all) => all.indexOf(role) === index);
  }
}

type Person = Extract<Actor, { kind: 'person' }>;

/** The parties of a case for whom somebody acts there: themselves, or whom they have a right to act for in it. Pure. */
export const ownParties = (actor: Actor, place: CasePlace): CasePlace['parties'] =>
  actor.kind === 'person' ? place.parties.filter((party) => isOwnParty(actor, party, place)) : [];

/** A part in the case, whom its handling concerns: disqualified from it as staff. */
export const isPartIn = (person: Person, place: CasePlace): boolean =>
  ownParties(person, place).some(({ isPart }) => isPart);

function partyRolesOf(person: Person, place: CasePlace): Role[] {
  const roles = ownParties(person, place).map(({ role }) => role);
  return roles.length > 0 ? [...roles, 'anyone'] : [];
}

/** The staff roles of somebody in a unit of an organ. */
export const staffRolesAt = (memberships: readonly Membership[], place: { organ: string; unit: string }): StaffRole[] =>
  memberships
    .filter(({ organ, unit }) => organ === place.organ && (unit === null || unit === place.unit))
    .map(({ role }) => role)
    .filter(isStaffRole);
