import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { startSession } from '../runtime/identity/sessions.server.ts';
import { startDatabase } from '../runtime/persistence/embedded.server.ts';
import { closeDatabase } from '../runtime/persistence/orm.server.ts';
import { migrate } from '../runtime/persistence/migrate.server.ts';
import { freePort, temporaryFolder } from '../tests/support/server.ts';

/** A database of the product's own kind, durable as in earnest, in a folder that goes away. */
export interface BenchDatabase {
  readonly url: string;
  readonly folder: string;
  readonly sql: pg.Pool;
  /** Ends the server; the data stay. */
  readonly rest: () => Promise<void>;
  readonly drop: () => Promise<void>;
}

export async function openDatabase(): Promise<BenchDatabase> {
  const folder = temporaryFolder();
  const { url, stop } = await startDatabase(`${folder}/postgres`);
  await migrate(url);
  // The runtime in this process, which fills it.
  process.env.DATABASE_URL = url;
  process.env.LOG_LEVEL = 'error';
  const sql = new pg.Pool({ connectionString: url, max: 2 });
  sql.on('error', () => undefined); // a connection that the server ended
  let resting: Promise<void> | undefined;
  const rest = () =>
    (resting ??= (async () => {
      await closeDatabase();
      await sql.end();
      await stop();
    })());
  const drop = async () => {
    await rest();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, folder, sql, rest, drop };
}

/** The built product as it serves in earnest, without worker: what is measured is what somebody waits for. */
export interface Web {
  readonly address: URL;
  readonly stop: () => Promise<void>;
}

export async function startWeb(databaseUrl: string, folder: string): Promise<Web> {
  const port = await freePort();
  const server = spawn(process.execPath, ['scripts/start.ts'], {
    env: {
      ...process.env,
      ...{ NODE_ENV: 'production', SMEDJA_ROLE: 'web', LOG_LEVEL: 'info', PORT: String(port), SMEDJA_DATA: folder },
      // Each sender has an address of its own, as in earnest: one alone may not file without end.
      ...{ DATABASE_URL: databaseUrl, DATABASE_ROLE: 'smedja_web', ADDRESS_HEADER: 'x-forwarded-for' }
    },
    stdio: ['ignore', 'pipe', 'inherit']
  });
  const exited = once(server, 'exit');
  await new Promise<void>((ready, failed) => {
    createInterface(server.stdout).on('line', (line) => {
      if (line.includes('is ready on')) ready();
      if (line.startsWith('{"level":50')) console.error(line); // what the load meets as 500
    });
    void exited.then(() => failed(new Error('the product ended before it was ready')));
  });
  const stop = async () => {
    server.kill('SIGINT');
    await exited;
  };
  return { address: new URL(`http://localhost:${port}`), stop };
}

/** Somebody with a session, at work or at home. */
export interface LoggedIn {
  readonly personId: string;
  readonly cookie: string;
}

/** Makes somebody up and logs them in; with a role in an organ (or a unit of it) they are at work. */
export async function logIn(
  sql: pg.Pool,
  work?: { readonly organ: string; readonly unit?: string; readonly role: string }
): Promise<LoggedIn> {
  const personId = randomUUID();
  const person =
    "insert into person (id, issuer, subject, name, created_at) values ($1::uuid, 'bench', $1::uuid::text, 'Någon', now())";
  await sql.query(person, [personId]);
  if (work) {
    const held = `insert into membership (id, person_id, organ_key, unit_key, role, from_day) values (gen_random_uuid(), $1, $2, $3, $4, '2020-01-01')`;
    await sql.query(held, [personId, work.organ, work.unit ?? null, work.role]);
  }
  return { personId, cookie: `session=${await startSession(personId, work ? 'staff' : 'loa3')}` };
}
