import { log, publishFolders } from '#runtime';
import { clock } from './services.ts';

const CASE_TYPES = 'case-types';

/** What the application does before its first request: publishes the shipped case types. A broken one is named with its faults, and the others run. */
export async function start(): Promise<void> {
  for (const outcome of await publishFolders(CASE_TYPES, clock.now())) {
    if ('problems' in outcome) log.error(outcome, 'a case type is not published');
  }
}
