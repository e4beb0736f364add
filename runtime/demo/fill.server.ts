import { definitionOf } from '../case/definitions.server.ts';
import { fireTimersOf } from '../case/fire-timers.server.ts';
import { publishedCaseTypes, publishFolders, type PublishedCaseType } from '../case/publish-case-type.server.ts';
import { log } from '../effects/log.server.ts';
import type { Refusal } from '../errors/refusal.ts';
import { beginFill, claimCase, endFill, isLivedIn, madeCases } from '../persistence/demo-fill.server.ts';
import { enterDelegations } from '../persistence/delegations.server.ts';
import { isDatabaseUnavailable } from '../persistence/is-unavailable.server.ts';
import { namePlaces } from '../persistence/place-names.server.ts';
import { asOne } from '../persistence/transaction.server.ts';
import type { Job } from '../persistence/write-step.server.ts';
import type { FileStore } from '../ports/file-store.ts';
import { DEMO_DELEGATIONS } from './delegations.ts';
import type { KeepFile } from './fill/deeds.server.ts';
import { drawing } from './fill/drawing.ts';
import { Life } from './fill/life.server.ts';
import { rememberPeople, type Cast } from './fill/people.server.ts';
import { PLAYS } from './fill/plays.ts';
import { POPULATION } from './fill/population.ts';
import { scheduleOf } from './fill/schedule.ts';
import { openedAt, planYear } from './fill/year.ts';
import { YearCase } from './fill/year-case.server.ts';
import { DEMO_ORGANS } from './organs.ts';
import { CITIZENS } from './people.ts';

const DAY_MS = 86_400_000;
const CASE_TYPES = 'case-types';
const YEARS_AT_WORK = 2;
/** The fill that the demo begins with, and that the played cases belong to. */
const FIRST = 1;
/** About how long a colleague takes from one thing to the next, in hours. */
const HOURS = { felanmalan: 5, bygglov: 28, utlamnande: 3, livsmedelskontroll: 9 };

export interface FillOptions {
  readonly files: FileStore;
  /** How many cases of a simulated year are made beside those that are played as written. */
  readonly cases?: number;
  /** The same seed gives the same cases, and is filled once. */
  readonly seed?: number;
  /** Is told after each case how many of how many there are. */
  readonly progress?: (made: number, of: number) => void;
}

export interface Filled {
  readonly cases: number;
  /** What could not happen as it was planned, by the key of the case: the case stands where it was. */
  readonly refused: readonly string[];
}

/** A case that is to be made: all that has happened to it, from when it came in until now. */
interface Planned {
  readonly key: string;
  readonly at: number;
  readonly live: () => Promise<Refusal | null>;
}

/** Makes known what the demo municipality is: its case types, organs and delegations, and those who live and work there. */
export async function settleDemo(now: Date, people = CITIZENS): Promise<Cast> {
  await publishFolders(CASE_TYPES, now);
  await namePlaces(DEMO_ORGANS);
  await enterDelegations(DEMO_DELEGATIONS);
  return rememberPeople(new Date(now.getTime() - YEARS_AT_WORK * 365 * DAY_MS), people);
}

/**
 * Gives the demo municipality its cases, lived by the use cases at their own times before `now`, in the order in which they came in: each
 * with its whole life in one transaction. A fill that was cut off goes on where it was; one that is done adds nothing, nor does the
 * first where somebody has used the installation already. The same seed and `now` give the same cases.
 */
export async function fillDemo(options: FillOptions, now: Date): Promise<Filled> {
  const { files, cases = 0, seed = FIRST, progress } = options;
  const none = { cases: 0, refused: [] };
  if (seed === FIRST && (await isLivedIn())) return none;
  const fill = await beginFill(seed, cases, now);
  if (!fill) return none;
  const cast = await settleDemo(fill.begunAt, fill.cases > 0 ? POPULATION : CITIZENS);
  const keepFile = keeperOf(files);
  const published = await publishedCaseTypes();
  const stage = { cast, keepFile, published, seed, now: fill.begunAt };
  const planned = [
    ...(seed === FIRST ? await playedCases(stage) : []),
    ...(fill.cases > 0 ? await yearCases(stage, fill.cases) : [])
  ].sort((a, b) => a.at - b.at);
  const made = await madeCases(seed);
  const refused: string[] = [];
  let count = made.size;
  for (const one of planned.filter(({ key }) => !made.has(key))) {
    const fault = await make(one, seed);
    if (fault) refused.push(`${one.key} ${fault}`);
    count += 1;
    progress?.(count, planned.length);
  }
  await endFill(seed, now);
  if (refused.length > 0) log.warn({ refused }, 'some of the demo did not come about');
  return { cases: count - made.size, refused };
}

/** Makes one case, or none of it. Tells what of it could not happen. */
async function make({ key, live }: Planned, seed: number): Promise<string | null> {
  try {
    const jobs: Job[] = [];
    const refusal = await asOne(
      async () => ((await claimCase(seed, key)) ? await live() : null),
      (more) => jobs.push(...more)
    );
    return refusal?.refused ?? null;
  } catch (error) {
    if (isDatabaseUnavailable(error)) throw error;
    log.error({ key, error }, 'a case of the demo was not made');
    return 'failed';
  }
}

interface Stage {
  readonly cast: Cast;
  readonly keepFile: KeepFile;
  readonly published: readonly PublishedCaseType[];
  readonly seed: number;
  readonly now: Date;
}

async function playedCases({ cast, keepFile, published, now }: Stage): Promise<Planned[]> {
  const random = seeded(1);
  const planned: Planned[] = [];
  for (const [turn, play] of PLAYS.entries()) {
    const version = published.find(({ slug }) => slug === play.slug);
    const scenario = version?.caseType.scenarios[play.scenario];
    if (!version || !scenario) continue;
    const { versionId } = version;
    const pace = { hours: HOURS[play.slug], random };
    const moments = scheduleOf(scenario, play.steps, { end: new Date(now.getTime() - play.since * DAY_MS), pace });
    const definition = await definitionOf(versionId);
    const live = async () => {
      const life = new Life({ play, scenario, definition, versionId, cast, keepFile, turn });
      for (const moment of moments) {
        if (life.deeds.caseId) await fireTimersOf(life.deeds.caseId, moment.at);
        const refusal = await life.live(moment);
        if (refusal) return refusal;
      }
      if (life.deeds.caseId) await fireTimersOf(life.deeds.caseId, now);
      await life.settle(now);
      return null;
    };
    planned.push({ key: play.key, at: moments[0]?.at.getTime() ?? 0, live });
  }
  return planned;
}

async function yearCases({ cast, keepFile, published, seed, now }: Stage, cases: number): Promise<Planned[]> {
  const year = planYear({ caseTypes: published.map(({ caseType }) => caseType), cases, seed, now });
  const versions = new Map(published.map((one) => [one.slug, one.versionId]));
  const planned: Planned[] = [];
  for (const one of year) {
    const versionId = versions.get(one.slug) ?? '';
    const definition = await definitionOf(versionId);
    const live = async () => {
      const life = new YearCase({ key: one.key, definition, versionId, keepFile, planned: one, cast });
      for (const happening of one.happenings) {
        const refusal = await life.live(happening);
        if (refusal) return refusal;
      }
      return one.takenAt !== null && one.takenAt < now.getTime() ? life.take(one.takenAt) : null;
    };
    planned.push({ key: one.key, at: openedAt(one), live });
  }
  return planned;
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
