import { beforeAll, describe, expect, it } from 'vitest';
import { act, applicant, caseworker, openedCase, publishExample } from '../../tests/support/example-cases.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import { fireDueTimers } from './fire-timers.server.ts';

const database = testDatabase();
const { sql } = database;
const askedAt = new Date('2026-03-03T09:00:00Z');

beforeAll(() => publishExample(database));

/** A case that waits for a supplement since `askedAt`: a reminder after 7 days, the deadline after 14, and then what follows it. */
async function waiting() {
  const { caseId } = await openedCase();
  await act(caseId, caseworker, 'begar-komplettering', { at: askedAt });
  return caseId;
}

const fired = async (caseId: string) =>
  (
    await sql<{ delay: string }>(
      "select entry->'details'->>'delay' as delay from timeline where case_id = $1 and entry->>'kind' = 'timer' order by seq",
      [caseId]
    )
  ).map(({ delay }) => delay);

describe('timers that came due while no worker ran', () => {
  it('fire each once, in the order of their time, though two workers start at once', async () => {
    const cases = await Promise.all([waiting(), waiting(), waiting()]);
    const now = new Date('2026-04-10T08:00:00Z');
    const counts = await Promise.all([fireDueTimers(now), fireDueTimers(now)]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(9);
    for (const caseId of cases) expect(await fired(caseId)).toEqual(['P7D', 'kompletteringstid', 'P21D']);
    expect(await fireDueTimers(now)).toBe(0);
  });

  it('count what follows from their own time, not from when the worker woke', async () => {
    const caseId = await waiting();
    await fireDueTimers(new Date('2026-03-25T08:00:00Z'));
    const [timer] = await sql("select last_day::text, at from timer where case_id = $1 and delay = 'P21D'", [caseId]);
    // The supplement's time ended with 17 March; the review that follows has three weeks from 18 March.
    expect(timer).toEqual({ last_day: '2026-04-08', at: new Date('2026-04-08T22:00:00Z') });
  });
});

describe('a timer', () => {
  it('does not fire before its time', async () => {
    const caseId = await waiting();
    await fireDueTimers(new Date('2026-03-10T22:59:59Z'));
    expect(await fired(caseId)).toEqual([]);
    await fireDueTimers(new Date('2026-03-10T23:00:00Z'));
    expect(await fired(caseId)).toEqual(['P7D']);
  });

  it('is gone when its state is left, or the case is closed', async () => {
    const caseId = await waiting();
    await act(caseId, applicant, 'aterkalla', { at: askedAt });
    expect(await sql('select from timer where case_id = $1', [caseId])).toEqual([]);
  });
});

describe('a case that cannot be moved', () => {
  it('stops no other', async () => {
    const [broken, sound] = [await waiting(), await waiting()];
    await sql('update case_ set value = \'"ett-lage-som-inte-finns"\' where id = $1', [broken]);
    await fireDueTimers(new Date('2026-03-11T08:00:00Z'));
    expect(await fired(broken)).toEqual([]);
    expect(await fired(sound)).toEqual(['P7D']);
  });
});
