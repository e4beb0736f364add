import type { Actor, Principal } from '../access/model.ts';
import { may } from '../access/permissions.ts';
import { refuse, type Refusal } from '../errors/refusal.ts';
import {
  fullmaktById,
  fullmakterIn,
  insertFullmakt,
  markRevoked,
  type FullmaktRow
} from '../persistence/fullmakter.server.ts';
import { readCursor, writeCursor } from '../persistence/cursor.server.ts';
import { logMandate } from '../persistence/mandates.server.ts';
import { inTransaction } from '../persistence/transaction.server.ts';
import { stockholmDay } from '../time/day.ts';
import { mandateFaults, type WrittenMandate } from './fullmakt.ts';
import { unsignedRow } from './give-fullmakt.server.ts';
import { openPersonBy } from './shielded.server.ts';
import { isUuid } from '../uuid.ts';

type Person = Extract<Actor, { kind: 'person' }>;

const mayRegister = (actor: Person, organ: string): boolean => may(actor, 'mandate.register', { organ });

/** The organs before which somebody registers who may act for whom. */
export const registersIn = ({ memberships, ...actor }: Person): string[] =>
  [...new Set(memberships.map(({ organ }) => organ))].filter((organ) => mayRegister({ ...actor, memberships }, organ));

/**
 * Registers a fullmakt on paper, or whom a court or the överförmyndare has put in somebody's place (FB 11 and 12 kap.), before one organ: it
 * holds in that organ's cases, and no other organ learns of it (OSL 8:1).
 *
 * @returns its id, or `access.denied`, `fullmakt.incomplete` with `fields`, `fullmakt.not_allowed` for one with protected identity, or
 * of whom nobody can say that they have none
 */
export async function registerMandate(
  { actor, organ, written }: { readonly actor: Person; readonly organ: string; readonly written: WrittenMandate },
  now: Date
): Promise<{ id: string } | Refusal> {
  if (!mayRegister(actor, organ)) return refuse('access.denied');
  const fields = mandateFaults(written, stockholmDay(now));
  if (fields.length > 0) return refuse('fullmakt.incomplete', { fields });
  const principal = await principalOf(written, now);
  if (!principal) return refuse('fullmakt.not_allowed');
  const row: FullmaktRow = {
    ...unsignedRow(principal, written, { by: actor.personId, now }),
    ...{ ground: written.ground, organ_key: organ, basis: written.basis.trim(), signed_at: now.toISOString() }
  };
  await inTransaction(async ({ run }) => {
    await insertFullmakt(run, row);
    await logMandate(run, { act: 'registered', actorId: actor.personId, principal, fullmaktId: row.id }, now);
  });
  return { id: row.id };
}

async function principalOf({ principal, principalName }: WrittenMandate, now: Date): Promise<Principal | null> {
  const name = principalName.trim();
  if (principal.kind === 'organisation') return { ...principal, name };
  const personId = await openPersonBy({ personnummer: principal.personnummer, name }, now);
  return personId === null ? null : { kind: 'person', personId, name };
}

/** What was registered before an organ. */
export interface RegisteredFullmakt {
  readonly id: string;
  readonly organ: string;
  readonly ground: FullmaktRow['ground'];
  readonly principalName: string;
  readonly ombudName: string;
  readonly caseTypes: readonly string[] | null;
  readonly basis: string;
  readonly fromDay: string;
  readonly toDay: string | null;
  readonly isRevoked: boolean;
}

/** What of it is asked for. */
export interface RegisteredQuery {
  /** Part of the name of the one who is represented, or of who acts. */
  readonly search?: string;
  /** `next` of the page before. */
  readonly after?: string;
}

const PAGE = 50;

/** One page of what was registered before the organs where somebody registers, the newest first. */
export async function listRegistered(
  actor: Person,
  { search, after }: RegisteredQuery = {}
): Promise<{ readonly registered: readonly RegisteredFullmakt[]; readonly next: string | null }> {
  const rows = await fullmakterIn({
    ...{ organs: registersIn(actor), search: search?.trim() || null },
    ...{ after: readCursor(after), limit: PAGE + 1 }
  });
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    registered: shown.map((row) => ({
      ...{ id: row.id, organ: row.organ_key ?? '', ground: row.ground, principalName: row.principal_name },
      ...{ ombudName: row.ombud_name, caseTypes: row.case_types, basis: row.basis ?? '' },
      ...{ fromDay: row.from_day, toDay: row.to_day, isRevoked: row.revoked_at !== null }
    })),
    next: rows.length > PAGE && last ? writeCursor([last.written_at, last.id]) : null
  };
}

/** From now on nobody acts by it: the principal has taken it back, or the ombud was found unsuitable (FL 14 §). `fullmakt.not_found`. */
export async function endRegistered(id: string, actor: Person, now: Date): Promise<Refusal | null> {
  const row = isUuid(id) ? await fullmaktById(id) : undefined;
  if (!row?.organ_key || !mayRegister(actor, row.organ_key)) return refuse('fullmakt.not_found');
  const principal =
    row.principal_person_id === null
      ? ({ kind: 'organisation', organisationsnummer: row.principal_organisationsnummer ?? '' } as const)
      : ({ kind: 'person', personId: row.principal_person_id } as const);
  await inTransaction(async ({ run }) => {
    const isNew = await markRevoked(run, id, actor.personId, now);
    if (isNew) await logMandate(run, { act: 'revoked', actorId: actor.personId, principal, fullmaktId: id }, now);
  });
  return null;
}
