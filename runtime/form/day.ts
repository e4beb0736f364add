import type { Json } from '../definition/json.ts';
import { isDay, stockholmDay, type Day } from '../time/day.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** A booked time, which is a local one. */
const BOOKED = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}$/;

/** The day of a value in Europe/Stockholm: a date and a booked time have their own, an instant (ISO 8601 with offset) the day it falls on there. */
export function dayOf(value: Json | undefined): Day | undefined {
  if (typeof value !== 'string') return undefined;
  const day = BOOKED.exec(value)?.[1] ?? value;
  if (isDay(day)) return day;
  if (!INSTANT.test(value)) return undefined;
  const instant = new Date(value);
  return Number.isNaN(instant.getTime()) ? undefined : stockholmDay(instant);
}
