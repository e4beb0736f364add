import { definitionOf } from '../case/definitions.server.ts';
import { fireTimersOf } from '../case/fire-timers.server.ts';
import { publishedCaseTypes, publishFolders, type PublishedCaseType } from '../case/publish-case-type.server.ts';
import { log } from '../effects/log.server.ts';
import type { Refusal } from '../errors/refusal.ts';
import { beginFill, claimCase, endFill, fillProgress, isLivedIn, madeCases } from '../persistence/demo-fill.server.ts';
import { enterDelegations } from '../persistence/delegations.server.ts';
import { queueJobs } from '../persistence/jobs.server.ts';
import { isDatabaseUnavailable } from '../persistence/is-unavailable.server.ts';
import { takeDownInTime } from '../persistence/notices.server.ts';
import { namePlaces } from '../persistence/place-names.server.ts';
import { asOne } from '../persistence/unit-of-work.server.ts';
import type { FileStore } from '../ports/file-store.ts';
import { DEMO_DELEGATIONS } from './delegations.ts';
import type { KeepFile } from './fill/deeds.server.ts';
import { drawing } from './fill/drawing.ts';
import { Asked, type TasksAt } from './fill/effects.server.ts';
import { Life } from './fill/life.server.ts';
import { rememberPeople, type Cast } from './fill/people.server.ts';
import { PLAYS } from './fill/plays.ts';
import { scheduleOf } from './fill/schedule.ts';
import { openedAt } from './fill/every-sight.ts';
import { isOfCast, planYear, type PlannedCase } from './fill/year.server.ts';
import { YearCase } from './fill/year-case.server.ts';
import { registerPapers } from './fill/papers.server.ts';
import { DEMO_ORGANS } from './organs.ts';
import { CITIZENS, type DemoCitizen } from './people.ts';

const DAY_MS = 86_400_000;
const CASE_TYPES = 'case-types';
const YEARS_AT_WORK = 2;
/** The fill that the demo begins with, and that the played cases belong to. */
const FIRST = 1;
/** About how long a colleague takes from one thing to the next, in hours. */
const HOURS = { felanmalan: 5, bygglov: 28, utlamnande: 3, livsmedelskontroll: 9 };

/** Of a case that is as new as this, and of those of whom one can log in as, the documents are made and the mails are kept. */
const RECENT_DAYS = 14;

export interface FillOptions {
  readonly files: FileStore;
  /** How many cases of a simulated year are made beside those that are played as written. */
  readonly cases?: number;
  /** The same seed gives the same cases, and is filled once. */
  readonly seed?: number;
  /** Does what the steps ask for outside themselves. Left out: no document is made, and nobody is told. */
  readonly tasks?: TasksAt;
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
  /** Whether everything about it is made, documents and mails too. */
  readonly isWhole: boolean;
  readonly live: (asked: Asked) => Promise<Refusal | null>;
}

/** Makes known what the demo municipality is: its case types, organs and delegations, and those who live and work there. */
export async function settleDemo(now: Date, people: readonly DemoCitizen[] = CITIZENS): Promise<Cast> {
  await publishFolders(CASE_TYPES, now);
  await namePlaces(DEMO_ORGANS);
  await enterDelegations(DEMO_DELEGATIONS);
  return rememberPeople(beforeThat(now), people);
}

/** Those who work there have done so for some years. */
const beforeThat = (now: Date): Date => new Date(now.getTime() - YEARS_AT_WORK * 365 * DAY_MS);

/** Those whom one can log in as, and those whose cases the year has, or who are asked to sign in them. */
const peopleIn = (year: readonly PlannedCase[]): DemoCitizen[] => [
  ...new Set([...CITIZENS, ...year.flatMap(({ citizen, signers }) => [citizen ?? [], signers].flat())])
];

/**
 * Gives the demo municipality its cases, lived by the use cases at their own times before `now`, in the order in which they came in: each
 * with its whole life in one transaction. A fill that was cut off goes on where it was; one that is done adds nothing, nor does the
 * first where somebody has used the installation already. The same seed and `now` give the same cases.
 */
export async function fillDemo(options: FillOptions, now: Date): Promise<Filled> {
  const { files, cases = 0, seed = FIRST, tasks, progress } = options;
  const none = { cases: 0, refused: [] };
  if (seed === FIRST && (await isLivedIn())) return none;
  const fill = await beginFill(seed, cases, now);
  if (!fill) return none;
  const keepFile = keeperOf(files);
  await settleDemo(fill.begunAt);
  const published = await publishedCaseTypes();
  const caseTypes = published.map(({ caseType }) => caseType);
  const year = fill.cases > 0 ? planYear({ caseTypes, cases: fill.cases, seed, now: fill.begunAt }) : [];
  const cast = await rememberPeople(beforeThat(fill.begunAt), peopleIn(year));
  if (seed === FIRST) await registerPapers(cast, fill.begunAt);
  const stage = { cast, keepFile, published, now: fill.begunAt };
  const planned = [...(seed === FIRST ? await playedCases(stage) : []), ...(await yearCases(stage, year))].sort(
    (a, b) => a.at - b.at
  );
  const made = await madeCases(seed);
  const refused: string[] = [];
  let count = made.size;
  for (const one of planned.filter(({ key }) => !made.has(key))) {
    const fault = await make(one, { seed, tasks });
    if (fault) refused.push(`${one.key} ${fault}`);
    count += 1;
    progress?.(count, planned.length);
  }
  await endFill(seed, now);
  if (refused.length > 0) log.warn({ refused }, 'some of the demo did not come about');
  return { cases: count - made.size, refused };
}

/** How many cases of how many the fill that runs has made; null when none does. */
export async function demoFilling(): Promise<{ readonly made: number; readonly wanted: number } | null> {
  const progress = await fillProgress();
  if (!progress) return null;
  const { seed, made, wanted } = progress;
  return { made, wanted: wanted + (seed === FIRST ? PLAYS.length : 0) };
}

/** Makes one case, or none of it. Tells what of it could not happen. */
async function make(
  { key, isWhole, live }: Planned,
  { seed, tasks }: { readonly seed: number; readonly tasks: TasksAt | undefined }
): Promise<string | null> {
  const asked = new Asked(tasks, isWhole);
  const work = async () => {
    if (!(await claimCase(seed, key))) return null;
    const refusal = await live(asked);
    await queueJobs(await asked.left());
    return refusal;
  };
  try {
    return (await asOne(work, asked.take))?.refused ?? null;
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
    const live = async (asked: Asked) => {
      const life = new Life({ play, scenario, definition, versionId, cast, keepFile, turn });
      for (const moment of moments) {
        if (life.deeds.caseId) await fireTimersOf(life.deeds.caseId, moment.at);
        const refusal = await life.live(moment);
        await asked.carryOut(moment.at);
        if (refusal) return refusal;
      }
      if (life.deeds.caseId) await fireTimersOf(life.deeds.caseId, now);
      await life.settle(now);
      await asked.carryOut(now);
      if (life.deeds.caseId) await takeDownInTime(life.deeds.caseId, now);
      return null;
    };
    planned.push({ key: play.key, at: moments[0]?.at.getTime() ?? 0, isWhole: true, live });
  }
  return planned;
}

async function yearCases({ cast, keepFile, published, now }: Stage, year: readonly PlannedCase[]): Promise<Planned[]> {
  const versions = new Map(published.map((one) => [one.slug, one.versionId]));
  const planned: Planned[] = [];
  for (const one of year) {
    const versionId = versions.get(one.slug) ?? '';
    const definition = await definitionOf(versionId);
    const live = async (asked: Asked) => {
      const life = new YearCase({ key: one.key, definition, versionId, keepFile, planned: one, cast });
      for (const happening of one.happenings) {
        const refusal = await life.live(happening);
        await asked.carryOut(new Date(happening.at));
        if (refusal) return refusal;
      }
      if (life.deeds.caseId) await takeDownInTime(life.deeds.caseId, now);
      return one.takenAt !== null && one.takenAt < now.getTime() ? life.take(one.takenAt) : null;
    };
    const isWhole = isOfCast(one) || openedAt(one) > now.getTime() - RECENT_DAYS * DAY_MS;
    planned.push({ key: one.key, at: openedAt(one), isWhole, live });
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
