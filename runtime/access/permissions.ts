import type { CaseTypeSettings } from '../definition/types.ts';
import type { Actor, CasePlace } from './model.ts';
import { isPartIn, rolesIn, staffRolesAt, type StaffRole } from './roles.ts';
import { viewOf } from './view.ts';

interface Viewed {
  readonly settings: Pick<CaseTypeSettings, 'parties' | 'visibleTo' | 'adopters'>;
  readonly place: CasePlace;
}

interface Unit {
  readonly organ: string;
  readonly unit: string;
}

/** Everything that can be permitted beside the events of a flow, and what it is tried against. Closed: what is not here nobody may. */
interface Subjects {
  /** Read all that the case holds. */
  'case.read': Viewed;
  /** See where the case stands. */
  'case.status': Viewed;
  /** Take the case, give it to somebody, hand it to a unit. */
  'case.assign': CasePlace;
  /** Write in the case beside its flow: notes, handlingar, the day a party got a beslut. */
  'case.write': CasePlace;
  /** See who somebody with protected identity is: the fewer who know, the better. */
  'identity.read': CasePlace;
  /** Add somebody to the case. */
  'party.add': Viewed & { readonly role: CaseTypeSettings['parties'][number]['role'] };
  /** Open the desk of a unit. */
  'desk.open': Unit;
  /** A draft is stored for its citizen and read by nobody else (TF 2:13). */
  'draft.read': { readonly ownerId: string | null };
  /** Register who may act for whom before an organ: what is shown on paper. */
  'mandate.register': { readonly organ: string };
  /** Put up and take down notices of an organ. */
  'notice.manage': Unit;
  /** Design and publish the case types of an organ. */
  'case-type.manage': Unit;
  /** See dead jobs and run them again: keys and codes, no content. */
  'jobs.manage': null;
  /** Let other systems in, and shut them out. */
  'service-account.manage': null;
  /** Say which organs and units there are, who works there in which role, and who decides on what. Read who said what of it. */
  'organisation.manage': null;
  /** Keep people and groups as the staff's directory has them. */
  'people.provision': null;
  /** Give back what somebody had who has left. */
  'case.release': null;
}

export type Permission = keyof Subjects;

/** The roles that work with cases. */
export const WORKS: readonly StaffRole[] = ['caseworker', 'manager', 'registrar', 'secretary'];

/** The one place where it is decided. Each rule says who; what no rule gives is denied. */
const RULES: { readonly [Name in Permission]: (actor: Actor, subject: Subjects[Name]) => boolean } = {
  'case.read': (actor, { settings, place }) => viewOf(settings, place, actor).sight === 'full',
  'case.status': (actor, { settings, place }) => viewOf(settings, place, actor).parts.includes('status'),
  'case.assign': (actor, place) => hasRole(actor, place, WORKS),
  'case.write': (actor, place) => hasRole(actor, place, WORKS),
  'identity.read': (actor, place) => hasRole(actor, place, ['manager']),
  'party.add': (actor, { settings, place, role }) => {
    const rule = settings.parties.find((party) => party.role === role);
    return rule !== undefined && rolesIn(actor, place).some((held) => rule.addedBy.includes(held));
  },
  'desk.open': (actor, unit) => worksAt(actor, unit, [...WORKS, 'contact-centre', 'archivist']),
  'draft.read': (actor, { ownerId }) => actor.kind === 'person' && ownerId !== null && actor.personId === ownerId,
  'mandate.register': (actor, { organ }) =>
    actor.kind === 'person' &&
    !actor.service &&
    actor.memberships.some((held) => held.organ === organ && ['registrar', 'caseworker'].includes(held.role)),
  'notice.manage': (actor, unit) => worksAt(actor, unit, ['registrar', 'secretary']),
  'case-type.manage': (actor, unit) => worksAt(actor, unit, ['administrator']),
  'jobs.manage': isSystemAdministrator,
  'service-account.manage': isSystemAdministrator,
  'organisation.manage': isSystemAdministrator,
  'people.provision': (actor) => actor.kind === 'person' && actor.provisions === true,
  'case.release': (actor) => actor.kind === 'system'
};

/** Whether somebody may do something. Default deny: a system actor too has only what a rule gives it. Pure. */
export const may = <Name extends Permission>(actor: Actor, permission: Name, subject: Subjects[Name]): boolean =>
  RULES[permission](actor, subject);

/**
 * Never by a role in an organ, since whoever gives roles could give themselves another nämnd's (OSL 8:1); never another system,
 * whatever its token is good for.
 */
function isSystemAdministrator(actor: Actor): boolean {
  return actor.kind === 'person' && actor.administers === true && !actor.service;
}

const hasRole = (actor: Actor, place: CasePlace, roles: readonly StaffRole[]): boolean =>
  actor.kind === 'person' && !isPartIn(actor, place) && worksAt(actor, place, roles);

const worksAt = (actor: Actor, unit: Unit, roles: readonly StaffRole[]): boolean =>
  actor.kind === 'person' && staffRolesAt(actor.memberships, unit).some((role) => roles.includes(role));
