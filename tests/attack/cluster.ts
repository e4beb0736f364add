import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { vi } from 'vitest';
import { startPaymentServer } from '#runtime/demo/payment-server.server.ts';
import { paymentEnvironment } from '#runtime/demo/environment.server.ts';
import { startDatabase } from '#runtime/persistence/embedded.server.ts';
import { startMailServer } from '../support/mail-server.ts';
import { freePort, startProduct, temporaryFolder, type Product } from '../support/server.ts';

/** A process that can be killed, and started again where it was. */
export interface Member {
  readonly name: string;
  readonly kill: () => Promise<void>;
  /** Returns when it answers. */
  readonly start: () => Promise<void>;
}

export interface Cluster {
  /** Where the product's data lies. */
  readonly data: string;
  /** Where pages are served. */
  readonly addresses: readonly [string, string];
  /** What serves the second address. */
  readonly second: Member;
  /** What runs jobs and may be killed. */
  readonly workers: readonly Member[];
  readonly members: readonly Member[];
  readonly database: Member;
  /** Where payers go. */
  readonly payments: string;
  /** What is counted outside: mails that were taken, and payments that were begun. */
  readonly outside: {
    readonly mails: readonly { readonly content: string }[];
    readonly payments: readonly string[];
  } | null;
  /** Those that ended by themselves, and not because they were killed. */
  readonly ended: () => readonly string[];
  readonly stop: () => Promise<void>;
}

const AGAIN_MS = 250;

/** Two processes that serve, two that work, and PostgreSQL; mail and payments are taken outside them, and counted there. */
export async function startCluster(): Promise<Cluster> {
  const data = temporaryFolder();
  const port = await freePort();
  // Durable: what was acknowledged has to be there after the server was killed.
  const { url } = await startDatabase(join(data, 'postgres'), { port });
  const [mail, payments] = [await startMailServer(), await startPayments()];
  const settings = {
    ...{ SMEDJA_DATA: data, DATABASE_URL: url, DATABASE_ROLE: 'smedja_web' },
    ...{ SMTP_URL: mail.url, MAIL_FROM: 'Lindsjö <noreply@lindsjo.example>', ...paymentEnvironment(payments.address) },
    // Each sender has an address of its own, so that none is too many.
    ADDRESS_HEADER: 'x-forwarded-for'
  };
  const begin = (name: string, role: 'web' | 'worker') => startNode(name, { ...settings, SMEDJA_ROLE: role });
  // All at the same moment, on an empty database.
  const [first, second, ...workers] = await Promise.all([
    begin('first web', 'web'),
    begin('second web', 'web'),
    begin('first worker', 'worker'),
    begin('second worker', 'worker')
  ]);
  const database = databaseIn(data, port);
  const nodes = [first, second, ...workers];
  return {
    ...{ data, second, workers, database, members: [...nodes, database], payments: payments.address },
    addresses: [first.address, second.address],
    outside: { mails: mail.taken, payments: payments.begun },
    ended: () => endedOf(nodes),
    stop: async () => {
      await Promise.all(nodes.map((node) => node.kill()));
      await (await startDatabase(join(data, 'postgres'), { port })).stop();
      mail.close();
      payments.close();
      rmSync(data, { recursive: true, force: true });
    }
  };
}

/** The product that the tests share, on its database a second process, which serves and works too; that one and PostgreSQL are killed. */
export async function joinCluster(shared: { readonly address: string; readonly data: string }): Promise<Cluster> {
  const { address, data } = shared;
  const { url } = await startDatabase(join(data, 'postgres'));
  const second = await startNode('second', {
    ...{ SMEDJA_DATA: data, DATABASE_URL: url, DATABASE_ROLE: 'smedja_web', ...paymentEnvironment(address) }
  });
  const database = databaseIn(data, Number(new URL(url).port));
  return {
    ...{ data, second, database, workers: [second], members: [second, database], payments: address, outside: null },
    addresses: [address, second.address],
    ended: () => endedOf([second]),
    stop: () => second.kill()
  };
}

const endedOf = (nodes: readonly { readonly name: string; readonly isAlive: () => boolean }[]) =>
  nodes.filter(({ isAlive }) => !isAlive()).map(({ name }) => name);

const databaseIn = (data: string, port: number): Member => ({
  name: 'PostgreSQL',
  kill: async () => {
    const [pid] = readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGKILL');
  },
  // Its children end a moment after it, and a new one refuses to start until they have.
  start: () => vi.waitFor(async () => void (await startDatabase(join(data, 'postgres'), { port })), { timeout: 60_000 })
});

async function startNode(name: string, settings: Readonly<Record<string, string>>) {
  const port = String(await freePort());
  let product: Product;
  const start = async () => void (product = await started({ ...settings, PORT: port }));
  await start();
  const isAlive = () => {
    try {
      return process.kill(product.pid, 0);
    } catch {
      return false;
    }
  };
  return { name, address: `http://localhost:${port}`, start, isAlive, kill: () => product.kill() };
}

/** Starts it as whoever keeps it running does: one that finds no database ends, and is started again. */
async function started(settings: Readonly<Record<string, string>>, tries = 20): Promise<Product> {
  try {
    return await startProduct(settings);
  } catch (fault) {
    if (tries === 1) throw fault;
    await pause(AGAIN_MS);
    return started(settings, tries - 1);
  }
}

/** The demo's payment provider, outside every process; `begun` counts what it was asked to begin, by the address to come back to. */
async function startPayments() {
  const answer = startPaymentServer();
  const port = await freePort();
  const begun: string[] = [];
  const server = createServer((request, response) => {
    if (request.method === 'POST' && request.url?.endsWith('/api')) begun.push(request.url);
    answer(request, response);
  }).listen(port);
  const address = `http://127.0.0.1:${port}`;
  return { address, begun, close: () => void server.close() };
}
