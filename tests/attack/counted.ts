import { createHash } from 'node:crypto';
import type pg from 'pg';
import { expect } from 'vitest';
import type { Filed } from './client.ts';

/** The one row of a query that has one. */
export async function one<Row extends object>(sql: pg.Pool, text: string, values: unknown[] = []): Promise<Row> {
  const { rows } = await sql.query<Row>(text, values);
  return rows[0] ?? expect.unreachable(text);
}

/** Every number that a series has given, and how many bear it: a case, or of a diarium its registration. */
const NUMBERS = `
with given as (
  select s.*, n, case when s.registered
    then (select count(*) from registration r where (r.organ_key, r.series, r.year, r.number) = (s.organ_key, s.series, s.year, n))
    else (select count(*) from case_ c where c.number = format('%s %s-%s', s.series, s.year, n)) end as bearers
  from diarium_series s cross join generate_series(1, s.next - 1) n)
select count(*) filter (where bearers = 0)::int as gaps, count(*) filter (where bearers > 1)::int as twice,
  (select count(*)::int from case_ c where not exists (select from given g where c.number in
    (format('%s %s/%s', g.series, g.year, g.n), format('%s %s-%s', g.series, g.year, g.n)))) as uncounted
from given`;

export const expectNumbersWhole = async (sql: pg.Pool): Promise<void> =>
  expect(await one(sql, NUMBERS)).toEqual({ gaps: 0, twice: 0, uncounted: 0 });

const FELANMALAN = `
select count(*)::int as cases,
  count(*) filter (where c.number = any($1))::int as told,
  (select count(*)::int from submission s join case_ c on c.id = s.case_id where c.number = any($1) and s.form = 'application') as submissions,
  (select count(*)::int from timeline t join case_ c on c.id = t.case_id where c.number = any($2) and t.entry->>'event' = 'aterta') as taken_back,
  (select count(*)::int from timeline t where t.entry->>'event' = 'aterta') as all_taken_back
from case_ c where c.slug = 'felanmalan'`;

const numbersOf = (all: readonly Filed[]) => all.map(({ number }) => number);

/** How many cases of the kind that is sent there are, and how many were taken back. */
export async function howMany(sql: pg.Pool): Promise<{ readonly cases: number; readonly takenBack: number }> {
  const { cases, all_taken_back: takenBack } = await one<{ cases: number; all_taken_back: number }>(sql, FELANMALAN, [
    [],
    []
  ]);
  return { cases, takenBack };
}

/** What senders were told is there, once each; and nothing is there, but what was before, that nobody was told of. */
export async function expectAcknowledgedOnce(
  sql: pg.Pool,
  { filed, takenBack }: { readonly filed: readonly Filed[]; readonly takenBack: readonly Filed[] },
  before: { readonly cases: number; readonly takenBack: number }
): Promise<void> {
  expect(new Set(numbersOf(filed)).size).toBe(filed.length);
  expect(await one(sql, FELANMALAN, [numbersOf(filed), numbersOf(takenBack)])).toEqual({
    ...{ cases: before.cases + filed.length, told: filed.length, submissions: filed.length },
    ...{ taken_back: takenBack.length, all_taken_back: before.takenBack + takenBack.length }
  });
}

const RECEIPTS = `
select count(distinct c.id)::int as cases, count(*)::int as mails from case_ c join mail m on m.case_id = c.id and m.sent_at is not null
where c.number = any($1)`;

/** Each sender has got one receipt. */
export const expectOneReceiptEach = async (sql: pg.Pool, filed: readonly Filed[]): Promise<void> =>
  expect(await one(sql, RECEIPTS, [numbersOf(filed)])).toEqual({
    cases: filed.length,
    mails: filed.length
  });

/**
 * Each mail that the database knows as sent has come, and none else, folded by Message-ID as those who receive them do. Gives how
 * many came again: a mail that the server has taken when its sender is killed is sent once more, since nobody was told.
 */
export async function expectMailsFolded(sql: pg.Pool, taken: readonly { readonly content: string }[]): Promise<number> {
  const came = taken.map(({ content }) => /^Message-ID: <(\w+)@/m.exec(content)?.[1] ?? expect.unreachable(content));
  const { rows } = await sql.query<{ key: string }>('select key from mail where sent_at is not null');
  const sent = rows.map(({ key }) => createHash('sha256').update(key).digest('hex').slice(0, 32));
  expect([...new Set(came)].toSorted()).toEqual(sent.toSorted());
  return came.length - sent.length;
}

const WAITING = `
select count(*)::int as waiting from graphile_worker._private_jobs j join case_ c on c.id::text = j.payload->>'caseId'
where c.number = any($1)`;
const HURRY = `
update graphile_worker._private_jobs j set run_at = now() from case_ c
where c.id::text = j.payload->>'caseId' and c.number = any($1) and j.locked_at is null`;

/** No job of these cases is left, and none has given up: those that failed while something was down are tried again after a while; here at once. */
export async function expectNoJobLeft(sql: pg.Pool, numbers: readonly string[]): Promise<void> {
  await sql.query(HURRY, [numbers]);
  expect(await one(sql, WAITING, [numbers])).toEqual({ waiting: 0 });
}
