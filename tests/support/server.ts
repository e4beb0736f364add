import { spawn } from 'node:child_process';
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
  }
}

const freePort = () =>
  new Promise<number>((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** The product as `npm start` runs it, on data of its own: what the browser tests walk through. */
export async function startProduct(environment: Record<string, string> = {}) {
  const data = mkdtempSync(join(tmpdir(), 'smedja-product-'));
  chmodSync(data, 0o755);
  const port = await freePort();
  const server = spawn(process.execPath, ['scripts/start.ts'], {
    env: { ...process.env, NODE_ENV: 'development', PORT: String(port), SMEDJA_DATA: data, ...environment },
    stdio: ['ignore', 'pipe', 'inherit']
  });
  const exited = once(server, 'exit');
  const ready = new Promise<void>((resolve, reject) => {
    createInterface(server.stdout).on('line', (line) => {
      if (line.includes('is ready on')) resolve();
    });
    void exited.then(() => reject(new Error('the product ended before it was ready')));
  });
  await ready;
  const stop = async () => {
    server.kill('SIGTERM');
    await exited;
    rmSync(data, { recursive: true, force: true });
  };
  return { address: `http://localhost:${port}`, stop };
}

export default async function setup(project: TestProject) {
  const { address, stop } = await startProduct();
  project.provide('address', address);
  return stop;
}
