import type { Cases, Happening } from '../../simulate/lives.ts';
import type { Assumptions } from '../../simulate/model.ts';
import { doneIn, type Done } from './manners.ts';
import { standsIn } from './sights.ts';

/** How the people around a case are: what they choose, how slow they are. */
export interface Manner
  extends Pick<Assumptions, 'weights' | 'minutes' | 'days' | 'failures'>, Pick<Cases, 'drawnTo' | 'follows'> {}

/** A case as the generator lived it. */
export interface Lived {
  readonly number: number;
  /** The state that it was lived anew for; empty for the first time. */
  readonly forState: string;
  readonly manner: Manner;
  readonly happenings: readonly Happening[];
  /** Where it was, from when and for how long. */
  readonly stays: readonly { readonly state: string; readonly since: number; readonly days: number }[];
  /** The states that it rests in; null when it is closed. */
  readonly standing: readonly string[] | null;
  /** What it shows somebody who looks at it (`sights.ts`). */
  readonly shows: readonly string[];
}

export interface Seeking {
  /** What there is to see. */
  readonly sights: ReadonlySet<string>;
  readonly now: number;
  /** Lives one more case, whose people do what has been done the least. */
  readonly explore: (number: number, done: Done) => Lived | undefined;
  /** Lives a case anew so much later, and leaves it in a state. */
  readonly leaveIn: (state: string, one: Lived, later: number) => Lived | undefined;
}

const DAY = 86_400_000;
/** So many lives for each case of the year are lived only to find ways, at most, and so many at all. */
const EXPLORED = 4;
const MOST_EXPLORED = 400;
/** So many in a row that show nothing new are enough. */
const PATIENCE = 200;
const YEAR = 365 * DAY;
/** How many lives that passed a state are tried, and how many days ago they came there: lately, or so long ago that times have run out. */
const TRIES = 4;
const JUST_CAME = [2, 0, 1, 3, 5, 8];
const LONG_AGO = [16, 50, 100, 200, 300];

/**
 * A year that shows all there is to see, as far as it finds ways there and has room: lives that show what no other does take the places
 * of those that show nothing of their own. Pure.
 */
export function withEverySight(year: readonly Lived[], seeking: Seeking): Lived[] {
  const missing = new Set(seeking.sights);
  const see = ({ shows }: Lived): void => shows.forEach((sight) => missing.delete(sight));
  year.forEach(see);
  const explored = exploredFor(missing, year.length, seeking);
  const taken: Lived[] = [];
  const take = (one: Lived): void => {
    taken.push(one);
    see(one);
  };
  for (let best = bestOf(explored, missing); best; best = bestOf(explored, missing)) take(best);
  const visits = visitsOf([...year, ...explored]);
  for (const [state, here] of visits)
    for (const { sight, daysAgo } of sightsOfLeft(state, seeking.sights)) {
      const found = missing.has(sight) && leftWhere(state, here, { ...seeking, sight, daysAgo });
      if (found) take(found);
    }
  return fitted(year, taken, seeking.sights);
}

/** Lives that show something that is missing: all that such lives did until they found no more. */
function exploredFor(missing: ReadonlySet<string>, cases: number, { explore }: Seeking): Lived[] {
  const left = new Set(missing);
  const done = new Map<string, number>();
  const explored: Lived[] = [];
  const most = Math.min(MOST_EXPLORED, EXPLORED * cases);
  for (let number = 0, since = 0; number < most && since < PATIENCE && left.size > 0; number += 1, since += 1) {
    const one = explore(number, done);
    if (!one) continue;
    for (const key of one.happenings.flatMap(doingOf)) done.set(key, (done.get(key) ?? 0) + 1);
    if (!one.shows.some((sight) => left.has(sight))) continue;
    since = 0;
    one.shows.forEach((sight) => left.delete(sight));
    explored.push(one);
  }
  return explored;
}

const doingOf = (one: Happening): string[] => (one.kind === 'event' ? [doneIn(one.event, one.state)] : []);

/** The one that shows most of what is missing, if any does. */
function bestOf(lives: readonly Lived[], missing: ReadonlySet<string>): Lived | undefined {
  const count = ({ shows }: Lived) => new Set(shows.filter((sight) => missing.has(sight))).size;
  const [best] = lives.map((one) => ({ one, count: count(one) })).toSorted((a, b) => b.count - a.count);
  return best && best.count > 0 ? best.one : undefined;
}

interface Leaving extends Seeking {
  readonly sight: string;
  /** How long ago it came there, one after the other until one shows it: weekends fall otherwise when a life is moved. */
  readonly daysAgo: readonly number[];
}

/** What a case shows that was left in a state: that it stands there, and each time that runs out there. */
function sightsOfLeft(state: string, sights: ReadonlySet<string>): Pick<Leaving, 'sight' | 'daysAgo'>[] {
  const times = [...sights].filter((sight) => sight.includes(`/${state}/after/`));
  return [{ sight: standsIn(state), daysAgo: JUST_CAME }, ...times.map((sight) => ({ sight, daysAgo: LONG_AGO }))];
}

/** Moved by whole days, so that people still write in the day, within the year. */
function leftWhere(
  state: string,
  visits: readonly Visit[],
  { now, leaveIn, sight, daysAgo }: Leaving
): Lived | undefined {
  for (const { one, since } of visits.slice(0, TRIES))
    for (const days of daysAgo) {
      const later = (Math.floor((now - since) / DAY) - days) * DAY;
      const lived = openedAt(one) + later > now - YEAR ? leaveIn(state, one, later) : undefined;
      if (lived?.shows.includes(sight)) return lived;
    }
  return undefined;
}

interface Visit {
  readonly one: Lived;
  readonly since: number;
}

/** Who was in each state, those who came there soonest first: the less happens before, the less is otherwise when it is moved. */
function visitsOf(lives: readonly Lived[]): Map<string, Visit[]> {
  const all = lives.flatMap((one) => one.stays.map(({ state, since }) => ({ state, since, one })));
  const soonest = all.toSorted((a, b) => a.since - openedAt(a.one) - (b.since - openedAt(b.one)));
  return Map.groupBy(soonest, ({ state }) => state);
}

export const openedAt = ({ happenings }: Pick<Lived, 'happenings'>): number => happenings[0]?.at ?? 0;

/** As many cases as before: who shows nothing alone gives way, closed cases first; who finds no place is left out. */
function fitted(year: readonly Lived[], taken: readonly Lived[], sights: ReadonlySet<string>): Lived[] {
  const counts = new Map<string, number>();
  const add = (one: Lived, by: number): void => {
    for (const sight of new Set(one.shows)) counts.set(sight, (counts.get(sight) ?? 0) + by);
  };
  for (const one of [...year, ...taken]) add(one, 1);
  const gone = new Set<Lived>();
  const isNeeded = ({ shows }: Lived) => shows.some((sight) => sights.has(sight) && (counts.get(sight) ?? 0) < 2);
  const closedFirst = year.toSorted((a, b) => Number(a.standing !== null) - Number(b.standing !== null));
  for (const one of [...closedFirst, ...taken]) {
    if (gone.size === taken.length) break;
    if (isNeeded(one)) continue;
    gone.add(one);
    add(one, -1);
  }
  return [...year, ...taken.toReversed()].filter((one) => !gone.has(one)).slice(0, year.length);
}
