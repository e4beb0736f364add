import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { choosePlace, isOpenToOthers } from './embedded-place.server.ts';
import { startDatabase, type EmbeddedDatabase } from './embedded.server.ts';

const folders: string[] = [];
const running: EmbeddedDatabase[] = [];

function folder(mode: number): string {
  const made = mkdtempSync(join(tmpdir(), 'smedja-embedded-'));
  chmodSync(made, mode);
  folders.push(made);
  return join(made, 'postgres');
}

async function start(at: string): Promise<EmbeddedDatabase> {
  const database = await startDatabase(at, { throwaway: true });
  running.push(database);
  return database;
}

async function ask<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

afterEach(async () => {
  await Promise.all(running.splice(0).map(({ stop }) => stop().catch(() => undefined)));
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

describe('an embedded database', () => {
  it('speaks Swedish whatever locale the host has', async () => {
    const { url } = await start(folder(0o755));
    expect(await ask(url, `select length('åäö') as length, upper('å') as upper`)).toEqual([{ length: 3, upper: 'Å' }]);
    expect(await ask(url, `select 1 as found from pg_collation where collname = 'sv-SE-x-icu'`)).toHaveLength(1);
  });

  it('keeps its data in a folder that other users cannot enter', async () => {
    const closed = folder(0o700);
    expect(isOpenToOthers(closed)).toBe(false);
    const first = await start(closed);
    await ask(first.url, 'create table kept (n int); insert into kept values (1)');
    await first.stop();
    const second = await start(closed);
    expect(await ask(second.url, 'select n from kept')).toEqual([{ n: 1 }]);
    const { data } = choosePlace(closed, '/');
    if (data !== closed) folders.push(dirname(data));
  });

  it('begins anew in a folder that was removed and made again, and leaves the data of the one before aside', async () => {
    const closed = folder(0o700);
    const first = await start(closed);
    await ask(first.url, 'create table kept (n int)');
    await first.stop();
    rmSync(dirname(closed), { recursive: true });
    mkdirSync(dirname(closed), { mode: 0o700 });
    const second = await start(closed);
    expect(await ask(second.url, "select from pg_tables where tablename = 'kept'")).toEqual([]);
    const { data } = choosePlace(closed, '/');
    if (data !== closed) {
      folders.push(dirname(data));
      expect(readdirSync(dirname(data)).filter((name) => name.startsWith('data.'))).toHaveLength(1);
    }
  });

  it('keeps its data where it was told, also when its programs lie in a folder that other users cannot enter', () => {
    const [closed, open] = [folder(0o700), folder(0o755)];
    const bin = join(closed, 'native', 'bin');
    mkdirSync(bin, { recursive: true });
    const place = choosePlace(open, bin);
    expect(place.data).toBe(open);
    expect(place.user === undefined || isOpenToOthers(place.bin)).toBe(true);
    if (place.bin !== bin) folders.push(dirname(dirname(place.bin)));
  });

  it('is taken over, not started twice, when the process that started it was killed', async () => {
    const at = folder(0o755);
    const first = await start(at);
    const second = await start(at);
    expect(second.url).toBe(first.url);
  });

  it('leaves no password that others can read', async () => {
    const at = folder(0o755);
    const { url } = await start(at);
    expect(url).toContain(readFileSync(`${at}.password`, 'utf8'));
    await expect(ask(url.replace(/:[0-9a-f]{48}@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/);
  });
});
