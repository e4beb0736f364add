import { Memory } from '../memory.ts';

/** A length of time as written in a definition: `P14D`, `P3W`, `P2M`, `P1Y` or `PT8H`. */
export interface Period {
  readonly months: number;
  /** Weeks are seven days: both end on the same weekday (lag 1930:173, 1 §). */
  readonly days: number;
  readonly hours: number;
}

const ISO = /^P(?=\d|T\d)(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(\d{1,5})H)?$/;

/** The period that a text says, or null when it says none. */
export const parsePeriod = (text: string): Period | null => PERIODS.of(text, () => parse(text));

const PERIODS = new Memory<string, Period | null>();

function parse(text: string): Period | null {
  const found = ISO.exec(text);
  if (!found) return null;
  const [years, months, weeks, days, hours] = found.slice(1).map((number) => Number(number ?? 0));
  return { months: (years ?? 0) * 12 + (months ?? 0), days: (weeks ?? 0) * 7 + (days ?? 0), hours: hours ?? 0 };
}
