import type { Json } from '../../definition/json.ts';
import { words } from '../words.ts';
import type { Kind } from './model.ts';
import { readLine, singleLine } from './single-line.ts';
import { lines, textOf } from './text-of.ts';

const TYPED = /^(?:kl\.? ?|klockan )?(\d{1,2})(?:[:. ]?(\d{2}))?$/;

/** A typed time of day as `HH:MM`: `8`, `8.30`, `08:30`, `0830`, `kl. 8.30`. */
export function readTime(text: string): string | undefined {
  const [, hour, minute = '00'] = TYPED.exec(text.toLowerCase()) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** As it is read: `08.30`, in English `08:30`; what is no time stands as it is. */
const print = (value: Json, language: string): string =>
  textOf(value).replace(/^(\d{2}):(\d{2})$/, `$1${words(language).colon}$2`);

/** A time of day, `HH:MM`. */
export const time: Kind = singleLine(
  { type: 'string', format: 'time' },
  { ...readLine(readTime), write: print, format: (value, { language }) => lines(print(value, language)) }
);
