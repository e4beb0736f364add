import type { Scenario } from '../definition/types.ts';
import { addDays, addMonths, daysBetween, stockholmDay, type Day } from '../time/day.ts';
import { parsePeriod } from '../time/period.ts';

/** What somebody does next, as a scenario tells it. */
export interface Cue {
  readonly event: string;
  /** So long after what was done before, in days. */
  readonly days: number;
}

/** The events that are sent in a scenario and not refused, in order. Pure. */
export function scriptOf({ now, steps }: Scenario): Cue[] {
  const cues: Cue[] = [];
  let before = stockholmDay(new Date(now));
  let day = before;
  for (const { wait, event, expect } of steps) {
    if (wait !== undefined) day = after(day, wait);
    if (event === undefined || expect?.refused) continue;
    cues.push({ event, days: daysBetween(before, day) });
    before = day;
  }
  return cues;
}

/** The day that it is when so long has been waited. Pure. */
export function after(day: Day, wait: NonNullable<Scenario['steps'][number]['wait']>): Day {
  const period = parsePeriod(wait);
  return period ? addDays(addMonths(day, period.months), period.days + Math.floor(period.hours / 24)) : day;
}
