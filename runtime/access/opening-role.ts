import type { CaseTypeSettings, Channel, Role } from '../definition/types.ts';
import type { Actor } from './model.ts';
import { staffRolesAt } from './roles.ts';

/** Channels that a citizen files through; what comes by the others is registered by staff. */
const OWN: readonly string[] = ['e-service', 'my-pages', 'app', 'digital-mailbox'] satisfies Channel[];

export interface OpeningRequest {
  /** One of the case type's channels. */
  readonly channel: string;
  readonly organ: string;
  readonly unit: string;
}

/**
 * In which role somebody opens a case of a type; null when they may not. Through the e-tjänst: anybody where it asks for
 * no identity, else a person who has logged in; never where the authority itself begins. By phone, letter or visit, or
 * on the authority's own initiative: staff of the unit that gets the case. Pure.
 */
export function openingRole(
  { channels, eService, initiatedBy }: Pick<CaseTypeSettings, 'channels' | 'eService' | 'initiatedBy'>,
  actor: Actor,
  { channel, organ, unit }: OpeningRequest
): Role | null {
  if (!channels.some((known) => known === channel)) return null;
  if (actor.kind === 'system') return 'system';
  if (initiatedBy === 'authority' || eService.authentication === 'staff' || !OWN.includes(channel))
    return actor.kind === 'person' ? registeringRole(actor, { organ, unit }) : null;
  if (actor.kind === 'person') return 'applicant';
  return eService.authentication === 'eid' ? null : 'anyone';
}

const REGISTERS: readonly Role[] = ['caseworker', 'registrar', 'secretary', 'manager', 'contact-centre'];

const registeringRole = (
  { memberships }: Extract<Actor, { kind: 'person' }>,
  place: { organ: string; unit: string }
): Role | null => REGISTERS.find((role) => staffRolesAt(memberships, place).some((held) => held === role)) ?? null;
