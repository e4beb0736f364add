import type { ControlOptions } from '../../definition/types.ts';
import { weekday } from '../../time/day.ts';
import { dayOf } from '../day.ts';
import { words } from '../words.ts';
import { printDay } from './date.ts';
import type { Kind, Look } from './model.ts';
import { singleLine } from './single-line.ts';
import { lines, textOf } from './text-of.ts';

const TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/;

/** The day and the time of day of a bookable time, `2026-12-01T09:00` in Europe/Stockholm; undefined when it is none. */
function dayAndTime(value: string): { readonly day: string; readonly time: string } | undefined {
  const [, day, time] = TIME.exec(value) ?? [];
  return day && time ? { day, time } : undefined;
}

/** The times that a control offers, in order. */
export const timesOf = (options: ControlOptions | undefined): readonly string[] =>
  options && 'times' in options ? options.times : [];

/** Those of them that nobody has booked. */
export function freeTimes(
  options: ControlOptions,
  taken: Readonly<Record<string, readonly string[]>> = {}
): readonly string[] {
  const gone = 'resource' in options && Object.hasOwn(taken, options.resource) ? taken[options.resource] : undefined;
  return timesOf(options).filter((time) => !gone?.includes(time));
}

const minutesOf = (options: ControlOptions | undefined): number =>
  options && 'times' in options ? (options.minutes ?? 0) : 0;

/** `09.00`, or `09.00–09.30` where it is known how long it takes. Past midnight counts on. */
function printTime(time: string, { options, language }: Look): string {
  const minutes = minutesOf(options);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const end = (hour * 60 + minute + minutes) % (24 * 60);
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0');
  const until = minutes > 0 ? `–${two(end / 60)}:${two(end % 60)}` : '';
  return `${time}${until}`.replaceAll(':', words(language).colon);
}

function print(value: string, look: Look): string {
  const { day, time } = dayAndTime(value) ?? {};
  if (!day || !time || dayOf(day) === undefined) return value;
  const { weekdays, clock } = words(look.language);
  return `${weekdays[weekday(day)]} ${printDay(day, look.language)} ${clock} ${printTime(time, look)}`;
}

/** A time to book, one of those that the form offers. */
export const booking: Kind = singleLine(
  { type: 'string', maxLength: 16 },
  {
    format: (value, look) => lines(print(textOf(value), look)),
    fault: (value, options, taken) => {
      if (!timesOf(options).includes(textOf(value))) return 'enum';
      return freeTimes(options, taken).includes(textOf(value)) ? undefined : 'taken';
    }
  }
);
