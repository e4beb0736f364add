import type { IncomingMessage, ServerResponse } from 'node:http';
import { closeDatabase, isReady, ports, runEffects } from '../runtime/index.ts';

/** A node that runs jobs and timers and serves no pages (`SMEDJA_ROLE=worker`). Gives what answers whether it lives and is ready, as the application does. */
export function startWork() {
  const worker = runEffects(ports());
  const application: NodeJS.EventEmitter = process;
  application.on('sveltekit:shutdown', async () => {
    await worker.stop();
    await closeDatabase();
  });
  return async ({ url }: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (url === '/healthz') response.writeHead(200).end('ok\n');
    else if (url !== '/readyz') response.writeHead(404).end();
    else if (await isReady()) response.writeHead(200).end('ready\n');
    else response.writeHead(503, { 'retry-after': '5' }).end('not ready\n');
  };
}
