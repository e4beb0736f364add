import { may } from '../access/permissions.ts';
import { refuse, type Refusal } from '../errors/refusal.ts';
import { administer, type Administered, type CaseWish } from './administer.server.ts';
import type { Applicant } from './applicant.ts';
import type { Changed, Known } from './loop.server.ts';
import { partyRow } from './rows/party-row.server.ts';

/** Somebody to be added to a case: a part, another applicant, or an ombud for one who is in it. */
export type NewParty = CaseWish & {
  readonly role: 'applicant' | 'party' | 'ombud';
  readonly who: Applicant;
  /** For an ombud: the party that it speaks for. */
  readonly represents?: string;
};

/**
 * Adds somebody to a case, as a part and seeing what the case type gives the role.
 *
 * @returns the case's new seq, or `access.denied`, `party.not_found` (the one to speak for), `case.changed`, `case.not_found`,
 * `command.key_reused`
 */
export function addParty(wish: NewParty, now: Date): Promise<Changed | Refusal> {
  const { role, who, represents } = wish;
  const content = [role, { ...who }, represents ?? null];
  return administer(wish, { event: 'party', content, decide: (known) => added(known, wish, now) }, now);
}

function added({ definition, record, locked }: Known, wish: NewParty, now: Date): Administered | Refusal {
  const { settings } = definition.caseType;
  const { role, who, represents = null, actor, caseId } = wish;
  if (!may(actor, 'party.add', { settings, place: record, role })) return refuse('access.denied');
  if (represents !== null && !locked.parties.some(({ id }) => id === represents)) return refuse('party.not_found');
  const party = partyRow({ caseId, settings, role, who, represents, addedBy: actor }, now);
  return { details: { party: party.id, role }, also: { party: [party] } };
}
