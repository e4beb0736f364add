import type { CaseTypeSettings, PartyRule, Sight } from '../definition/types.ts';
import { refuse, type Refusal } from '../errors/refusal.ts';
import type { Actor, CasePlace, Membership } from './model.ts';
import { isPartIn, isStaffRole, rolesIn, type StaffRole } from './roles.ts';

/** A part of a case that can be shown or not. */
export type CasePart = PartyRule['sees'][number];

/** How much of a case somebody sees: whether it exists, where it stands, all of it; and for parties which parts of it. */
export interface CaseView {
  readonly sight: Sight;
  readonly parts: readonly CasePart[];
}

const ALL: readonly CasePart[] = ['status', 'messages', 'beslut', 'application', 'documents', 'timeline'];
const READS_ALL: readonly StaffRole[] = ['caseworker', 'manager', 'registrar', 'secretary', 'archivist'];
const FULL: CaseView = { sight: 'full', parts: ALL };
const BY_SIGHT: Readonly<Record<Sight, CaseView>> = {
  none: { sight: 'none', parts: [] },
  exists: { sight: 'exists', parts: [] },
  status: { sight: 'status', parts: ['status'] },
  full: FULL
};
const ORDER: readonly Sight[] = ['none', 'exists', 'status', 'full'];

type Settings = Pick<CaseTypeSettings, 'parties' | 'visibleTo' | 'adopters'>;

/**
 * What somebody sees of a case. Those who work with it see all; another organ, and the contact centre, what the case
 * type says and no more (OSL 8:1); a party what the case type gives its role, since partsinsyn is tried handling by
 * handling (OSL 10:3); the status link the status; everybody else nothing. Pure.
 */
export function viewOf(settings: Settings, place: CasePlace, actor: Actor): CaseView {
  const roles = rolesIn(actor, place);
  if (roles.includes('system') || READS_ALL.some((role) => roles.includes(role))) return FULL;
  const parts = new Set(settings.parties.filter(({ role }) => roles.includes(role)).flatMap(({ sees }) => sees));
  const looksIn = actor.kind === 'person' && !isPartIn(actor, place);
  const outside = BY_SIGHT[looksIn ? outsideSight(settings, place, actor.memberships) : 'none'];
  const isToldStatus = actor.kind === 'link' ? roles.includes('anyone') : parts.has('status');
  const link = BY_SIGHT[isToldStatus ? 'status' : 'none'];
  return {
    sight: widest([outside.sight, link.sight]),
    parts: ALL.filter((part) => [...parts, ...outside.parts, ...link.parts].includes(part))
  };
}

/**
 * What somebody is told who asks for a case that they see nothing of: that they may not; and where it is secret in itself that somebody has
 * such a case, as with socialtjänsten (OSL 26:1), that there is none, unless the case type lets them know. Pure.
 */
export const hiddenAs = (settings: Settings & Secrecy, place: CasePlace, actor: Actor): Refusal =>
  refuse(
    isSecretInItself(settings) && viewOf(settings, place, actor).sight === 'none' ? 'case.not_found' : 'access.denied'
  );

type Secrecy = Pick<CaseTypeSettings, 'securityClass'>;

/** Of the classes of information, 0 to 3. */
const GREATEST_HARM = 3;

/** Whether not only what a case says is secret, but that somebody has one. Pure. */
export const isSecretInItself = ({ securityClass }: Secrecy): boolean =>
  securityClass?.confidentiality === GREATEST_HARM;

/** What the case type lets others see of the cases of an organ: of one that has adopted it, what is said of that one. Pure. */
export const visibleAt = (
  { visibleTo, adopters = [] }: Pick<CaseTypeSettings, 'visibleTo' | 'adopters'>,
  organ: string
): CaseTypeSettings['visibleTo'] => adopters.find((adopter) => adopter.organ === organ)?.visibleTo ?? visibleTo;

/** Other units of the same organ see nothing: what they need to know is handed to them. */
function outsideSight(settings: Settings, place: CasePlace, memberships: readonly Membership[]): Sight {
  const visibleTo = visibleAt(settings, place.organ);
  const staff = memberships.filter(({ role }) => isStaffRole(role) && role !== 'administrator');
  return widest([
    'none',
    ...(staff.some(({ role }) => role === 'contact-centre') ? [visibleTo.contactCentre] : []),
    ...(staff.some(({ organ }) => organ !== place.organ) ? [visibleTo.otherOrgans] : [])
  ]);
}

const widest = (sights: readonly Sight[]): Sight => ORDER.findLast((sight) => sights.includes(sight)) ?? 'none';
