import { addDays, weekday, type Day } from './day.ts';
import { isHoliday } from './holidays.ts';

/** A day when a municipality works: not a Saturday, Sunday or holiday (lag 1930:173, 2 §). */
export const isWorkingDay = (day: Day): boolean => weekday(day) !== 0 && weekday(day) !== 6 && !isHoliday(day);

/** The day itself if it is a working day, else the nearest one after it (`1`) or before it (`-1`). */
export function nearestWorkingDay(day: Day, direction: 1 | -1 = 1): Day {
  let nearest = day;
  while (!isWorkingDay(nearest)) nearest = addDays(nearest, direction);
  return nearest;
}

/** The `count`th working day after `day`, or before it when negative; `day` itself is never counted. */
export function addWorkingDays(day: Day, count: number): Day {
  const direction = count < 0 ? -1 : 1;
  let current = day;
  for (let left = Math.abs(count); left > 0; left -= 1) {
    current = nearestWorkingDay(addDays(current, direction), direction);
  }
  return current;
}

/** Working days left from `from` to `to`, counting `to` and not `from`: 0 on the day itself, negative when it has passed. */
export function workingDaysBetween(from: Day, to: Day): number {
  const direction = to < from ? -1 : 1;
  let count = 0;
  for (let day = from; day !== to;) {
    day = addDays(day, direction);
    if (isWorkingDay(day)) count += direction;
  }
  return count;
}
