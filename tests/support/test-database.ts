import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { closeDatabase } from '../../runtime/persistence/orm.server.ts';

/** A database of one test file. `sql` runs as its owner, past every rule of the runtime. */
export interface TestDatabase {
  readonly url: string;
  readonly sql: <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>;
}

/** Runs a statement on the server, outside every test's database. */
export async function onServer(text: string) {
  const client = new pg.Client({ connectionString: inject('databaseServer') });
  await client.connect();
  await client.query(text).finally(() => client.end());
}

/** Gives the test file a fresh copy of the migrated database, which the runtime then uses as the web role, and drops it at the end. */
export function testDatabase(): TestDatabase {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(inject('databaseServer'));
  url.pathname = `/${name}`;
  const owner = new pg.Pool({ connectionString: url.href, max: 2 });
  owner.on('error', () => undefined);
  beforeAll(async () => {
    await onServer(`create database ${name} template template_smedja`);
    process.env.DATABASE_URL = url.href;
    process.env.DATABASE_ROLE = 'smedja_web';
  });
  afterAll(async () => {
    await closeDatabase();
    await owner.end();
    await onServer(`drop database ${name} with (force)`);
  });
  return { url: url.href, sql: async (text, values) => (await owner.query(text, values)).rows };
}
