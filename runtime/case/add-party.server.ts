import { may } from '../access/permissions.ts';
import { refuse, type Refusal } from '../errors/refusal.ts';
import { caseDocuments } from '../persistence/case-documents.server.ts';
import type { HandlingRow, LetterRow, PartyRow } from '../persistence/rows.ts';
import { stockholmDay } from '../time/day.ts';
import { administer, type Administered, type CaseWish } from './administer.server.ts';
import type { Applicant } from './applicant.ts';
import { owedToLatePart } from './late-part.ts';
import type { Changed, Known } from './loop.server.ts';
import { letterRow } from './rows/letter-row.server.ts';
import { partyRow } from './rows/party-row.server.ts';

/** Somebody to be added to a case: a part, another applicant, or an ombud for one who is in it. */
export type NewParty = CaseWish & {
  readonly role: 'applicant' | 'party' | 'ombud';
  readonly who: Applicant;
  /** For an ombud: the party that it speaks for. */
  readonly represents?: string;
};

/**
 * Adds somebody to a case, as a part and seeing what the case type gives the role. A part is owed what has been decided: the beslut that can
 * still be appealed wait for them, and go to them as letters when they read nothing on Mina sidor.
 *
 * @returns the case's new seq, or `access.denied`, `party.not_found` (the one to speak for), `case.changed`, `case.not_found`,
 * `command.key_reused`
 */
export async function addParty(wish: NewParty, now: Date): Promise<Changed | Refusal> {
  const { role, who, represents, caseId } = wish;
  const content = [role, { ...who }, represents ?? null];
  const handlingar = (await caseDocuments(caseId))?.handlingar ?? [];
  return administer(wish, { event: 'party', content, decide: (known) => added(known, { wish, handlingar }, now) }, now);
}

interface Adding {
  readonly wish: NewParty;
  readonly handlingar: readonly HandlingRow[];
}

function added(known: Known, { wish, handlingar }: Adding, now: Date): Administered | Refusal {
  const { definition, record, locked } = known;
  const { settings } = definition.caseType;
  const { role, who, represents = null, actor, caseId } = wish;
  if (!may(actor, 'party.add', { settings, place: record, role })) return refuse('access.denied');
  if (represents !== null && !locked.parties.some(({ id }) => id === represents)) return refuse('party.not_found');
  const party = partyRow({ caseId, settings, role, who, represents, addedBy: actor }, now);
  const details = { party: party.id, role };
  if (!party.is_part) return { details, also: { party: [party] } };
  const { isLatest, ...owed } = owedToLatePart(locked, party.id, stockholmDay(now));
  const papers = handlingar.filter(({ beslut_id }) => owed.beslut.some(({ id }) => id === beslut_id));
  return {
    details,
    ...(isLatest && { facts: { receivedOn: null } }),
    also: { party: [party], ...owed, letter: papers.flatMap(({ id }) => letterTo(party, id)) }
  };
}

/** Who has never logged in gets it by post. */
const letterTo = (
  { id, person_id, organisation_proved, case_id, added_at }: PartyRow,
  handlingId: string
): LetterRow[] =>
  person_id === null && !organisation_proved ? [letterRow(id, { caseId: case_id, handlingId, at: added_at })] : [];
