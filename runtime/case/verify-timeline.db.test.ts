import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { act, caseworker, manager, openedCase, publishExample } from '../../tests/support/example-cases.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import { verifyTimeline } from './verify-timeline.server.ts';

const database = testDatabase();
const { sql } = database;
let caseId: string;

beforeAll(() => publishExample(database));

/** Two cases of four entries each, of which only the second is touched. */
beforeEach(async () => {
  await sql('truncate case_ cascade');
  for (let count = 0; count < 2; count += 1) {
    ({ caseId } = await openedCase());
    await act(caseId, caseworker, 'begar-komplettering');
    await act(caseId, caseworker, 'klar');
  }
  ({ caseId } = await openedCase());
  await act(caseId, caseworker, 'klar');
  await act(caseId, manager, 'beslut', { answers: { outcome: 'avslag', reasons: 'Nej.' } });
});

const faults = async () => (await verifyTimeline()).faults;

describe('timelines that nobody has touched', () => {
  it('are whole, and are read to the end', async () => {
    const [{ count } = { count: 0 }] = await sql<{ count: number }>('select count(*)::int as count from timeline');
    expect(await verifyTimeline()).toEqual({ cases: 3, entries: count, faults: [] });
  });
});

describe('a timeline that somebody has touched in the database', () => {
  it.each([
    [
      'an entry that says something else',
      `update timeline set entry = jsonb_set(entry, '{event}', '"bifall"') where case_id = $1 and seq = 2`,
      2,
      'changed'
    ],
    ['an entry by somebody else', `update timeline set actor = 'system' where case_id = $1 and seq = 3`, 3, 'changed'],
    [
      'an entry at another time',
      `update timeline set at = at - interval '1 day' where case_id = $1 and seq = 1`,
      1,
      'changed'
    ],
    ['an entry taken out', 'delete from timeline where case_id = $1 and seq = 2', 2, 'missing'],
    ['the last entry cut off', 'delete from timeline where case_id = $1 and seq = 3', 3, 'cut-off'],
    [
      'an entry put in',
      `insert into timeline select case_id, 4, at, actor, entry, null, hash, hash from timeline where case_id = $1 and seq = 3`,
      4,
      'inserted'
    ],
    [
      'an entry removed without a beslut',
      `update timeline set entry = null, gallrad_by = gen_random_uuid() where case_id = $1 and seq = 2`,
      2,
      'removed'
    ],
    [
      'answers that were not given',
      `update submission set answers = '{"name":"Annan"}' where case_id = $1 and form = 'application'`,
      1,
      'content-changed'
    ],
    ['a beslut that was not made', `update beslut set outcome = 'bifall' where case_id = $1`, 3, 'content-changed']
  ])('is found: %s', async (_, statement, seq, fault) => {
    await sql(statement, [caseId]);
    expect(await faults()).toContainEqual({ caseId, seq, fault });
    expect((await faults()).every((found) => found.caseId === caseId)).toBe(true);
  });

  it('is accepted where a beslut on gallring says that an entry is removed', async () => {
    await sql(
      `update timeline set entry = null, gallrad_by = (select id from beslut limit 1) where case_id = $1 and seq = 2`,
      [caseId]
    );
    expect(await faults()).toEqual([]);
  });
});
