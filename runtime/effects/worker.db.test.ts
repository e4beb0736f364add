import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { act, applicant, caseworker, manager, openedCase, publishExample } from '../../tests/support/example-cases.ts';
import { onServer, testDatabase } from '../../tests/support/test-database.ts';
import { isRefusal } from '../errors/refusal.ts';
import { listDeadJobs, runJobAgain } from '../case/dead-jobs.server.ts';
import type { Actor } from '../case/model.ts';
import { fixedClock } from '../testing/fixed-clock.ts';
import type { CaseJob } from './tasks.ts';
import { startWorker, type Worker, type WorkerOptions } from './worker.server.ts';

const database = testDatabase();
const { sql } = database;
const askedAt = new Date('2026-03-03T09:00:00Z');
const PATIENCE = { timeout: 20_000, interval: 100 };
const administrator: Actor = {
  ...caseworker,
  administers: true
};

let running: Worker[] = [];

function start(more: Partial<WorkerOptions> = {}) {
  const done: CaseJob[] = [];
  const clock = fixedClock(askedAt);
  const tasks = { notify: async (job: CaseJob) => void done.push(job) };
  running.push(startWorker({ clock, tasks, automations: {}, everyMs: 50, ...more }));
  return { done, clock };
}

beforeAll(() => publishExample(database));
afterEach(async () => {
  await Promise.all(running.map((worker) => worker.stop()));
  running = [];
});

async function waiting() {
  const { caseId } = await openedCase();
  await act(caseId, caseworker, 'begar-komplettering', { at: askedAt });
  return caseId;
}

const timeline = async (caseId: string) =>
  (
    await sql<{ event: string }>(
      "select coalesce(entry->'details'->>'delay', entry->>'event') as event from timeline where case_id = $1 order by seq",
      [caseId]
    )
  ).map(({ event }) => event);

describe('a worker that is stopped', () => {
  it('has closed the connections of its queue, so that the database may end', async () => {
    const open = async () =>
      (
        await sql(
          "select from pg_stat_activity where application_name = 'smedja queue' and datname = current_database()"
        )
      ).length;
    start();
    await vi.waitFor(async () => expect(await open()).toBeGreaterThan(0), PATIENCE);
    await running.pop()?.stop();
    expect(await open()).toBe(0);
  });
});

describe('two workers that start after three deadlines of a case have passed', () => {
  it('fire each once and in order, and run each job once', async () => {
    const caseId = await waiting();
    const first = start();
    const second = start();
    for (const { clock } of [first, second]) clock.moveTo(new Date('2026-04-10T08:00:00Z'));
    await vi.waitFor(async () => expect(await timeline(caseId)).toHaveLength(5), PATIENCE);
    expect(await timeline(caseId)).toEqual(['open', 'begar-komplettering', 'P7D', 'kompletteringstid', 'P21D']);
    await vi.waitFor(
      () => expect([...first.done, ...second.done].filter((job) => job.caseId === caseId)).toHaveLength(3),
      PATIENCE
    );
    expect(new Set([...first.done, ...second.done].map(({ key }) => key)).size).toBe(
      first.done.length + second.done.length
    );
  });
});

describe('an automation', () => {
  const decide = async () => {
    const { caseId } = await openedCase();
    await act(caseId, caseworker, 'klar', { at: askedAt });
    await act(caseId, manager, 'beslut', { at: askedAt, answers: { outcome: 'bifall', reasons: 'Ja.' } });
    return caseId;
  };
  const states = async (caseId: string) => (await sql('select states from case_ where id = $1', [caseId]))[0];

  it('is run, and its result moves the case', async () => {
    start({ automations: { payment: async ({ amount }) => ({ output: { paid: amount ?? 0 } }) } });
    const caseId = await decide();
    await vi.waitFor(async () => expect(await states(caseId)).toEqual({ states: ['overklagandetid'] }), PATIENCE);
    const [row] = await sql("select data->'results'->'utbetalning' as result from case_ where id = $1", [caseId]);
    expect(row).toEqual({ result: { paid: 1000000 } });
  });

  it('that nothing is connected to fails, and the flow goes its other way', async () => {
    start();
    const caseId = await decide();
    await vi.waitFor(async () => expect(await states(caseId)).toEqual({ states: ['granska'] }), PATIENCE);
  });
});

describe('a job that fails', () => {
  it('is tried again, is seen by the system administrator when it gave up, and can be run again', async () => {
    let fails = true;
    const done: string[] = [];
    const notify = async ({ caseId }: CaseJob) => {
      if (fails) throw new Error('Anna Sökande har ingen brevlåda');
      done.push(caseId);
    };
    start({ tasks: { notify } });
    const caseId = await waiting();
    await vi.waitFor(
      async () =>
        expect(
          await sql('select from graphile_worker.jobs where last_error is not null and key like $1', [`${caseId}%`])
        ).toHaveLength(1),
      PATIENCE
    );
    await sql('update graphile_worker._private_jobs set attempts = max_attempts where key like $1', [`${caseId}%`]);
    const dead = await listDeadJobs(administrator);
    if (isRefusal(dead)) expect.unreachable();
    expect(dead).toMatchObject([{ task: 'notify', caseId, error: 'Error' }]);
    expect(JSON.stringify(dead)).not.toContain('Anna');
    fails = false;
    expect(await runJobAgain(dead[0]?.id ?? '', administrator)).toEqual({ id: dead[0]?.id });
    await vi.waitFor(() => expect(done).toContain(caseId), PATIENCE);
  });

  it('is nobody else’s business', async () => {
    expect(await listDeadJobs(applicant)).toEqual({ refused: 'access.denied' });
    expect(await runJobAgain('1', manager)).toEqual({ refused: 'access.denied' });
    expect(await runJobAgain('1', administrator)).toEqual({ refused: 'job.not_found' });
  });
});

describe('a job that a killed process left', () => {
  const signsOfLife = async () =>
    (
      await sql<{ pid: number }>(
        `select pid from pg_locks where locktype = 'advisory' and objsubid = 2 and granted
           and database = (select oid from pg_database where datname = current_database())`
      )
    ).map(({ pid }) => pid);

  /** A worker that has begun, and to which something happened, works on one job while another is as a killed process left it. */
  async function isTakenUp(happens: () => Promise<void>): Promise<void> {
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const begun: string[] = [];
    start({ tasks: { notify: async ({ caseId }) => (begun.push(caseId), held) }, sweepMs: 100 });
    await vi.waitFor(async () => expect(await signsOfLife()).toHaveLength(1), PATIENCE);
    await happens();
    const alive = await waiting();
    await vi.waitFor(() => expect(begun).toEqual([alive]), PATIENCE);
    const left = await waiting();
    await vi.waitFor(() => expect(begun).toEqual([alive, left]), PATIENCE);
    // Locked long ago, by a worker whose connection is gone.
    await sql(
      "update graphile_worker._private_jobs set locked_at = now() - interval '1 minute' where locked_at is not null"
    );
    await sql("update graphile_worker._private_jobs set locked_by = 'worker-killed' where key like $1", [`${left}%`]);
    await vi
      .waitFor(() => expect(begun.filter((caseId) => caseId === left)).toHaveLength(2), PATIENCE)
      .finally(release);
    expect(begun.filter((caseId) => caseId === alive)).toHaveLength(1);
  }

  it('is taken up by another, while one that somebody works on is left alone', () => isTakenUp(async () => {}));

  it('is told from one whose worker has lost the connection that shows its life, and begun anew', () =>
    isTakenUp(async () => {
      const [shown] = await signsOfLife();
      await sql('select pg_terminate_backend($1)', [shown]);
      await vi.waitFor(async () => {
        const now = await signsOfLife();
        expect(now).toHaveLength(1);
        expect(now).not.toContain(shown);
      }, PATIENCE);
    }));
});

describe('a database that goes away under the worker', () => {
  const name = new URL(database.url).pathname.slice(1);
  async function goAway(): Promise<void> {
    await onServer(`alter database ${name} with allow_connections false`);
    await onServer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
  }
  const comeBack = () => onServer(`alter database ${name} with allow_connections true`);

  it('is waited for, and work goes on when it is back', async () => {
    const { done, clock } = start();
    const caseId = await waiting();
    await vi.waitFor(() => expect(done.some((job) => job.caseId === caseId)).toBe(true), PATIENCE);
    await goAway();
    clock.moveTo(new Date('2026-03-11T08:00:00Z'));
    await onServer('select pg_sleep(1.5)');
    await comeBack();
    await vi.waitFor(
      async () => expect(await timeline(caseId)).toEqual(['open', 'begar-komplettering', 'P7D']),
      PATIENCE
    );
    await vi.waitFor(() => expect(done.filter((job) => job.caseId === caseId)).toHaveLength(2), PATIENCE);
  });

  it.each(['done', 'failed'])('as a job is %s does not end the process, and the job is taken up again', async (how) => {
    const { promise: opened, resolve: isOpened } = Promise.withResolvers<string>();
    let times = 0;
    const notify = async ({ caseId }: CaseJob) => {
      if (caseId !== (await opened)) return;
      times += 1;
      if (times > 1) return;
      await goAway();
      if (how === 'failed') throw new Error('too');
    };
    start({ tasks: { notify }, sweepMs: 100 });
    isOpened(await waiting());
    await vi.waitFor(() => expect(times).toBe(1), PATIENCE);
    await onServer('select pg_sleep(0.3)');
    await comeBack();
    await vi.waitFor(async () => {
      await sql(
        "update graphile_worker._private_jobs set run_at = now(), locked_at = case when locked_at is not null then now() - interval '1 minute' end"
      );
      expect(times).toBe(2);
    }, PATIENCE);
  });
});
