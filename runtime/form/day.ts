import type { Json } from '../definition/json.ts';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const MILLISECONDS = 86_400_000;
const STOCKHOLM = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });

const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Whether the text is a day that the calendar has, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const time = midnight(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The day of a value in Europe/Stockholm: a date is its own, an instant (ISO 8601 with offset) the day it falls on there. */
export function dayOf(value: Json | undefined): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (isDay(value)) return value;
  if (!INSTANT.test(value)) return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : STOCKHOLM.format(time);
}

/** Whole days from one day to another; negative when the second comes first. */
export const daysBetween = (from: string, to: string): number => (midnight(to) - midnight(from)) / MILLISECONDS;
