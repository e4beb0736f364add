import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { log } from './log.server.ts';

/**
 * A pool of workers shows that it lives by an advisory lock on its name (under which the queue locks its jobs), which PostgreSQL lets go of when the connection
 * breaks, as after `kill -9`. The queue itself would hold a dead worker's job for four hours. A pool that only lost this connection
 * is dead too: what it was working on may be run twice, which every job stands (they are keyed), and what it was given without
 * hearing of it, since the database was killed meanwhile, is taken by another.
 */
const SHOW_LIFE = 'select pg_advisory_lock($1, hashtext($2))';

/** What a job of less than this age is locked by may not have shown its life yet. */
const UNLOCK = `
select graphile_worker.force_unlock_workers(array(
  select locked_by from (
    select distinct locked_by from graphile_worker._private_jobs where locked_at < now() - interval '20 seconds'
  ) w where pg_try_advisory_xact_lock($1, hashtext(locked_by))))`;

/** The space of these locks among all advisory locks; any number, the same for every node. */
const SPACE = 0x5de8;

export interface SignOfLife {
  /** What the queue tells of its workers. */
  readonly events: WorkerEvents;
  /** Aborted when nobody sees any longer that they live. */
  readonly lost: AbortSignal;
  /** Lets jobs of workers that are dead be taken by others. */
  readonly sweep: () => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Shows that the workers of one runner live, and finds those of others that do not. */
export async function signOfLife(connectionString: string): Promise<SignOfLife> {
  const client = new pg.Client({ connectionString, keepAlive: true });
  const lost = new AbortController();
  client.on('error', (error) => log.warn({ error }, 'the sign of life is lost')).on('end', () => lost.abort());
  await client.connect();
  const events: WorkerEvents = new EventEmitter();
  const failed = (error: unknown) => log.warn({ error }, 'the workers could not show their life');
  events.on('pool:create', ({ workerPool }) => {
    client.query(SHOW_LIFE, [SPACE, workerPool.id]).catch(failed);
  });
  return {
    events,
    lost: lost.signal,
    sweep: async () => {
      // On another connection: one that holds a lock is given it again.
      const other = new pg.Client({ connectionString });
      other.on('error', () => undefined); // told by the query; one that is lost beside it would end the process
      await other.connect();
      await other.query(UNLOCK, [SPACE]).finally(() => other.end());
    },
    end: () => client.end()
  };
}
