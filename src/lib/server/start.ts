import { closeDatabase, DEMO_ORGANS, log, namePlaces, ports, publishFolders, runEffects } from '#runtime';
import { municipality } from './municipality.ts';
import { clock } from './services.ts';

const CASE_TYPES = 'case-types';

/** What the application does before its first request: publishes the shipped case types. A broken one is named with its faults, and the others run. A node runs jobs and timers too, unless it is there for the web alone. */
export async function start(): Promise<void> {
  for (const outcome of await publishFolders(CASE_TYPES, clock.now())) {
    if ('problems' in outcome) log.error(outcome, 'a case type is not published');
  }
  if (municipality.demo) await namePlaces(DEMO_ORGANS);
  const worker = process.env['SMEDJA_ROLE'] === 'web' ? undefined : runEffects(ports());
  process.on('sveltekit:shutdown', async () => {
    await worker?.stop();
    await closeDatabase();
  });
}
