import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    address: string;
    /** Where the product keeps its data. */
    data: string;
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
}

/** Data to begin with: where the run has a product that published everything (`publishedOnce`) a copy of what that left; else nothing. */
export function folderToBeginWith(): string {
  const data = temporaryFolder();
  const model = process.env[MODEL];
  // PostgreSQL starts only on files that belong to who runs it, so the owners are copied too.
  if (model) execFileSync('cp', ['-a', `${model}/.`, data]);
  return data;
}

/** Starts a product with data of its own. */
export async function startApart(environment: Record<string, string> = {}): Promise<ProductApart> {
  const data = folderToBeginWith();
  const product = await startProduct({ SMEDJA_DATA: data, ...environment });
  const stop = async () => {
    await product.stop();
    rmSync(data, { recursive: true, force: true });
  };
  return { ...product, data, stop };
}

/** The folder that a product left for others to begin with. */
const MODEL = 'SMEDJA_TEST_MODEL';

/**
 * Lets one product start on nothing, publish everything and end again, so that each that starts apart in these surroundings
 * begins with what it left: publishing takes far longer than all the rest of a start.
 *
 * @returns the environment for who starts them, and how to take all of it away
 */
export async function publishedOnce() {
  const data = temporaryFolder();
  await (await startProduct({ SMEDJA_DATA: data })).stop();
  return { environment: { [MODEL]: data }, remove: () => rmSync(data, { recursive: true, force: true }) };
}

export default async function setup(project: TestProject) {
  const { address, data, stop } = await startApart();
  project.provide('address', address);
  project.provide('data', data);
  return stop;
}
