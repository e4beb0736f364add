import type { Json } from '../../definition/json.ts';
import { dayOf } from '../day.ts';
import { words } from '../words.ts';
import type { Kind } from './model.ts';
import { readDay } from './read-day.ts';
import { readLine, singleLine } from './single-line.ts';
import { lines, textOf } from './text-of.ts';

/** A day as it is read, `21 nov 2026`; what is no day stands as it is. */
export function printDay(value: Json, language: string): string {
  const [year, month, day] = dayOf(value)?.split('-').map(Number) ?? [];
  const name = words(language).months[(month ?? 0) - 1];
  return name ? `${day} ${name} ${year}` : textOf(value);
}

/** A day, `YYYY-MM-DD`. */
export const date: Kind = singleLine(
  { type: 'string', format: 'date' },
  { ...readLine(readDay), format: (value, { language }) => lines(printDay(value, language)) }
);
