import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startDatabase } from '../../runtime/persistence/embedded.server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    address: string;
    /** Where the product keeps its data. */
    data: string;
    /** The product's database, as its owner. */
    database: string;
  }
}

export const freePort = () =>
  new Promise<number>((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });

export interface Product {
  readonly address: string;
  /** The process of `npm start`. */
  readonly pid: number;
  /** Ends it as an operator would, and waits until it is gone. */
  readonly stop: () => Promise<void>;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
}

/** A folder that the embedded server's user may enter. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'smedja-product-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** What a product gets from its test, never from one that ran in this process before. */
const OWN = { DATABASE_URL: undefined, DATABASE_ROLE: undefined, SMEDJA_DATA: undefined, SMEDJA_DEMO_CASES: 'none' };

/** The product as `npm start` runs it: what the browser tests walk through; at `PORT`, or a free one. */
export async function startProduct(environment: Record<string, string>): Promise<Product> {
  const port = Number(environment.PORT ?? (await freePort()));
  const server = spawn(process.execPath, ['scripts/start.ts'], {
    env: { ...process.env, ...OWN, NODE_ENV: 'development', PORT: String(port), ...environment },
    stdio: ['ignore', 'pipe', 'inherit']
  });
  const exited = once(server, 'exit');
  const end = async (signal: NodeJS.Signals) => {
    server.kill(signal);
    await exited;
  };
  await new Promise<void>((resolve, reject) => {
    createInterface(server.stdout).on('line', (line) => line.includes('is ready on') && resolve());
    void exited.then(() => reject(new Error('the product ended before it was ready')));
  });
  const address = `http://localhost:${port}`;
  return { address, pid: server.pid ?? 0, stop: () => end('SIGINT'), kill: () => end('SIGKILL') };
}

/** A product that shares nothing with another. */
export interface ProductApart extends Product {
  readonly data: string;
  /** Its database, as the owner. */
  readonly database: string;
}

/**
 * Starts a product with data of its own. Where the run has a product that published everything (`publishedOnce`), this one
 * begins as a copy of it; else with nothing.
 */
export async function startApart(environment: Record<string, string> = {}): Promise<ProductApart> {
  const data = temporaryFolder();
  const model = process.env[MODEL];
  if (model) cpSync(join(model, 'compiled'), join(data, 'compiled'), { recursive: true });
  const server = await startDatabase(join(model ?? data, 'postgres'), { throwaway: true });
  const database = model ? await copyOf(server.url) : server.url;
  const settings = { SMEDJA_DATA: data, DATABASE_URL: database, DATABASE_ROLE: 'smedja_web' };
  const product = await startProduct({ ...settings, ...environment });
  const stop = async () => {
    await product.stop();
    if (server.started) await server.stop();
    rmSync(data, { recursive: true, force: true });
  };
  return { ...product, data, database, stop };
}

/** The folder of the product that others are copies of. */
const MODEL = 'SMEDJA_TEST_MODEL';

async function copyOf(url: string): Promise<string> {
  const copy = new URL(url);
  copy.pathname = `/copy_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: Object.assign(new URL(url), { pathname: '/postgres' }).href });
  await admin.connect();
  await admin.query(`create database ${copy.pathname.slice(1)} template smedja`).finally(() => admin.end());
  return copy.href;
}

/**
 * Lets one product start on nothing, publish everything and end again, so that each that starts later in these surroundings is a
 * copy of it: publishing takes far longer than all the rest of a start.
 *
 * @returns the environment for who starts them, and how to take all of it away
 */
export async function publishedOnce() {
  const data = temporaryFolder();
  const { url, stop } = await startDatabase(join(data, 'postgres'), { throwaway: true });
  await (await startProduct({ SMEDJA_DATA: data, DATABASE_URL: url, DATABASE_ROLE: 'smedja_web' })).stop();
  const remove = async () => {
    await stop();
    rmSync(data, { recursive: true, force: true });
  };
  return { environment: { [MODEL]: data }, remove };
}

export default async function setup(project: TestProject) {
  const { address, data, database, stop } = await startApart();
  project.provide('address', address);
  project.provide('data', data);
  project.provide('database', database);
  return stop;
}
