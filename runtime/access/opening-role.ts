import type { CaseTypeSettings, Channel, Role } from '../definition/types.ts';
import type { Actor, Membership } from './model.ts';
import { staffRolesAt } from './roles.ts';
import { visibleAt } from './view.ts';

const OWN: readonly string[] = ['e-service', 'my-pages', 'app', 'digital-mailbox'] satisfies Channel[];

/** Whether a citizen files through a channel; what comes by the others is registered by staff. */
export const isOwnChannel = (channel: string): boolean => OWN.includes(channel);

export interface OpeningRequest {
  /** One of the case type's channels. */
  readonly channel: string;
  readonly organ: string;
  readonly unit: string;
}

/**
 * In which role somebody opens a case of a type; null when they may not. Through the e-tjänst: anybody where it asks for
 * no identity, else a person who has logged in; never where the authority itself begins. By phone, letter or visit, or
 * on the authority's own initiative: staff of the unit that gets the case, and the contact centre where it may know that
 * the case is there. Pure.
 */
export function openingRole(settings: Settings, actor: Actor, request: OpeningRequest): Role | null {
  const { channels, eService, initiatedBy } = settings;
  if (!channels.some((known) => known === request.channel)) return null;
  if (actor.kind === 'system') return 'system';
  if (initiatedBy === 'authority' || eService.authentication === 'staff' || !isOwnChannel(request.channel))
    return actor.kind === 'person' ? registeringRole(settings, actor.memberships, request) : null;
  if (actor.kind === 'person') return 'applicant';
  return eService.authentication === 'eid' ? null : 'anyone';
}

/**
 * The channels by which somebody at work registers what comes in to a case type's owner or to an organ that has adopted it, or begins
 * such a case for the authority. None for those who may not. Pure.
 */
export const channelsToRegister = (
  settings: Settings & Pick<CaseTypeSettings, 'owner' | 'adopters'>,
  actor: Actor
): Channel[] =>
  settings.channels.filter((channel) =>
    [settings.owner, ...(settings.adopters ?? [])].some(({ organ, unit }) =>
      isRegistered(openingRole(settings, actor, { channel, organ, unit }))
    )
  );

/** Whether a case is opened in a role at work: for somebody who phoned, wrote or came, or for the authority. Pure. */
export const isRegistered = (role: Role | null): boolean => role !== null && REGISTERS.includes(role);

type Settings = Pick<CaseTypeSettings, 'channels' | 'eService' | 'initiatedBy' | 'visibleTo' | 'adopters'>;

const REGISTERS: readonly Role[] = ['caseworker', 'registrar', 'secretary', 'manager', 'contact-centre'];

function registeringRole(settings: Settings, memberships: readonly Membership[], request: OpeningRequest): Role | null {
  const held: readonly Role[] = staffRolesAt(memberships, request);
  const inUnit = REGISTERS.find((role) => held.includes(role));
  if (inUnit) return inUnit;
  const answersThePhone = memberships.some(({ role }) => role === 'contact-centre');
  return answersThePhone && visibleAt(settings, request.organ).contactCentre !== 'none' ? 'contact-centre' : null;
}
