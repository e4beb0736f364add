import { Memory } from '../memory.ts';

/**
 * Days and instants as law and people in Sweden count them. Pure: the instant comes in.
 * A day is a string, so that days are data, compare with `<`, and never slip over midnight in some other zone.
 */
export type Day = string;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const OFFSETS = ['+01:00', '+02:00'];
const CALENDAR = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' });
/** The calendar of the platform is slow, and a simulation asks it of the same few years a million times. */
const DAYS = new Memory<number, Day>();
const STARTS = new Memory<Day, number>();
const ENDS = new Memory<Day, string>();

/** The day in Europe/Stockholm at an instant, `YYYY-MM-DD`. Throws on an instant that is none. */
export function stockholmDay(instant: Date): Day {
  // Days begin on whole hours there, since 1900; before, the time of the sun was kept.
  const hour = Math.floor(instant.getTime() / HOUR_MS);
  return hour < 0 ? CALENDAR.format(instant) : DAYS.of(hour, () => CALENDAR.format(instant));
}

/** The instant when a day begins in Europe/Stockholm. Clocks change at 02 and 03, so every day has exactly one. */
export const startOfDay = (day: Day): Date => new Date(STARTS.of(day, () => findStart(day)));

/** The instant when a day has ended, ISO 8601 in UTC. */
export const endOfDay = (day: Day): string => ENDS.of(day, () => startOfDay(addDays(day, 1)).toISOString());

function findStart(day: Day): number {
  for (const offset of OFFSETS) {
    const start = new Date(`${day}T00:00:00${offset}`);
    if (stockholmDay(start) === day && stockholmDay(new Date(start.getTime() - 1)) < day) return start.getTime();
  }
  throw new RangeError(`no such day: ${day}`);
}

const utc = (day: Day): Date => new Date(`${day}T00:00:00Z`);
const toDay = (date: Date): Day => date.toISOString().slice(0, 10);

/** True for a real date on the form `YYYY-MM-DD`; 30 February is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text)) return false;
  if (text.slice(8) <= '28') return true;
  const date = utc(text);
  return !Number.isNaN(date.getTime()) && toDay(date) === text;
}

export const addDays = (day: Day, days: number): Day => toDay(new Date(utc(day).getTime() + days * DAY_MS));

/** The same date `months` later, or the last day of that month when it has no such date (lag 1930:173, 1 §). */
export function addMonths(day: Day, months: number): Day {
  const from = utc(day);
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return addDays(toDay(first), Math.min(from.getUTCDate(), length) - 1);
}

/** 0 is Sunday, as in `Date`. */
export const weekday = (day: Day): number => utc(day).getUTCDay();

/** Days from `from` to `to`; negative when `to` comes first. */
export const daysBetween = (from: Day, to: Day): number => (utc(to).getTime() - utc(from).getTime()) / DAY_MS;
