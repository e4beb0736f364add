import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  act,
  application,
  applicant,
  caseworker,
  OPENED_AT,
  openedCase,
  publishExample
} from '../../tests/support/example-cases.ts';
import { countingWay } from '../../tests/support/round-trips.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import { isRefusal } from '../errors/refusal.ts';
import { closeDatabase } from '../persistence/orm.server.ts';
import { loadCase } from '../persistence/load-case.server.ts';
import { inTransaction, inTransactionOfStep } from '../persistence/transaction.server.ts';
import { writeStep, type StepRows } from '../persistence/write-step.server.ts';
import { actOnCaseIn } from './act-on-case.server.ts';
import { openCase, openCaseIn } from './open-case.server.ts';
import { verifyTimeline } from './verify-timeline.server.ts';

const database = testDatabase();
const { sql } = database;

beforeAll(() => publishExample(database));

const KILL = { name: 'kill', text: 'select pg_terminate_backend(pg_backend_pid())' };

/** Opens a case, and is killed when everything is written but nothing committed. */
const killedBeforeCommit = () =>
  inTransaction(async (transaction) => {
    await openCaseIn(transaction, application(), OPENED_AT);
    await transaction.run(KILL, []);
  });

const TABLES = [
  'case_',
  'party',
  'submission',
  'handling',
  'registration',
  'timeline',
  'timer',
  'status_link',
  'command',
  'graphile_worker._private_jobs'
];
const rowCounts = async () =>
  Promise.all(
    TABLES.map(async (table) => (await sql<{ count: number }>(`select count(*)::int as count from ${table}`))[0]?.count)
  );

describe('the numbers of a diarium', () => {
  it('have no gap and none twice, though many write at once and every fifth is killed', async () => {
    const attempts = Array.from({ length: 150 }, (_, index) =>
      index % 5 === 4 ? killedBeforeCommit().catch(() => 'killed') : openCase(application(), OPENED_AT)
    );
    const outcomes = await Promise.all(attempts);
    expect(outcomes.filter((outcome) => outcome === 'killed')).toHaveLength(30);
    const rows = await sql<{ number: number }>('select number from registration order by number');
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
    expect((await verifyTimeline()).faults).toEqual([]);
  });
});

describe('a crash when everything is written', () => {
  it('leaves nothing, and nobody hears of it', async () => {
    const heard: string[] = [];
    const listener = new pg.Client({ connectionString: database.url });
    await listener.connect();
    listener.on('notification', ({ payload }) => heard.push(payload ?? ''));
    await listener.query('listen "case"');
    const { caseId } = await openedCase();
    const before = await rowCounts();
    const crash = inTransaction(async (transaction) => {
      await openCaseIn(transaction, application(), OPENED_AT);
      await actOnCaseIn(transaction, { key: 'k', caseId, actor: caseworker, event: 'begar-komplettering' }, OPENED_AT);
      throw new Error('crash');
    });
    await expect(crash).rejects.toThrow('crash');
    expect(await rowCounts()).toEqual(before);
    await listener.query('select 1');
    expect(heard.map((payload) => JSON.parse(payload))).toEqual([{ id: caseId, seq: 1 }]);
    await listener.end();
  });
});

describe('a step that does not follow the last one', () => {
  it('is not written, though its commit is on the way already', async () => {
    const { caseId } = await openedCase();
    const found = await loadCase(caseId);
    if (!found) expect.unreachable();
    const at = OPENED_AT.toISOString();
    const written = { case_id: caseId, seq: 3, at, actor: 'system', entry: null, gallrad_by: null, previous: null };
    const step: StepRows = {
      ...{ case_: { ...found.case_, seq: 3 }, timeline: { ...written, hash: '\\x00' } },
      ...{ timer: [], waiting: [], numbering: null, closedOn: null, jobs: [], command: null }
    };
    const wrong = inTransactionOfStep((transaction) => writeStep(transaction, step));
    await expect(wrong).rejects.toMatchObject({ code: 'case.written_by_another' });
    expect(await sql('select seq from timeline where case_id = $1', [caseId])).toEqual([{ seq: 1 }]);
  });
});

describe('a whole life in one transaction', () => {
  it('is written all of it, as a filler of demo data wants', async () => {
    const caseId = await inTransaction(async (transaction) => {
      const opened = await openCaseIn(transaction, application(), OPENED_AT);
      if (isRefusal(opened)) expect.unreachable();
      await actOnCaseIn(
        transaction,
        { key: crypto.randomUUID(), caseId: opened.caseId, actor: applicant, event: 'aterkalla' },
        OPENED_AT
      );
      return opened.caseId;
    });
    expect(await sql('select seq, status from case_ where id = $1', [caseId])).toEqual([{ seq: 2, status: 'done' }]);
  });
});

describe('the way to the database', () => {
  it('is gone twice for an event: to see, and to write it for good', async () => {
    const [one, other] = [await openedCase(), await openedCase()];
    const way = await countingWay(database.url);
    await closeDatabase();
    process.env.DATABASE_URL = way.url;
    await act(one.caseId, caseworker, 'klar');
    way.taken();
    const done = await act(other.caseId, caseworker, 'klar');
    const taken = way.taken();
    await closeDatabase();
    process.env.DATABASE_URL = database.url;
    way.close();
    expect(isRefusal(done)).toBe(false);
    expect(taken).toBe(2);
  });
});
