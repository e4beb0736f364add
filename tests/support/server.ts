import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestProject } from 'vitest/node';
import { serveBrowser } from './chromium.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    address: string;
    /** Where the product keeps its data. */
    data: string;
    /** Where to connect to the browser. */
    browser: string;
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

/** The product as `npm start` runs it: what the browser tests walk through; at `PORT`, or a free one. */
export async function startProduct(environment: Record<string, string>): Promise<Product> {
  const port = Number(environment.PORT ?? (await freePort()));
  const server = spawn(process.execPath, ['scripts/start.ts'], {
    env: { ...process.env, NODE_ENV: 'development', PORT: String(port), SMEDJA_DEMO_CASES: 'none', ...environment },
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

export default async function setup(project: TestProject) {
  const data = temporaryFolder();
  const [browser, { address, stop }] = await Promise.all([serveBrowser(), startProduct({ SMEDJA_DATA: data })]);
  project.provide('address', address);
  project.provide('data', data);
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    await Promise.all([browser.close(), stop()]);
    rmSync(data, { recursive: true, force: true });
  };
}
