import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fillDemo } from '../runtime/demo/fill.server.ts';
import { ports } from '../runtime/effects/ports.server.ts';
import { startDatabase } from '../runtime/persistence/embedded.server.ts';
import { freePort } from '../tests/support/server.ts';
import { report, type Round } from './figures.ts';
import { openDatabase, type BenchDatabase } from './stage.ts';

const ROUNDS = 7;
const MOST = 5;

/** (f) From the command to the first page, on a filled database, against starting PostgreSQL on it alone. */
export async function benchStart(): Promise<void> {
  const database = await openDatabase();
  try {
    const { files, clock } = ports();
    await fillDemo({ files }, clock.now());
    await database.rest();
    await untilFirstAnswer(database); // what is built and cached once is so
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      rounds.push({ yardstick: await untilDatabase(database), ours: await untilFirstAnswer(database) });
    report([
      {
        ...{ key: 'f', what: 'from the command to the first page, on a filled database' },
        ...{ yardstick: 'starting PostgreSQL on it alone', unit: 'ms', most: MOST, rounds }
      }
    ]);
  } finally {
    await database.drop();
  }
}

async function untilDatabase({ folder }: BenchDatabase): Promise<number> {
  const start = performance.now();
  const { stop } = await startDatabase(`${folder}/postgres`);
  const millis = performance.now() - start;
  await stop();
  return millis;
}

/** As an operator starts it: the script, its database, and the application with its worker. */
async function untilFirstAnswer({ folder }: BenchDatabase): Promise<number> {
  const port = await freePort();
  const { DATABASE_URL: _, ...environment } = process.env;
  const start = performance.now();
  const server = spawn(process.execPath, ['scripts/start.ts'], {
    env: { ...environment, NODE_ENV: 'production', SMEDJA_DATA: folder, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit']
  });
  const exited = once(server, 'exit');
  let status = 0;
  while (status !== 200 && server.exitCode === null) {
    status = await fetch(`http://localhost:${port}/`).then(
      (response) => response.status,
      () => 0
    );
    if (status !== 200) await new Promise((again) => setTimeout(again, 10));
  }
  const millis = performance.now() - start;
  server.kill('SIGINT');
  await exited;
  if (status !== 200) throw new Error('the product did not start');
  return millis;
}
