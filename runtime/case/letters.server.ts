import { randomUUID } from 'node:crypto';
import { may, WORKS } from '../access/permissions.ts';
import { refuse, type Refusal } from '../errors/refusal.ts';
import { caseDocuments } from '../persistence/case-documents.server.ts';
import { unsentLetters } from '../persistence/letters.server.ts';
import type { HandlingRow, LetterRow } from '../persistence/rows.ts';
import { startOfDay, stockholmDay } from '../time/day.ts';
import { administer, type Administered, type CaseWish } from './administer.server.ts';
import type { Changed, Known } from './loop.server.ts';
import type { Actor } from './model.ts';

/** A document that somebody must send to a party who reads nothing on Mina sidor. */
export interface LetterToSend {
  readonly id: string;
  readonly caseId: string;
  readonly seq: number;
  readonly number: string;
  readonly title: string;
  readonly since: Date;
  readonly role: 'applicant' | 'party' | 'ombud';
  /** Of one with protected identity neither name nor address is told: it goes by Skatteverket's forwarding of post. */
  readonly isProtected: boolean;
  readonly name: string | null;
  readonly address: readonly string[];
  readonly files: readonly { readonly id: string; readonly name: string }[];
}

/** Every letter that waits to be sent where somebody works, oldest first; none for those who may not write in cases. */
export async function lettersToSend(actor: Actor): Promise<LetterToSend[]> {
  if (actor.kind !== 'person') return [];
  const workplaces = actor.memberships.filter(({ role }) => WORKS.some((works) => works === role));
  const rows = await unsentLetters(workplaces, actor.personId);
  return rows.map(({ case_id: caseId, created_at, is_protected: isProtected, name, address, ...row }) => ({
    ...{ id: row.id, caseId, seq: row.seq, number: row.number, title: row.title, role: row.role, files: row.files },
    ...{ isProtected, name: isProtected ? null : name, since: new Date(created_at) },
    address: isProtected || !address ? [] : address.split('\n')
  }));
}

/** The day a letter went off (`YYYY-MM-DD`), and how. */
export type SentLetter = CaseWish & { readonly letterId: string; readonly sentOn: string; readonly how: string };

/**
 * Records that a letter went off: its handling is expedierad from that day, and so upprättad (TF 2:10). That the party got it is
 * another thing, which the receipt of the beslut says.
 *
 * @returns the case's new seq, or `access.denied`, `letter.not_found` (also one that is sent already), `case.changed`,
 * `case.not_found`, `command.key_reused`
 */
export async function sendLetter(wish: SentLetter, now: Date): Promise<Changed | Refusal> {
  const { letterId, sentOn, how } = wish;
  const known = await caseDocuments(wish.caseId);
  const letter = known?.letters.find(({ id, sent_on }) => id === letterId && sent_on === null);
  const handling = known?.handlingar.find(({ id }) => id === letter?.handling_id);
  const decide = (found: Known) =>
    letter && handling ? sent(found, { wish, letter, handling }, now) : refused(found, wish);
  return administer(wish, { event: 'letter', content: [letterId, sentOn, how], decide }, now);
}

const refused = ({ record }: Known, { actor }: SentLetter): Refusal =>
  refuse(may(actor, 'case.write', record) ? 'letter.not_found' : 'access.denied');

interface Sending {
  readonly wish: SentLetter;
  readonly letter: LetterRow;
  readonly handling: HandlingRow;
}

function sent({ record, locked }: Known, { wish, letter, handling }: Sending, now: Date): Administered | Refusal {
  const { actor, sentOn, how } = wish;
  if (actor.kind !== 'person' || !may(actor, 'case.write', record)) return refuse('access.denied');
  const party = locked.parties.find(({ id }) => id === letter.party_id);
  const recipient = (party?.protected ? null : party?.name) ?? party?.role ?? letter.party_id;
  const at = sentOn === stockholmDay(now) ? now : startOfDay(sentOn);
  const isFirst = handling.allman_since === null;
  return {
    details: { letter: letter.id, handling: handling.id, on: sentOn },
    also: {
      letter: [{ ...letter, sent_on: sentOn, how, sent_by_id: actor.personId }],
      handling: isFirst ? [{ ...handling, allman_since: sentOn, allman_ground: 'expedierad' }] : [],
      handling_act: [
        {
          ...{ id: randomUUID(), handling_id: handling.id, kind: 'expedierad', at: at.toISOString() },
          ...{ person_id: actor.personId, recipient, how }
        }
      ]
    }
  };
}
