import { MikroORM } from '@mikro-orm/postgresql';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { ormOptions } from './orm.server.ts';
import { quietLogger } from '../effects/job-logger.server.ts';

const LOCK = 0x5de7; // any number, the same for every node

/** Runs `work` while no other node migrates the same database. */
async function alone<T>(url: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    return await work();
  } finally {
    await client.end();
  }
}

/**
 * Brings the database to the newest schema, forward only: the job queue's own, then ours.
 *
 * @param url of an owner of the database (not of the web role)
 * @returns the names of the migrations that were run now
 */
export const migrate = (url: string): Promise<string[]> =>
  alone(url, async () => {
    await runMigrations({ connectionString: url, logger: quietLogger });
    const orm = new MikroORM(ormOptions(url));
    try {
      return (await orm.migrator.up()).map(({ name }) => name);
    } finally {
      await orm.close(true);
    }
  });

/** Whether the entities and the migrated schema say the same; false with what differs as SQL. */
export async function schemaDifference(url: string): Promise<string> {
  const orm = new MikroORM(ormOptions(url));
  try {
    return await orm.schema.getUpdateSchemaSQL({ wrap: false, safe: false });
  } finally {
    await orm.close(true);
  }
}
