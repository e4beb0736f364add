import { randomUUID } from 'node:crypto';
import type { Principal } from '../access/model.ts';
import { isRefusal, refuse, type Refusal } from '../errors/refusal.ts';
import type { SignedAct } from '../identity/binding.ts';
import type { Login } from '../identity/sessions.server.ts';
import type { ProvedSignature } from '../identity/signature.ts';
import {
  fullmaktById,
  fullmakterOf,
  fullmakterTo,
  insertFullmakt,
  markRevoked,
  markSigned,
  type FullmaktRow
} from '../persistence/fullmakter.server.ts';
import { hashJson } from '../persistence/hash.server.ts';
import { logMandate } from '../persistence/mandates.server.ts';
import { inTransaction } from '../persistence/transaction.server.ts';
import { stockholmDay } from '../time/day.ts';
import { identifiedBy } from './act-for.server.ts';
import { fullmaktFaults, isOfAge, type WrittenFullmakt } from './fullmakt.ts';
import { keyOf, type PrincipalKey } from './model.ts';
import { isUuid } from '../uuid.ts';

/** A fullmakt as those whom it concerns see it. */
export interface Fullmakt extends WrittenFullmakt {
  readonly id: string;
  readonly principal: Principal;
  readonly ground: 'fullmakt' | 'guardian';
  /** The organ before which it was registered, and holds; null: all. */
  readonly organ: string | null;
  readonly standing: 'unsigned' | 'ahead' | 'holds' | 'ended' | 'revoked';
  readonly revokedAt: Date | null;
  /** As whom the reader sees it. */
  readonly as: 'principal' | 'ombud';
}

const principalOf = (row: FullmaktRow): Principal =>
  row.principal_person_id === null
    ? { kind: 'organisation', organisationsnummer: row.principal_organisationsnummer ?? '', name: row.principal_name }
    : { kind: 'person', personId: row.principal_person_id, name: row.principal_name };

function standingOf(row: FullmaktRow, today: string): Fullmakt['standing'] {
  if (row.revoked_at !== null) return 'revoked';
  if (row.signed_at === null) return 'unsigned';
  if (row.to_day !== null && row.to_day < today) return 'ended';
  return row.from_day > today ? 'ahead' : 'holds';
}

const fullmaktOf = (row: FullmaktRow, as: Fullmakt['as'], now: Date): Fullmakt => ({
  ...{ id: row.id, ground: row.ground, organ: row.organ_key, as, principal: principalOf(row) },
  ...{ ombudName: row.ombud_name, ombudPersonnummer: row.ombud_personnummer, caseTypes: row.case_types },
  ...{ fromDay: row.from_day, toDay: row.to_day, standing: standingOf(row, stockholmDay(now)) },
  revokedAt: row.revoked_at === null ? null : new Date(row.revoked_at)
});

/** For whom a login decides who else may act: the person themselves, or a company that they sign for alone. Nobody else passes a right on (FL 15 §). */
function givesFor({ actor }: Login): Principal | null {
  const { actsFor, personId, name } = actor;
  if (!actsFor) return { kind: 'person', personId, name };
  const signs = actsFor.mandates.some(({ ground, caseTypes }) => ground === 'signatory' && caseTypes === null);
  return signs ? actsFor.principal : null;
}

/**
 * For whom a login may give a fullmakt here.
 * @returns `fullmakt.not_allowed` to an ombud, a minor (FB 9:1) and one with protected identity, whom an ombud would learn of;
 * `mandate.login_too_weak`
 */
export function giverOf(login: Login, now: Date): Principal | Refusal {
  const who = identifiedBy(login);
  if (isRefusal(who)) return who;
  const principal = givesFor(login);
  const isMinor = !isOfAge(who.personnummer, stockholmDay(now));
  const isShielded = principal?.kind === 'person' && login.actor.protected === true;
  return !principal || isMinor || isShielded ? refuse('fullmakt.not_allowed') : principal;
}

/**
 * Writes a fullmakt, which is nothing before it is signed. Gives its id.
 * @returns as `giverOf`; `fullmakt.incomplete` with `fields`
 */
export async function writeFullmakt(
  login: Login,
  written: WrittenFullmakt,
  now: Date
): Promise<{ id: string } | Refusal> {
  const principal = giverOf(login, now);
  if ('refused' in principal) return principal;
  const fields = fullmaktFaults(written, { today: stockholmDay(now), giver: login.personnummer });
  if (fields.length > 0) return refuse('fullmakt.incomplete', { fields });
  const row = unsignedRow(principal, written, { by: login.actor.personId, now });
  await inTransaction(({ run }) => insertFullmakt(run, row));
  return { id: row.id };
}

export const unsignedRow = (
  principal: Principal,
  written: WrittenFullmakt,
  { by, now }: { readonly by: string; readonly now: Date }
): FullmaktRow => ({
  ...{ id: randomUUID(), ground: 'fullmakt', organ_key: null, basis: null },
  principal_person_id: principal.kind === 'person' ? principal.personId : null,
  principal_organisationsnummer: principal.kind === 'organisation' ? principal.organisationsnummer : null,
  ...{ principal_name: principal.name, ombud_name: written.ombudName.trim() },
  ...{ ombud_personnummer: written.ombudPersonnummer, case_types: written.caseTypes },
  ...{ from_day: written.fromDay, to_day: written.toDay, written_by_id: by, written_at: now.toISOString() },
  ...{ signed_at: null, evidence: null, revoked_at: null, revoked_by_id: null }
});

/** What is signed of a fullmakt: exactly what it says. */
export const fullmaktAct = (fullmakt: Fullmakt): SignedAct => {
  const { id, ombudName, ombudPersonnummer, caseTypes, fromDay, toDay, principal } = fullmakt;
  const content = { ombudName, ombudPersonnummer, caseTypes: caseTypes && [...caseTypes], fromDay, toDay };
  return { caseId: id, version: 'fullmakt', sha256: hashJson({ ...content, principal: keyOf(principal) }) };
};

/** One fullmakt, for its principal and its ombud; `fullmakt.not_found` to everybody else, and to the ombud before it is signed. */
export async function readFullmakt(id: string, login: Login, now: Date): Promise<Fullmakt | Refusal> {
  const row = isUuid(id) ? await fullmaktById(id) : undefined;
  const as = row && roleIn(row, login);
  return row && as ? fullmaktOf(row, as, now) : refuse('fullmakt.not_found');
}

function roleIn(row: FullmaktRow, login: Login): Fullmakt['as'] | null {
  const principal = givesFor(login);
  if (principal && keyOf(principal) === keyOf(principalOf(row))) return 'principal';
  const isOmbud = login.personnummer === row.ombud_personnummer && !login.actor.actsFor && row.signed_at !== null;
  return isOmbud ? 'ombud' : null;
}

/**
 * From now on the fullmakt is one: it was signed by its principal.
 * @returns `fullmakt.not_found`, `fullmakt.not_allowed`, `signature.mismatch`
 */
export async function signFullmakt(
  id: string,
  { login, signature }: { readonly login: Login; readonly signature: ProvedSignature },
  now: Date
): Promise<Refusal | null> {
  const giver = giverOf(login, now);
  if ('refused' in giver) return giver;
  const found = await readFullmakt(id, login, now);
  if (isRefusal(found)) return found;
  if (found.as !== 'principal') return refuse('fullmakt.not_allowed');
  if (signature.sha256 !== fullmaktAct(found).sha256) return refuse('signature.mismatch');
  await inTransaction(async ({ run }) => {
    if (await markSigned(run, id, signature.evidence, now))
      await note(run, { act: 'given', fullmakt: found, login }, now);
  });
  return null;
}

const note = (
  run: Parameters<typeof logMandate>[0],
  { act, fullmakt, login }: { act: 'given' | 'revoked'; fullmakt: Fullmakt; login: Login },
  now: Date
) =>
  logMandate(run, { act, actorId: login.actor.personId, principal: fullmakt.principal, fullmaktId: fullmakt.id }, now);

/**
 * From now on nobody acts by the fullmakt: its principal takes it back, or its ombud lays it down.
 * @returns `fullmakt.not_found`; `access.denied` for whom a court or the överförmyndare has put in somebody's place, which ends
 * by their beslut alone (FB 11 kap.)
 */
export async function revokeFullmakt(id: string, login: Login, now: Date): Promise<Refusal | null> {
  const found = await readFullmakt(id, login, now);
  if (isRefusal(found)) return found;
  if (found.ground === 'guardian') return refuse('access.denied');
  await inTransaction(async ({ run }) => {
    if (await markRevoked(run, id, login.actor.personId, now))
      await note(run, { act: 'revoked', fullmakt: found, login }, now);
  });
  return null;
}

/** What a login has given or got: of whom it acts for, what was given only, and nothing for an ombud. */
export async function listFullmakter(
  login: Login,
  now: Date
): Promise<{ readonly given: readonly Fullmakt[]; readonly received: readonly Fullmakt[] }> {
  const principal: PrincipalKey | null = givesFor(login);
  const { personnummer, actor } = login;
  const [given, received] = await Promise.all([
    principal ? fullmakterOf(principal) : [],
    personnummer !== null && !actor.actsFor ? fullmakterTo(personnummer, stockholmDay(now)) : []
  ]);
  return {
    given: given.map((row) => fullmaktOf(row, 'principal', now)),
    received: received.map((row) => fullmaktOf(row, 'ombud', now))
  };
}
