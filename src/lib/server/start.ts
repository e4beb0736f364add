import {
  closeDatabase,
  DEMO_ADMINISTRATORS,
  DEMO_DELEGATIONS,
  DEMO_ORGANS,
  enterAdministrators,
  enterDelegations,
  log,
  namePlaces,
  ports,
  publishFolders,
  runEffects,
  stopWatching
} from '#runtime';
import { stockholmDay } from '#runtime/time/day.ts';
// Settings of a map that would let people point beside what they mean end the start.
import './map.ts';
import { municipality } from './municipality.ts';
import { clock } from './services.ts';
import { keepUnpublished } from './unpublished.ts';

const CASE_TYPES = 'case-types';

/** What the application does before its first request: publishes the shipped case types. A broken one is named with its faults, and the others run. A node runs jobs and timers too, unless it is there for the web alone. */
export async function start(): Promise<void> {
  const outcomes = await publishFolders(CASE_TYPES, clock.now());
  const faulty = outcomes.flatMap((outcome) => ('problems' in outcome ? [outcome] : []));
  for (const outcome of faulty) log.error(outcome, 'a case type is not published');
  keepUnpublished(faulty);
  if (municipality.demo) {
    await namePlaces(DEMO_ORGANS);
    await enterDelegations(DEMO_DELEGATIONS);
    const now = clock.now();
    await enterAdministrators(DEMO_ADMINISTRATORS, { now, day: stockholmDay(now) });
  }
  const worker = process.env['SMEDJA_ROLE'] === 'web' ? undefined : runEffects(ports());
  process.on('sveltekit:shutdown', async () => {
    await worker?.stop();
    await stopWatching();
    await closeDatabase();
  });
}
