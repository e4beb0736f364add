import type { Outcome } from '../definition/types.ts';
import { COLUMNS, JOINS, like, type ListedRow } from './list-cases.server.ts';
import { read } from './transaction.server.ts';

/** Whose cases: a person's, or those of whom somebody acts for, as far as the right to it goes. */
export interface PartyKey {
  readonly personId: string | null;
  readonly organisationsnummer: string | null;
  /** Whether the person's cases as another's ombud are among them: theirs alone, and nobody's who acts for them (FL 15 §). */
  readonly asOmbud: boolean;
  /** Case types by slug, and organs, that the right is for; null in a pair: all. */
  readonly matters: readonly { readonly slug: string | null; readonly organ: string | null }[];
}

export interface PartyWish extends PartyKey {
  readonly closed: boolean;
  readonly slug: string | null;
  /** Part of a number. */
  readonly search: string | null;
  /** The last row of the page before: when it changed, and its id. */
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

/** The parties that a key stands for: one index for a person, another for an organisation. */
const OWN = `own as (
  select y.id, y.case_id, y.sees, y.role from party y where y.person_id = $1 and ($3 or y.role <> 'ombud')
  union all
  select y.id, y.case_id, y.sees, y.role from party y where y.organisation_proved and y.organisationsnummer = $2)`;
const COVERED = `exists (select from jsonb_to_recordset($4::jsonb) m(slug text, organ text)
  where (m.slug is null or m.slug = c.slug) and (m.organ is null or m.organ = c.organ_key))`;
const FOLLOWED = `c.id in (select case_id from own where 'status' = any(sees))`;

const keyValues = ({ personId, organisationsnummer, asOmbud, matters }: PartyKey) => [
  personId,
  organisationsnummer,
  asOmbud,
  JSON.stringify(matters)
];

const LIST = {
  name: 'party-cases',
  text: `with ${OWN} select ${COLUMNS}, c.changed_at::text as sorted_by from case_ c ${JOINS}
    where ${FOLLOWED} and ${COVERED} and (c.legal_state not in ('oppet', 'vilande')) = $5
      and ($6::text is null or c.slug = $6) and ($7::text is null or c.number ilike $7)
      and ($8::timestamptz is null or (c.changed_at, c.id) < ($8, $9::uuid))
    order by c.changed_at desc, c.id desc limit $10`
};

/** One page of a party's cases, what changed last first. */
export const partyCases = (wish: PartyWish): Promise<ListedRow[]> =>
  read<ListedRow & Record<string, unknown>>(LIST, [
    ...[...keyValues(wish), wish.closed, wish.slug, wish.search === null ? null : like(wish.search)],
    ...[wish.after?.[0] ?? null, wish.after?.[1] ?? null, wish.limit]
  ]);

/** How many cases of a party run and how many have ended, by case type. */
export interface PartyCount {
  readonly slug: string;
  readonly version_id: string;
  readonly running: number;
  readonly ended: number;
}

const COUNT = {
  name: 'party-counts',
  text: `with ${OWN} select c.slug, (array_agg(c.version_id order by c.opened_at desc))[1] as version_id,
      (count(*) filter (where c.legal_state in ('oppet', 'vilande')))::int as running,
      (count(*) filter (where c.legal_state not in ('oppet', 'vilande')))::int as ended
    from case_ c where ${FOLLOWED} and ${COVERED} group by c.slug`
};

export const partyCounts = (key: PartyKey): Promise<PartyCount[]> =>
  read<PartyCount & Record<string, unknown>>(COUNT, keyValues(key));

const WAITING = {
  name: 'party-waited-for',
  text: `with ${OWN} select ${COLUMNS}, c.changed_at::text as sorted_by,
      exists (select from waiting w where w.case_id = c.id and w.src = 'payment' and w.input->>'direction' = 'in') as pays
    from case_ c ${JOINS}
    where ${FOLLOWED} and ${COVERED} and c.legal_state in ('oppet', 'vilande') and c.waits_for in ('applicant', 'party')
    order by coalesce(c.deadline, 'infinity'), c.id limit $5`
};

/** The cases that wait for a party, the first deadline first. */
export const waitedFor = (key: PartyKey, limit: number): Promise<(ListedRow & { readonly pays: boolean })[]> =>
  read<ListedRow & { readonly pays: boolean } & Record<string, unknown>>(WAITING, [...keyValues(key), limit]);

export interface FreshBeslut {
  readonly id: string;
  readonly caseId: string;
  readonly number: string;
  readonly versionId: string;
  readonly outcome: Outcome;
  readonly decidedAt: string;
  readonly lastDay: string | null;
  readonly isAppealable: boolean;
}

const BESLUT = {
  name: 'party-beslut',
  text: `with ${OWN} select * from (
    select distinct on (b.id) b.id, c.id as "caseId", c.number, c.version_id as "versionId", b.outcome, b.decided_at as "decidedAt",
      r.last_day_to_appeal::text as "lastDay", b.appeal ->> 'kind' <> 'ej-overklagbart' as "isAppealable"
    from own join case_ c on c.id = own.case_id join beslut b on b.case_id = c.id
      left join beslut_receipt r on r.beslut_id = b.id and r.party_id = own.id
    where 'beslut' = any(own.sees) and ${COVERED} and r.appealed_on is null
      and coalesce(r.last_day_to_appeal, (b.decided_at + interval '30 days')::date) >= $5::date
      and (b.laga_kraft_on is null or b.laga_kraft_on > $5::date)
    order by b.id) f order by f."lastDay" nulls last, f."decidedAt" desc, f.id limit $6`
};

/** The beslut of the last month, or that can still be appealed, which a party sees and has not appealed. */
export const freshBeslut = (key: PartyKey, today: string, limit: number): Promise<FreshBeslut[]> =>
  read<FreshBeslut & Record<string, unknown>>(BESLUT, [...keyValues(key), today, limit]);

const BOOKED = {
  name: 'party-bookings',
  text: `with ${OWN} select c.id as "caseId", c.number, c.version_id as "versionId", b.time from booking b join case_ c on c.id = b.case_id
    where ${FOLLOWED} and ${COVERED} and b.time >= $5 order by b.time limit $6`
};

export interface BookedTime {
  readonly caseId: string;
  readonly number: string;
  readonly versionId: string;
  readonly time: string;
}

/** The times that the cases of a party hold, from a day on. */
export const bookedTimes = (key: PartyKey, today: string, limit: number): Promise<BookedTime[]> =>
  read<BookedTime & Record<string, unknown>>(BOOKED, [...keyValues(key), today, limit]);

const TO_SIGN = {
  name: 'party-to-sign',
  text: `select y.id as "partyId", c.version_id as "versionId", o.case_id as "caseId"
    from party y join co_signer o on o.party_id = y.id join case_ c on c.id = o.case_id
    where y.personnummer = $1 and y.person_id is null and o.answer is null and c.legal_state in ('oppet', 'vilande')
    order by y.added_at limit $2`
};

export interface AwaitedSignature {
  readonly partyId: string;
  readonly caseId: string;
  readonly versionId: string;
}

/** What somebody is asked to sign, by the personnummer that whoever filed it gave. */
export const awaitedSignatures = (personnummer: string, limit: number): Promise<AwaitedSignature[]> =>
  read<AwaitedSignature & Record<string, unknown>>(TO_SIGN, [personnummer, limit]);
