import type { CaseType } from '../../definition/case-type.ts';
import { chanceOf } from '../../form/generate/chance.ts';
import { addDays, startOfDay, stockholmDay, type Day } from '../../time/day.ts';
import { isWorkingDay } from '../../time/working-days.ts';
import { loadOf } from './load.ts';

const HOUR = 3_600_000;
const DAYS = 365;

/** When people write: mostly in the day and the evening. Hours after midnight, the more often they stand here. */
const HOURS = [7, 8, 8, 9, 9, 10, 10, 11, 12, 13, 13, 14, 15, 16, 17, 18, 19, 20, 20, 21, 22];
/** So many in a hundred that would come on a day off come on a day when people work. */
const ON_WORKING_DAYS = 70;

/** When each case comes in: by the season of its type, on working days in the day what staff begin, else when people write. */
export function arrivalsIn(
  { settings }: CaseType,
  { cases, seed, now }: { readonly cases: number; readonly seed: number; readonly now: Date }
): number[] {
  const { slug, initiatedBy } = settings;
  const chance = chanceOf(seed, `${slug} arrivals`);
  const today = stockholmDay(now);
  const { season } = loadOf(slug);
  const days = Array.from({ length: DAYS }, (_, back) => addDays(today, -back));
  const weights = days.map((day) => season[Number(day.slice(5, 7)) - 1] ?? 1);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const drawn = (): Day => {
    let left = (chance.whole(0, 999_999) / 1_000_000) * whole;
    return days.find((_, place) => (left -= weights[place] ?? 0) < 0) ?? today;
  };
  return Array.from({ length: cases }, () => {
    const day = drawn();
    const isOurs = initiatedBy === 'authority';
    const asked = isWorkingDay(day) || !(isOurs || chance.happens(ON_WORKING_DAYS)) ? day : workingDayBefore(day);
    const hour = isOurs ? chance.whole(8, 15) : chance.pick(HOURS);
    const at = startOfDay(asked).getTime() + hour * HOUR + chance.whole(0, HOUR - 1);
    return at < now.getTime() ? at : at - 24 * HOUR;
  }).sort((a, b) => a - b);
}

function workingDayBefore(day: Day): Day {
  let before = day;
  while (!isWorkingDay(before)) before = addDays(before, -1);
  return before;
}

/** The same instant, or the next when people are at work. */
export function inOffice(instant: number): number {
  const day = stockholmDay(new Date(instant));
  const hour = (instant - startOfDay(day).getTime()) / HOUR;
  if (isWorkingDay(day) && hour >= 8 && hour <= 16.5) return instant;
  let next = isWorkingDay(day) && hour < 8 ? day : addDays(day, 1);
  while (!isWorkingDay(next)) next = addDays(next, 1);
  return startOfDay(next).getTime() + (8 + (instant % HOUR) / HOUR) * HOUR;
}
