import { run, type Runner, type Task, type TaskList, type WorkerEvents } from 'graphile-worker';
import type { Pool } from 'pg';
import { bringResult } from '../case/bring-result.server.ts';
import { fireDueTimers } from '../case/fire-timers.server.ts';
import { publishDue } from '../designs/publish-design.server.ts';
import type { JsonObject } from '../definition/json.ts';
import { PlatformError } from '../errors/platform-error.ts';
import type { Waiting } from '../flow/model.ts';
import { isObject } from '../form/pointer.ts';
import { isDatabaseUnavailable } from '../persistence/is-unavailable.server.ts';
import { loadCase } from '../persistence/load-case.server.ts';
import type { Clock } from '../ports/clock.ts';
import { runAutomation, type Automations } from './automations.server.ts';
import { signOfLife, type SignOfLife } from './dead-workers.server.ts';
import { quietLogger } from './job-logger.server.ts';
import { log } from './log.server.ts';
import { openQueuePool } from './queue-pool.server.ts';
import type { CaseJob, CaseTasks } from './tasks.ts';

export interface WorkerOptions {
  readonly clock: Clock;
  readonly tasks: CaseTasks;
  readonly automations: Automations;
  /** How many jobs at a time; 4 when left out. */
  readonly concurrency?: number;
  /** How often timers are looked for; each second when left out. */
  readonly everyMs?: number;
  /** How often jobs of dead workers are looked for; twice a minute when left out. */
  readonly sweepMs?: number;
}

export interface Worker {
  /** Lets what runs end, and returns when it has. */
  readonly stop: () => Promise<void>;
}

/**
 * Runs jobs and fires timers until it is stopped. Any number of workers may run; a database that goes away is waited for.
 * Needs the database's own owner (`DATABASE_URL`), not the web role.
 */
export function startWorker(options: WorkerOptions): Worker {
  const stopping = new AbortController();
  const ended = [runJobs(options, stopping.signal), fireTimers(options, stopping.signal)];
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(ended);
    }
  };
}

const LONGEST_PAUSE_MS = 10_000;

/** Waits, or less when the signal comes. */
const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((done) => {
    if (signal.aborted) return done();
    const timer = setTimeout(finish, ms);
    signal.addEventListener('abort', finish, { once: true });
    function finish() {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      done();
    }
  });

/** Fires timers as they become due; longer between the tries while the database is away. */
async function fireTimers({ clock, everyMs = 1000 }: WorkerOptions, signal: AbortSignal): Promise<void> {
  let wait = everyMs;
  while (!signal.aborted) {
    try {
      await fireDueTimers(clock.now());
      await publishDue(clock.now());
      wait = everyMs;
    } catch (error) {
      log[isDatabaseUnavailable(error) ? 'warn' : 'error']({ error }, 'timers wait');
      wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
    }
    await pause(wait, signal);
  }
}

/** Keeps the job queue's runner alive: it gives up after some failures in a row, as when the database is away. */
async function runJobs(options: WorkerOptions, signal: AbortSignal): Promise<void> {
  const { everyMs = 1000 } = options;
  let wait = everyMs;
  while (!signal.aborted) {
    try {
      await runUntilStopped(options, signal, () => (wait = everyMs));
    } catch (error) {
      log.warn({ error }, 'the job queue waits');
      wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
    }
    await pause(wait, signal);
  }
}

async function runUntilStopped(options: WorkerOptions, signal: AbortSignal, started: () => void): Promise<void> {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new PlatformError('database.not_configured');
  const life = await signOfLife(connectionString);
  const ended = new AbortController();
  const queue = openQueuePool(connectionString);
  try {
    const runner = await startRunner(options, { pgPool: queue.pool, events: life.events });
    started();
    const stop = () => void runner.stop().catch(() => undefined);
    const over = AbortSignal.any([signal, life.lost]);
    over.addEventListener('abort', stop, { once: true });
    if (over.aborted) stop();
    void sweepDead(life, options, AbortSignal.any([signal, ended.signal]));
    await runner.promise;
  } finally {
    ended.abort();
    await Promise.all([life.end().catch(() => undefined), queue.close()]);
  }
}

/** Takes up what a process left that was killed. */
async function sweepDead(life: SignOfLife, { sweepMs = 30_000 }: WorkerOptions, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await life.sweep().catch((error: unknown) => log.warn({ error }, 'dead workers are not looked for'));
    await pause(sweepMs, signal);
  }
}

function startRunner(
  options: WorkerOptions,
  queue: { readonly pgPool: Pool; readonly events: WorkerEvents }
): Promise<Runner> {
  const taskList: TaskList = Object.fromEntries([
    ...Object.entries(options.tasks).map(([name, task]) => [name, caseTask((job) => task(job, options.clock))]),
    ['invoke', caseTask((job, payload) => invoke(job, payload, options))]
  ]);
  return run({
    ...queue,
    taskList,
    concurrency: options.concurrency ?? 4,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: quietLogger,
    preset: { worker: AT_ONCE }
  });
}

/**
 * What has been done is told to the queue in batches, though at once: told one by one, a database that has gone away meanwhile is
 * a rejection that nobody handles, which ends the process.
 */
const AT_ONCE = { completeJobBatchDelay: 0, failJobBatchDelay: 0 };

/** A task of the queue from one of ours. What the queue keeps of a failure is a code: a message may quote what a person wrote. */
const caseTask =
  (work: (job: CaseJob, payload: JsonObject) => Promise<void>): Task =>
  async (payload, { job }) => {
    try {
      const said = payloadOf(payload);
      await work(caseJobOf(said), said);
    } catch (error) {
      log.error({ error, task: job.task_identifier, attempt: job.attempts }, 'a job failed');
      throw new Error(codeOf(error));
    }
  };

/** What a job of a case says, from what the queue keeps of it. */
export function caseJobOf(said: JsonObject): CaseJob {
  const { caseId, seq, params, lastDay } = said;
  return {
    key: `${String(caseId)}:${String(seq)}:${String(said['index'] ?? said['id'])}`,
    caseId: String(caseId),
    seq: Number(seq),
    params: isObject(params) ? params : {},
    lastDay: typeof lastDay === 'string' ? lastDay : null
  };
}

function payloadOf(payload: unknown): JsonObject {
  const said: JsonObject = JSON.parse(JSON.stringify(payload));
  return said;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : error instanceof Error
      ? error.name
      : 'unknown';

/** Runs an automation that a case waits for, and brings its result. One that is no longer waited for is not run. */
async function invoke(
  { caseId }: CaseJob,
  { id, visit }: JsonObject,
  { automations, clock }: WorkerOptions
): Promise<void> {
  const found = await loadCase(caseId);
  const waiting: Pick<Waiting, 'id' | 'seq' | 'src' | 'input'> | undefined = found?.waiting.find(
    (row) => row.id === id && row.seq === visit
  );
  if (!waiting) return;
  const outcome = await runAutomation(automations, waiting, {
    ...{ caseId, automation: waiting.id },
    key: `${caseId}:${waiting.id}:${waiting.seq}`
  });
  if (outcome) await bringResult(caseId, { id: waiting.id, seq: waiting.seq, outcome }, clock.now());
}
