import { isDay, startOfDay } from '#runtime/time/day.ts';

const HOUR = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', hourCycle: 'h23' });
const HOUR_MS = 3_600_000;

/** What a `datetime-local` field says, in Europe/Stockholm; undefined for what is no time. */
export function readInstant(text: string): Date | undefined {
  const [, day = '', hour = '', minute = ''] = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  if (!isDay(day)) return undefined;
  const at = new Date(startOfDay(day).getTime() + Number(hour) * HOUR_MS + Number(minute) * 60_000);
  // On the two days that have 23 or 25 hours the clock has moved meanwhile.
  return new Date(at.getTime() + (Number(hour) - Number(HOUR.format(at))) * HOUR_MS);
}
