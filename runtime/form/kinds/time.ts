import type { Kind } from './model.ts';
import { readLine, singleLine } from './single-line.ts';

const TYPED = /^(?:kl\.? ?|klockan )?(\d{1,2})(?:[:. ]?(\d{2}))?$/;

/** A typed time of day as `HH:MM`: `8`, `8.30`, `08:30`, `0830`, `kl. 8.30`. */
export function readTime(text: string): string | undefined {
  const [, hour, minute = '00'] = TYPED.exec(text.toLowerCase()) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** A time of day, `HH:MM`. */
export const time: Kind = singleLine({ type: 'string', format: 'time' }, readLine(readTime));
