import type { Happening } from '../../simulate/lives.ts';

/** A case as the generator lived it. */
export interface Lived {
  readonly number: number;
  /** The state for which it was lived anew; empty for the first time. */
  readonly forState: string;
  readonly happenings: readonly Happening[];
  /** Where it was, from when and for how long. */
  readonly stays: readonly { readonly state: string; readonly since: number; readonly days: number }[];
  /** The states that it rests in; null when it is closed. */
  readonly standing: readonly string[] | null;
}

/** Lives a case anew so much later, and stops it now. */
export type Relive = (one: Lived, later: number, forState: string) => Lived | undefined;

const DAY = 86_400_000;
/** How many lives are tried for each state, the longest stays first: weekends fall otherwise when a life is moved. */
const TRIES = 3;
/** A case that has come to a state has stood there for so long, in days, or half its stay. */
const STOOD = 2;
/** Before people went home. */
const JUST = 600_000;
/** So much of the year's cases may give way. */
const MOST = 0.5;

/**
 * A year in which a case stands wherever one of the year has stood: for each state that nobody is in now, one that was there is lived
 * anew so much later that it is there now, in the place of one that is closed. Pure.
 * @param atWork when people were last at work, until now
 */
export function withEveryStanding(
  year: readonly Lived[],
  { now, atWork, relive }: { readonly now: number; readonly atWork: number; readonly relive: Relive }
): Lived[] {
  const stood = new Set(year.flatMap(({ standing }) => standing ?? []));
  const taken: Lived[] = [];
  const most = Math.min(Math.floor(year.length * MOST), year.filter(({ standing }) => standing === null).length);
  for (const [state, visits] of visitsOf(year)) {
    if (stood.has(state) || taken.length >= most) continue;
    const found = firstIn(state, visits.slice(0, TRIES), { now, atWork, relive });
    if (!found) continue;
    taken.push(found);
    for (const key of found.standing ?? []) stood.add(key);
  }
  const gone = new Set(year.filter(({ standing }) => standing === null).slice(0, taken.length));
  return [...year.filter((one) => !gone.has(one)), ...taken];
}

/** Moved by whole days, so that people still write in the day; what stood for less has just come there when people last were at work. */
function firstIn(
  state: string,
  visits: readonly Visit[],
  { now, atWork, relive }: { readonly now: number; readonly atWork: number; readonly relive: Relive }
): Lived | undefined {
  for (const { one, since, days } of visits) {
    const later = now - since - Math.min(STOOD, days / 2) * DAY;
    const moved = days < 1 ? [atWork - JUST - since, later] : [Math.floor(later / DAY) * DAY];
    for (const by of moved) {
      const lived = by > 0 ? relive(one, by, state) : undefined;
      if (lived?.standing?.includes(state)) return lived;
    }
  }
  return undefined;
}

type Visit = Lived['stays'][number] & { readonly one: Lived };

function visitsOf(year: readonly Lived[]): Map<string, Visit[]> {
  const visits = new Map<string, Visit[]>();
  const all = year.flatMap((one) => one.stays.filter(({ days }) => days > 0).map((stay) => ({ ...stay, one })));
  for (const visit of all.toSorted((a, b) => b.days - a.days))
    visits.set(visit.state, [...(visits.get(visit.state) ?? []), visit]);
  return visits;
}
