import { definitionOf } from '../case/definitions.server.ts';
import { fireDueTimers } from '../case/fire-timers.server.ts';
import { publishedCaseTypes, publishFolders } from '../case/publish-case-type.server.ts';
import { log } from '../effects/log.server.ts';
import { beginFill, endFill } from '../persistence/demo-fill.server.ts';
import { enterDelegations } from '../persistence/delegations.server.ts';
import { namePlaces } from '../persistence/place-names.server.ts';
import type { FileStore } from '../ports/file-store.ts';
import { DEMO_DELEGATIONS } from './delegations.ts';
import { drawing } from './fill/drawing.ts';
import type { KeepFile } from './fill/deeds.server.ts';
import { Life } from './fill/life.server.ts';
import { rememberPeople, type Cast } from './fill/people.server.ts';
import { PLAYS } from './fill/plays.ts';
import { scheduleOf, type Moment } from './fill/schedule.ts';
import { DEMO_ORGANS } from './organs.ts';

const DAY_MS = 86_400_000;
const CASE_TYPES = 'case-types';
const YEARS_AT_WORK = 2;
/** About how long a colleague takes from one thing to the next, in hours. */
const HOURS = { felanmalan: 5, bygglov: 28, utlamnande: 3, livsmedelskontroll: 9 };

export interface Filled {
  readonly cases: number;
  /** What could not happen as it was written, by the key of the case: the case stands where it was. */
  readonly refused: readonly string[];
}

/**
 * Gives the demo municipality its names, people and some fifty cases, lived by the use cases at their own times before `now`, in the
 * order in which they happened. A database that is filled already gets nothing; one where the fill was cut off is filled anew. The same
 * `now` gives the same cases.
 */
export async function fillDemo({ files }: { readonly files: FileStore }, now: Date): Promise<Filled> {
  await publishFolders(CASE_TYPES, now);
  await namePlaces(DEMO_ORGANS);
  await enterDelegations(DEMO_DELEGATIONS);
  if (!(await beginFill(now))) return { cases: 0, refused: [] };
  const cast = await rememberPeople(new Date(now.getTime() - YEARS_AT_WORK * 365 * DAY_MS));
  const lives = await livesOf(cast, keeperOf(files), now);
  const moments = lives.flatMap(({ key, life, moments: own }) => own.map((moment) => ({ key, life, moment })));
  const refused = new Map<string, string>();
  for (const { key, life, moment } of moments.sort((a, b) => a.moment.at.getTime() - b.moment.at.getTime())) {
    if (refused.has(key)) continue;
    await fireDueTimers(moment.at);
    const refusal = await life.live(moment);
    if (refusal) refused.set(key, `${key} ${moment.step?.event ?? 'open'} ${refusal.refused}`);
  }
  await fireDueTimers(now);
  for (const { life } of lives) await life.settle(now);
  await endFill(now);
  if (refused.size > 0) log.warn({ refused: [...refused.values()] }, 'some of the demo did not come about');
  return { cases: lives.length, refused: [...refused.values()] };
}

interface Lived {
  readonly key: string;
  readonly life: Life;
  readonly moments: readonly Moment[];
}

async function livesOf(cast: Cast, keepFile: KeepFile, now: Date): Promise<Lived[]> {
  const published = await publishedCaseTypes();
  const random = seeded(1);
  const lives: Lived[] = [];
  for (const [turn, play] of PLAYS.entries()) {
    const version = published.find(({ slug }) => slug === play.slug);
    const scenario = version?.caseType.scenarios[play.scenario];
    if (!version || !scenario) continue;
    const { versionId } = version;
    const end = new Date(now.getTime() - play.since * DAY_MS);
    const pace = { hours: HOURS[play.slug], random };
    const definition = await definitionOf(versionId);
    const life = new Life({ play, scenario, definition, versionId, cast, keepFile, turn });
    lives.push({ key: play.key, life, moments: scheduleOf(scenario, play.steps, { end, pace }) });
  }
  return lives;
}

/** Each file that is handed in is one of its own in the store, so that it can be erased alone. */
const keeperOf =
  (files: FileStore): KeepFile =>
  async (name) => {
    const { key: storageKey, size, sha256 } = await files.write(once(drawing()));
    return { name, mediaType: 'application/pdf', size, sha256, storageKey, scan: 'not-scanned' };
  };

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

/** Numbers from 0 to 1 that are the same each time (Park and Miller). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
