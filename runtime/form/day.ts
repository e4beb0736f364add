import type { Json } from '../definition/json.ts';
import { isDay, stockholmDay, type Day } from '../time/day.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** The day of a value in Europe/Stockholm: a date is its own, an instant (ISO 8601 with offset) the day it falls on there. */
export function dayOf(value: Json | undefined): Day | undefined {
  if (typeof value !== 'string') return undefined;
  if (isDay(value)) return value;
  if (!INSTANT.test(value)) return undefined;
  const instant = new Date(value);
  return Number.isNaN(instant.getTime()) ? undefined : stockholmDay(instant);
}
