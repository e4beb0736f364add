import { Memory } from '../memory.ts';
import { addDays, addMonths, type Day } from './day.ts';
import type { Period } from './period.ts';
import { addWorkingDays, nearestWorkingDay } from './working-days.ts';

export interface Counting {
  /** The day from which time is counted; it does not count itself. */
  readonly start: Day;
  readonly period: Period;
  /** Days of the period that count; months and years are always of the calendar. */
  readonly days: 'calendar' | 'working';
  /** `before` counts backwards from `start`. */
  readonly direction: 'after' | 'before';
  /** A last day that is not a working day moves to the next one. */
  readonly roll: boolean;
}

/**
 * The last day of a period. Weeks end on the same weekday and months on the same date, or on the month's last day
 * (lag 1930:173, 1 §). With `roll`, a Saturday, Sunday, holiday, midsummer's, Christmas or New Year's eve gives way
 * to the next working day (2 §); counted backwards to the one before, or there would be less time than was promised.
 */
export function lastDay(counting: Counting): Day {
  const { start, period, days, direction, roll } = counting;
  return LAST_DAYS.of(`${start} ${period.months} ${period.days} ${days} ${direction} ${roll}`, () => count(counting));
}

const LAST_DAYS = new Memory<string, Day>();

function count({ start, period, days, direction, roll }: Counting): Day {
  const sign = direction === 'after' ? 1 : -1;
  const month = addMonths(start, sign * period.months);
  const end = days === 'working' ? addWorkingDays(month, sign * period.days) : addDays(month, sign * period.days);
  return roll ? nearestWorkingDay(end, sign) : end;
}
