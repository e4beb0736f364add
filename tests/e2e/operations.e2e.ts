import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { startDatabase, type EmbeddedDatabase } from '#runtime/persistence/embedded.server.ts';
import { folderToBeginWith, freePort, startProduct, type Product } from '../support/server.ts';

const data = folderToBeginWith();
const products: Product[] = [];
const databases: EmbeddedDatabase[] = [];

async function start(environment: Record<string, string> = {}): Promise<Product> {
  const product = await startProduct({ SMEDJA_DATA: data, ...environment });
  products.push(product);
  return product;
}

/** Reads the answer to its end: one left half read when the server stops ends whoever asked (nodejs/undici#5360). */
async function answered(address: string, headers: Record<string, string> = {}) {
  const response = await fetch(address, { redirect: 'manual', headers });
  return { response, text: await response.text() };
}
const status = async (address: string) => (await answered(address)).response.status;
const server = () => Number(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
/** A process that ended but that nobody has asked about yet (state Z) is no longer alive. */
const isAlive = (pid: number) =>
  execFileSync('ps', ['-eo', 'pid=,stat='], { encoding: 'utf8' })
    .split('\n')
    .some((line) => new RegExp(`^\\s*${pid}\\s+[^Z]`).test(line));

afterEach(async () => {
  await Promise.all(products.splice(0).map(({ stop }) => stop()));
  await Promise.all(databases.splice(0).map(({ stop }) => stop().catch(() => undefined)));
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

describe('a running Smedja', () => {
  it('leaves no process behind when it is stopped by Ctrl-C', async () => {
    const product = await start();
    const postgres = server();
    expect(isAlive(postgres)).toBe(true);
    await product.stop();
    expect(isAlive(postgres)).toBe(false);
    expect(existsSync(join(data, 'postgres/postmaster.pid'))).toBe(false);
  });

  it('starts again on the same data after it was killed', async () => {
    const first = await start();
    const postgres = server();
    await first.kill();
    expect(isAlive(postgres)).toBe(true);
    const second = await start();
    expect(server()).toBe(postgres);
    expect(await status(`${second.address}/readyz`)).toBe(200);
  });

  it('answers 503 while PostgreSQL is away, and goes on without a restart when it is back', async () => {
    const port = await freePort();
    const database = await startDatabase(join(data, 'postgres'), { throwaway: true, port });
    const { address } = await start({ DATABASE_URL: database.url });
    expect(await status(address)).toBe(200);
    expect((await answered(`${address}/metrics`)).text).toMatch(
      /http_request_duration_seconds_count\{route="[^"]*e-tjanst/
    );

    await database.stop();
    const { response: page } = await answered(address);
    expect(page.status).toBe(503);
    expect(page.headers.get('retry-after')).toBe('5');
    // Whoever is logged in is asked for in the database before the page begins.
    const { response: own } = await answered(address, { cookie: 'session=somebody', accept: 'text/html' });
    expect([own.status, own.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await status(`${address}/readyz`)).toBe(503);
    expect(await status(`${address}/healthz`)).toBe(200);

    databases.push(await startDatabase(join(data, 'postgres'), { throwaway: true, port }));
    expect(await status(address)).toBe(200);
    await vi.waitFor(async () => expect(await status(`${address}/readyz`)).toBe(200));
  });
});
