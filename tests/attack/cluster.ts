import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { vi } from 'vitest';
import { startPaymentServer } from '#runtime/demo/payment-server.server.ts';
import { paymentEnvironment } from '#runtime/demo/environment.server.ts';
import { startDatabase } from '#runtime/persistence/embedded.server.ts';
import { startMailServer } from '../support/mail-server.ts';
import { freePort, startProduct, temporaryFolder, type Product } from '../support/server.ts';

/** A process that can be killed, and started again where it was. */
export interface Member {
  readonly name: string;
  readonly address: string;
  readonly kill: () => Promise<void>;
  /** Returns when it answers. */
  readonly start: () => Promise<void>;
}

const PATIENCE = { timeout: 60_000, interval: 200 };

/** Two processes that serve pages, two that work, and PostgreSQL, each by itself; mail and payments are taken outside them, and counted there. */
export async function startCluster() {
  const data = temporaryFolder();
  const port = await freePort();
  // Durable: what was acknowledged has to be there after the server was killed.
  const first = await startDatabase(join(data, 'postgres'), { port });
  const [mail, payments] = [await startMailServer(), await startPayments()];
  const settings = {
    ...{ SMEDJA_DATA: data, DATABASE_URL: first.url, DATABASE_ROLE: 'smedja_web' },
    ...{ SMTP_URL: mail.url, MAIL_FROM: 'Lindsjö <noreply@lindsjo.example>', ...payments.environment },
    // Each client has an address of its own, so that none is too many.
    ADDRESS_HEADER: 'x-forwarded-for'
  };
  const database: Member = {
    ...{ name: 'PostgreSQL', address: '' },
    kill: async () => {
      const [pid] = readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), 'SIGKILL');
    },
    // Its children end a moment after it, and a new one refuses to start until they have.
    start: () => vi.waitFor(async () => void (await startDatabase(join(data, 'postgres'), { port })), PATIENCE)
  };
  const nodes = await Promise.all(
    (['web', 'web', 'worker', 'worker'] as const).map((role, index) => startNode(`${role} ${index}`, role, settings))
  );
  const [one, two, ...workers] = nodes;
  if (!one || !two) throw new Error('no web');
  return {
    ...{ data, mail, payments, database, workers, webs: [one, two] as const },
    members: [...nodes, database],
    stop: async () => {
      await Promise.all(nodes.map((node) => node.kill()));
      await (await startDatabase(join(data, 'postgres'), { port })).stop();
      mail.close();
      payments.close();
      rmSync(data, { recursive: true, force: true });
    }
  };
}

export type Cluster = Awaited<ReturnType<typeof startCluster>>;

async function startNode(name: string, role: 'web' | 'worker', settings: Record<string, string>): Promise<Member> {
  const port = String(await freePort());
  let product: Product;
  const start = async () => {
    product = await startProduct({ ...settings, SMEDJA_ROLE: role, PORT: port });
  };
  await start();
  return { name, address: `http://localhost:${port}`, start, kill: () => product.kill() };
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
  return { address, begun, environment: paymentEnvironment(address), close: () => void server.close() };
}
