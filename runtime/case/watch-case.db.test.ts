import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { act } from '../../tests/support/example-cases.ts';
import { FILED_AT, filedBygglov, handler, publishBygglov } from '../../tests/support/bygglov-cases.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import { isRefusal } from '../errors/refusal.ts';
import { caseChanges } from '../persistence/case-changes.server.ts';
import { seenSeq } from '../persistence/load-case.server.ts';
import { stopWatching, watchCase } from './watch-case.server.ts';

const database = testDatabase();
beforeAll(() => publishBygglov(database));
afterAll(stopWatching);

async function received(caseId: string): Promise<number> {
  const done = await act(caseId, handler, 'ta-emot', { at: FILED_AT });
  if (isRefusal(done)) expect.unreachable(done.refused);
  return done.seq;
}

describe('a case that two processes show', () => {
  it('is heard of by both when it changes, and by neither when another does', async () => {
    const { caseId } = await filedBygglov();
    const other = await filedBygglov();
    const heard: string[] = [];
    const processes = [caseChanges(database.url), caseChanges(database.url)];
    processes.forEach((one, index) => one.watch(caseId, () => heard.push(`process ${index}`)));
    await vi.waitFor(async () => expect(await listening()).toBe(2));
    await received(other.caseId);
    await received(caseId);
    await vi.waitFor(() => expect(heard.toSorted()).toEqual(['process 0', 'process 1']));
    await Promise.all(processes.map((one) => one.stop()));
    await vi.waitFor(async () => expect(await listening()).toBe(0));
  });

  it('is heard of again after the connection was lost, also what happened meanwhile', async () => {
    const { caseId } = await filedBygglov();
    const changes = caseChanges(database.url);
    let heard = 0;
    changes.watch(caseId, () => (heard += 1));
    await vi.waitFor(async () => expect(await listening()).toBe(1));
    await database.sql(`select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen "case"'`);
    await received(caseId);
    await vi.waitFor(() => expect(heard).toBeGreaterThan(0), { timeout: 10_000 });
    await changes.stop();
  });
});

describe('somebody who looks at a case', () => {
  it('is told once it has moved on, also when it had before they began, and never of what they saw', async () => {
    const { caseId } = await filedBygglov();
    const before = await seenSeq(caseId);
    const now = await received(caseId);
    const told: number[] = [];
    const ends = [watchCase(caseId, before, (seq) => told.push(seq)), watchCase(caseId, now, () => told.push(-1))];
    await vi.waitFor(() => expect(told).toEqual([now]));
    ends.forEach((end) => end());
  });

  it('is told nothing after they have gone, also of what was being looked up when they went', async () => {
    const { caseId } = await filedBygglov();
    const now = await received(caseId);
    const told: string[] = [];
    watchCase(caseId, 0, () => told.push('gone'))();
    const end = watchCase(caseId, now - 1, () => told.push('here'));
    await vi.waitFor(() => expect(told).toContain('here'));
    expect(told).not.toContain('gone');
    end();
  });
});

async function listening(): Promise<number> {
  const [row] = await database.sql<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where query = 'listen "case"' and datname = current_database()`
  );
  return row?.n ?? 0;
}
