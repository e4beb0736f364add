import { isDay } from '../time/day.ts';
import { isUuid } from '../uuid.ts';

/** The last row of a page of a list: the instant that it is sorted by, as PostgreSQL writes it, and its id. */
export type Cursor = readonly [sortedBy: string, id: string];

/** What the next page is asked for with. */
export const writeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** Where a page goes on. One that nobody of us made starts from the beginning. */
export function readCursor(text: string | undefined): Cursor | null {
  if (!text) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (!Array.isArray(parsed)) return null;
    const [value, id]: unknown[] = parsed;
    return typeof value === 'string' && isInstant(value) && typeof id === 'string' && isUuid(id) ? [value, id] : null;
  } catch {
    return null;
  }
}

const TIME = /^ ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?[+-](0\d|1[0-4])(:[0-5]\d)?$/;

const isInstant = (text: string): boolean =>
  text === 'infinity' || (isDay(text.slice(0, 10)) && TIME.test(text.slice(10)));
