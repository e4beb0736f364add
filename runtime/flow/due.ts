import type { CaseTypeSettings, Delay } from '../definition/types.ts';
import { PlatformError } from '../errors/platform-error.ts';
import { dayOf } from '../form/day.ts';
import type { CaseData } from '../form/model.ts';
import { at } from '../form/pointer.ts';
import { endOfDay, stockholmDay, type Day } from '../time/day.ts';
import { lastDay } from '../time/last-day.ts';
import { parsePeriod, type Period } from '../time/period.ts';

export type Delays = NonNullable<CaseTypeSettings['delays']>;

/** When a delay runs out. `lastDay` is null for periods in hours, which are exact; the others end with their last day. */
export interface Due {
  readonly lastDay: Day | null;
  readonly at: string;
}

/**
 * When a delay that is counted from `now` runs out; null while the date that it counts from is not known.
 * `key` is a period (`P14D`, `PT8H`) or a name in `delays`. The day of the event does not count; the time ends with the
 * last day in Europe/Stockholm, so the instant is 00:00 after it. Statutory periods roll by lag 1930:173. Pure.
 */
export function due(delays: Delays, key: string, now: Date, data: CaseData): Due | null {
  const delay = delayOf(delays, key);
  const period = periodOf(delay, key);
  if (period.hours > 0) return { lastDay: null, at: new Date(now.getTime() + period.hours * 3_600_000).toISOString() };
  const start = startOf(delay, now, data);
  if (start === undefined || !isNear(start)) return null;
  const day = lastDay({
    start,
    period,
    days: delay.days ?? 'calendar',
    direction: delay.before ? 'before' : 'after',
    roll: delay.statutory === true || delay.rollToWorkingDay === true
  });
  return isNear(day) ? { lastDay: day, at: endOfDay(day) } : null;
}

/** The pointer of the date that a delay follows; undefined when it counts from when its state was entered. */
export function dateOf(delays: Delays, key: string): string | undefined {
  const { before, from } = delayOf(delays, key);
  return before ?? (from === 'entry' ? undefined : from);
}

const delayOf = (delays: Delays, key: string): Delay =>
  Object.hasOwn(delays, key) ? (delays[key] ?? { period: key }) : { period: key };

function periodOf({ period }: Delay, key: string): Period {
  const parsed = parsePeriod(period);
  if (!parsed) throw new PlatformError('flow.unknown_delay', { delay: key });
  return parsed;
}

const startOf = ({ before, from = 'entry' }: Delay, now: Date, data: CaseData): Day | undefined =>
  before === undefined && from === 'entry' ? stockholmDay(now) : dayOf(at(data, before ?? from));

/** Somebody can type the year 9999, and counting from there would leave the calendar: such a date starts no clock. */
const isNear = (day: Day): boolean => day >= '1900-01-01' && day <= '2999-12-31';
