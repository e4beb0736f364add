import type { Chance } from '../form/generate/chance.ts';
import { addDays, startOfDay, stockholmDay, weekday, type Day } from '../time/day.ts';
import { nearestWorkingDay } from '../time/working-days.ts';
import type { Assumptions } from './model.ts';
import { spread } from './spread.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** So many in a hundred wait for Monday, where most do. */
const ON_MONDAYS = 60;

/** When each case comes in: so many a day on the average, with chance as people have it, then moved to when people write. Pure. */
export function arrivalsOf({ cases, perDay, start, arrivals }: Assumptions, chance: Chance): number[] {
  let instant = start.getTime();
  return Array.from({ length: cases }, () => {
    const at = moved(instant, arrivals, chance);
    instant += spread(chance, DAY / perDay);
    return at;
  }).sort((a, b) => a - b);
}

function moved(instant: number, pattern: Assumptions['arrivals'], chance: Chance): number {
  if (pattern === 'any-time') return instant;
  const day = stockholmDay(new Date(instant));
  const asked = pattern === 'mondays' && chance.happens(ON_MONDAYS) ? mondayAfter(day) : day;
  const at = startOfDay(nearestWorkingDay(asked)).getTime() + chance.whole(8 * HOUR, 17 * HOUR);
  return at;
}

const mondayAfter = (day: Day): Day => addDays(day, (8 - weekday(day)) % 7);
