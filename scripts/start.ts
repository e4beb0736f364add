// One command to a running Smedja: builds what is stale, starts PostgreSQL, migrates, starts the demo's neighbours, serves.
// It shares no object with the built application (two copies of the runtime would live in one process): it only passes settings on.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { enableCompileCache } from 'node:module';
import { constants, setPriority } from 'node:os';
import { isDemo } from '../runtime/effects/settings.server.ts';
import { startDatabase } from '../runtime/persistence/embedded.server.ts';
import { isMigrated } from '../runtime/persistence/is-migrated.server.ts';
import { buildWhenStale } from './build-when-stale.ts';
import { closeWhenRead } from './close-when-read.ts';

const port = Number(process.env.PORT ?? 3000);
const folder = process.env.SMEDJA_DATA ?? '.data';

/** One that serves no pages needs no build, and leaves to the others what the demo shows. */
const isWorker = process.env.SMEDJA_ROLE === 'worker';

enableCompileCache(`${folder}/compiled`); // the next start reads what this one compiled
if (!isWorker) buildWhenStale();
const database = process.env.DATABASE_URL ? undefined : await startDatabase(`${folder}/postgres`);
process.env.DATABASE_URL ??= database?.url ?? '';
if (database) process.env.DATABASE_ROLE ??= 'smedja_web'; // may not rewrite history; another server's role is a setting
process.env.SMEDJA_DATA ??= folder;
process.env.BODY_SIZE_LIMIT ??= 'Infinity'; // adapter-node stops at 512 kB; each upload is limited while it streams
process.env.PROTOCOL_HEADER ??= 'x-forwarded-proto'; // without ORIGIN adapter-node takes every request for https and refuses its forms
if (!(await isMigrated(process.env.DATABASE_URL))) await migrateNow(process.env.DATABASE_URL);
const showsDemo = isDemo(process.env) && !isWorker;
const cases = showsDemo ? (process.env.SMEDJA_DEMO_CASES ?? '2000') : 'none';
// Those that are played as written take seconds, and are there when the doors open; a year is lived while the server answers.
let filling = cases === '0' ? fillWithCases() : undefined;
if (filling) await once(filling, 'exit');
const neighbours = showsDemo ? await (await import('./neighbours.ts')).startNeighbours(port) : [];

const { handler } = isWorker
  ? { handler: (await import('./work.ts')).startWork() }
  : await import(new URL('../build/handler.js', import.meta.url).href);
const server = createServer((request, response) => {
  request.headers['x-forwarded-proto'] ??= 'http';
  closeWhenRead(request, response);
  const neighbour = neighbours.find(
    ({ pages }) => pages && `${request.url?.split('?')[0]}/`.startsWith(`${pages.base}/`)
  );
  if (neighbour?.pages) neighbour.pages.handler(request, response);
  else handler(request, response, () => response.writeHead(404).end());
});
// Longer than proxies keep theirs (nginx and most others 60 s): who sends into a connection that is just being closed gets no answer.
server.keepAliveTimeout = 75_000;
server.listen(port, () => {
  console.log(`Smedja is ready on http://localhost:${port}`);
  if (cases !== 'none') filling ??= fillWithCases();
});

/** Loaded only when there is something to migrate: it takes longer to load than PostgreSQL to start. */
async function migrateNow(url: string) {
  const { migrate } = await import('../runtime/persistence/migrate.server.ts');
  await migrate(url);
}

/** Gives an empty demo its cases, in a process of its own that gives way to those who are served meanwhile. */
function fillWithCases() {
  const child = fork('scripts/fill-demo.ts', ['--seed', '1', '--cases', cases]);
  if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  return child;
}

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  filling?.kill();
  server.close();
  server.closeAllConnections();
  // What the application runs beside its pages (jobs, timers) ends what it is doing; adapter-node's own server tells it so too.
  const application: NodeJS.EventEmitter = process;
  await Promise.all(application.listeners('sveltekit:shutdown').map((end) => end()));
  await Promise.all(neighbours.map((neighbour) => neighbour.stop()));
  // A worker that came to a server which ran already leaves it to whoever started it.
  if (database?.started || !isWorker) await database?.stop();
  process.exit(0);
}
process.on('SIGINT', stop).on('SIGTERM', stop);
