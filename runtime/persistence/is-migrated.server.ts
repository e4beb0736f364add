import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const OURS = join(import.meta.dirname, '../../migrations');

const BEGUN = `select to_regclass('mikro_orm_migrations') is not null and to_regclass('graphile_worker.migrations') is not null as begun`;
const DONE = `select array(select regexp_replace(name, '\\.[jt]s$', '') from mikro_orm_migrations) as ours,
  (select coalesce(max(id), 0)::int from graphile_worker.migrations) as queue`;

/**
 * Whether the database has the newest schema, the job queue's own too. Asked without what migrates, which takes longer to load than
 * PostgreSQL takes to start.
 */
export async function isMigrated(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const [state] = (await client.query<{ begun: boolean }>(BEGUN)).rows;
    if (!state?.begun) return false;
    const [done] = (await client.query<{ ours: string[]; queue: number }>(DONE)).rows;
    const run = new Set(done?.ours);
    return ours().every((name) => run.has(name)) && newestOfQueue() <= (done?.queue ?? 0);
  } finally {
    await client.end();
  }
}

const ours = (): string[] =>
  readdirSync(OURS).flatMap((file) => (file.startsWith('Migration') ? [file.replace(/\.[jt]s$/, '')] : []));

function newestOfQueue(): number {
  const folder = join(dirname(fileURLToPath(import.meta.resolve('graphile-worker'))), '../sql');
  return Math.max(...readdirSync(folder).map((file) => Number.parseInt(file, 10) || 0));
}
