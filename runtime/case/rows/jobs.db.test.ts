import { beforeAll, describe, expect, it } from 'vitest';
import { act, caseworker, openedCase, publishExample } from '../../../tests/support/example-cases.ts';
import { testDatabase } from '../../../tests/support/test-database.ts';
import { fireDueTimers } from '../fire-timers.server.ts';

const database = testDatabase();
beforeAll(() => publishExample(database));

const lastDays = (caseId: string) =>
  database.sql<{ text: string; lastDay: string }>(
    `select payload->'params'->>'text' as text, payload->>'lastDay' as "lastDay" from graphile_worker._private_jobs
     where payload->>'caseId' = $1 order by id`,
    [caseId]
  );

describe('a job of a step', () => {
  it('carries the last day that the step’s words mean, since the case may have moved on when it runs', async () => {
    const { caseId } = await openedCase();
    await act(caseId, caseworker, 'begar-komplettering');
    expect((await lastDays(caseId)).at(-1)).toEqual({ text: 'komplettera', lastDay: '2026-03-16' });
  });

  it('means the same day in a reminder, when no state was entered', async () => {
    const { caseId } = await openedCase();
    await act(caseId, caseworker, 'begar-komplettering');
    await fireDueTimers(new Date('2026-03-10T08:00:00Z'));
    expect((await lastDays(caseId)).at(-1)).toEqual({ text: 'paminnelse', lastDay: '2026-03-16' });
  });
});
