import type { Actor } from '../access/model.ts';
import type { Outcome } from '../definition/types.ts';
import type { Definition } from '../flow/model.ts';
import { findText } from '../form/texts.ts';
import {
  awaitedSignatures,
  bookedTimes,
  freshBeslut,
  type FreshBeslut,
  partyCases,
  partyCounts,
  waitedFor,
  type PartyKey
} from '../persistence/party-cases.server.ts';
import { readCursor, writeCursor } from '../persistence/cursor.server.ts';
import { addSigningLink } from '../persistence/signing-links.server.ts';
import { stockholmDay } from '../time/day.ts';
import { refuse, type Refusal } from '../errors/refusal.ts';
import { definitionOf } from './definitions.server.ts';
import { listed, type CasePage } from './list-cases.server.ts';

type Person = Extract<Actor, { kind: 'person' }>;

export interface PartyQuery {
  readonly actor: Person;
  readonly ended: boolean;
  /** A case type by slug. */
  readonly caseType?: string | undefined;
  /** Part of a number. */
  readonly search?: string | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
  readonly language: string;
}

const EVERYTHING = [{ slug: null, organ: null }];

/** Whose cases somebody reads: their own, or those of whom they act for, as far as the right goes. */
function keyOf({ personId, actsFor }: Person): PartyKey {
  if (!actsFor) return { personId, organisationsnummer: null, asOmbud: true, matters: EVERYTHING };
  const { principal, mandates } = actsFor;
  const isPerson = principal.kind === 'person';
  return {
    personId: isPerson ? principal.personId : null,
    organisationsnummer: isPerson ? null : principal.organisationsnummer,
    asOmbud: false,
    matters: mandates.flatMap(({ caseTypes, organ }) => (caseTypes ?? [null]).map((slug) => ({ slug, organ })))
  };
}

/** One page of the cases of somebody, or of whom they act for, what changed last first. */
export async function listPartyCases({
  actor,
  ended,
  caseType,
  search,
  after,
  limit,
  language
}: PartyQuery): Promise<CasePage> {
  const rows = await partyCases({
    ...{ ...keyOf(actor), closed: ended, slug: caseType ?? null, search: search?.trim() || null },
    ...{ after: readCursor(after), limit: limit + 1 }
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    cases: await Promise.all(shown.map((row) => listed(row, language))),
    next: rows.length > limit && last ? writeCursor([last.sorted_by, last.id]) : null
  };
}

/** How many cases of a type run and have ended. */
export interface PartyCaseType {
  readonly slug: string;
  readonly title: string;
  readonly running: number;
  readonly ended: number;
}

/** The types of the cases of somebody, or of whom they act for, by title. */
export async function countPartyCases(actor: Person, language: string): Promise<PartyCaseType[]> {
  const counts = await partyCounts(keyOf(actor));
  const named = counts.map(async ({ slug, version_id, running, ended }) => ({
    ...{ slug, running, ended },
    title: titleOf(await definitionOf(version_id), language)
  }));
  return (await Promise.all(named)).toSorted((a, b) => a.title.localeCompare(b.title, language));
}

const titleOf = ({ caseType }: Definition, language: string): string =>
  findText(caseType.texts, language)('caseType.title') ?? caseType.settings.slug;

/** Something that is asked of somebody, in one of their cases. */
export interface Asked {
  /** `sign`: what another has filed, of which nothing more is told before they sign in to it. */
  readonly kind: 'answer' | 'pay' | 'beslut' | 'come' | 'sign';
  readonly caseId: string;
  /** For `sign` the party that signs, else the beslut or the case. */
  readonly id: string;
  /** What the case type is called. */
  readonly title: string;
  /** Of the case; not told of what is to be signed. */
  readonly number: string | null;
  /** Where the case stands, in the citizen's words. */
  readonly text: string | null;
  /** The outcome, of a beslut. */
  readonly outcome: Outcome | null;
  /** The day it is wanted by, `YYYY-MM-DD`; of a booked time with the time: `2026-12-01T09:00`. */
  readonly day: string | null;
}

const MOST = 100;

/**
 * What is asked of somebody, or of whom they act for: the first day first, then what has none.
 * @param personnummer of the person themselves, for what they are asked to sign; none is asked while they act for another
 */
export async function askedOf(
  { actor, personnummer, language }: { actor: Person; personnummer: string | null; language: string },
  now: Date
): Promise<Asked[]> {
  const key = keyOf(actor);
  const today = stockholmDay(now);
  const [waiting, decided, booked, signatures] = await Promise.all([
    waitedFor(key, MOST),
    freshBeslut(key, today, MOST),
    bookedTimes(key, today, MOST),
    personnummer === null || actor.actsFor ? [] : awaitedSignatures(personnummer, MOST)
  ]);
  const blank = { text: null, outcome: null, day: null };
  const title = async (versionId: string) => titleOf(await definitionOf(versionId), language);
  const all: (Asked | null)[] = await Promise.all([
    ...waiting.map(async (row): Promise<Asked | null> => {
      const { id, number, caseType, statusText, status } = await listed(row, language);
      const asked = { ...blank, id, caseId: id, number, title: caseType, text: statusText };
      return status.actionRequired
        ? { ...asked, kind: row.pays ? 'pay' : 'answer', day: status.deadline?.lastDay ?? null }
        : null;
    }),
    ...decided.filter(isToRead).map(async ({ id, caseId, number, versionId, outcome, lastDay }): Promise<Asked> => ({
      ...{ ...blank, kind: 'beslut', id, caseId, number, outcome, day: lastDay, title: await title(versionId) }
    })),
    ...booked.map(async ({ caseId, number, versionId, time }): Promise<Asked> => ({
      ...{ ...blank, kind: 'come', id: caseId, caseId, number, day: time, title: await title(versionId) }
    })),
    ...signatures.map(async ({ partyId, caseId, versionId }): Promise<Asked> => ({
      ...{ ...blank, kind: 'sign', id: partyId, caseId, number: null, title: await title(versionId) }
    }))
  ]);
  return all.filter((one) => one !== null).toSorted((a, b) => (a.day ?? '9').localeCompare(b.day ?? '9'));
}

/** What a beslut on the way orders or puts off is asked for by the case itself, as long as it waits. */
const isToRead = ({ outcome, isAppealable }: FreshBeslut): boolean =>
  isAppealable || (outcome !== 'forelaggande' && outcome !== 'forlangning');

/** A way for the one who is logged in to what they are asked to sign: `signing.not_found` when it is not asked of them. */
export async function linkToSign(partyId: string, personnummer: string | null, now: Date): Promise<string | Refusal> {
  const asked = personnummer === null ? [] : await awaitedSignatures(personnummer, MOST);
  return asked.some((one) => one.partyId === partyId) ? addSigningLink(partyId, now) : refuse('signing.not_found');
}
