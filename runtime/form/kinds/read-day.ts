import { isDay } from '../../time/day.ts';

const YEAR_FIRST = /^(\d{4})([-/. ]?)(\d{1,2})\2(\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})([/. ])(\d{1,2})[/. -](\d{4})$/;
const NAMED = /^(?:den )?(\d{1,2})(?:\.|:?e|st|nd|rd|th)? ?(?:of )?([a-zåäö]{3,9})\.? ?,? ?(\d{4})$/;

const SWEDISH = 'januari februari mars april maj juni juli augusti september oktober november december';
const ENGLISH = 'january february march april may june july august september october november december';
const NAMES = [SWEDISH, ENGLISH].map((names) => names.split(' '));

/** The number of a month by its name or the beginning of it, at least three letters: `okt`, `sept`, `March`. */
const monthOf = (text: string): string | undefined =>
  NAMES.map((names) => names.findIndex((name) => name.startsWith(text)) + 1)
    .find((number) => number > 0)
    ?.toString();

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
  return dayFrom(year, month && monthOf(month), day);
}

function dayFrom(year?: string, month?: string, day?: string): string | undefined {
  if (!year || !month || !day) return undefined;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}
