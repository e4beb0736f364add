import pg from 'pg';
import { log } from './log.server.ts';

/**
 * The connections of the job queue. A pool that the queue opens itself is left to close behind its back, and a database that ends
 * meanwhile is an error that nobody hears, which ends the process.
 */
export function openQueuePool(connectionString: string) {
  const pool = new pg.Pool({ connectionString, application_name: 'smedja queue' });
  const open = new Set<pg.PoolClient>();
  const lost = (error: Error) => log.warn({ error }, 'the job queue lost a connection');
  pool.on('error', lost).on('connect', (client) => {
    open.add(client);
    client.on('error', lost).on('end', () => open.delete(client));
  });
  /** Returns when the last of them is closed: the pool itself says so when it has begun to. */
  const close = async () => {
    const closed = [...open].map((client) => new Promise<void>((end) => client.once('end', end)));
    await pool.end();
    await Promise.all(closed);
  };
  return { pool, close };
}
