import { isDay } from '../../time/day.ts';
import { words } from '../words.ts';

const YEAR_FIRST = /^(\d{4})([-/. ]?)(\d{1,2})\2(\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})([/. ])(\d{1,2})[/. -](\d{4})$/;
const NAMED = /^(?:den )?(\d{1,2})(?:\.|:?e|st|nd|rd|th)? ?(?:of )?([a-zåäö]{3,9})\.? ?,? ?(\d{4})$/;

/** Months by the first three letters of their Swedish and English names; `maj` and `may`, `okt` and `oct` differ. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  ['sv', 'en'].flatMap((language) =>
    words(language).months.map((name, index): [string, number] => [name.slice(0, 3).toLowerCase(), index + 1])
  )
);

/**
 * A typed day as `YYYY-MM-DD`: `2026-11-21`, `20261121`, `21/11 2026`, `21.11.2026`, `21 nov 2026`, `21 November 2026`.
 * The year always has four digits. Undefined when it is none.
 */
export function readDay(text: string): string | undefined {
  const bare = text.trim().toLowerCase().replace(/\s+/g, ' ');
  return yearFirst(bare) ?? dayFirst(bare) ?? named(bare);
}

function yearFirst(text: string): string | undefined {
  const [, year, separator, month, day] = YEAR_FIRST.exec(text) ?? [];
  return separator === '' && text.length !== 8 ? undefined : dayFrom(year, month, day);
}

function dayFirst(text: string): string | undefined {
  const [, day, , month, year] = DAY_FIRST.exec(text) ?? [];
  return dayFrom(year, month, day);
}

function named(text: string): string | undefined {
  const [, day, month, year] = NAMED.exec(text) ?? [];
  return dayFrom(year, MONTHS.get(month?.slice(0, 3) ?? '')?.toString(), day);
}

function dayFrom(year?: string, month?: string, day?: string): string | undefined {
  if (!year || !month || !day) return undefined;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}
