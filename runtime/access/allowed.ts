import type { LegalState, Role } from '../definition/types.ts';
import { availableEvents } from '../flow/available-events.ts';
import type { AvailableEvent, Definition } from '../flow/model.ts';
import { mayDecide } from './delegation.ts';
import type { Actor, CaseRecord } from './model.ts';
import { rolesIn } from './roles.ts';

/** Something may still happen in the case. One that is vilande waits for something, and may get it. */
export const isOpen = (legalState: LegalState): boolean => legalState === 'oppet' || legalState === 'vilande';

/**
 * The events that somebody may send in a case now: the buttons that a page shows, and what the one loop accepts. Pure.
 * @returns none on a closed case, to somebody without a role in it, for what nobody was given, and for a beslut on an item of the
 * delegationsordning that somebody does not hold.
 */
export function allowed(definition: Definition, record: CaseRecord, actor: Actor): AvailableEvent[] {
  return inRole(definition, record, actor).filter(({ meta }) => !meta.beslut || mayDecide(actor, record, meta.beslut));
}

/** What the role gives and the delegationsordning withholds: beslut that somebody else has to make. Pure. */
export const withheld = (definition: Definition, record: CaseRecord, actor: Actor): AvailableEvent[] =>
  inRole(definition, record, actor).filter(({ meta }) => meta.beslut && !mayDecide(actor, record, meta.beslut));

function inRole(definition: Definition, record: CaseRecord, actor: Actor): AvailableEvent[] {
  if (!isOpen(record.legalState)) return [];
  const roles = rolesIn(actor, record);
  return availableEvents(definition, record.state).filter((event) => roleFor(event, roles) !== undefined);
}

/** The role in which an event is sent: the first that it names of those somebody has. */
export const roleFor = ({ roles }: AvailableEvent, held: readonly Role[]): Role | undefined =>
  roles.find((role) => held.includes(role));
