import type { Json } from '../../definition/json.ts';
import { printDay } from './date.ts';
import type { Kind, Look } from './model.ts';
import { printMoney } from './money.ts';
import { printNumber } from './print-number.ts';
import { lines, textOf } from './text-of.ts';

/** A text without an answer: information or a warning. */
export const notice: Kind = {
  schema: null,
  asks: false,
  grouped: false,
  parse: () => undefined,
  write: () => '',
  format: () => []
};

/** An answer further up ends the application; this says why. */
export const stop: Kind = { ...notice, stops: true };

const PRINTS: Readonly<Record<string, (value: Json, language: string) => string>> = {
  number: printNumber,
  money: printMoney,
  date: printDay
};

function print(value: Json, { language, options }: Look): string {
  const shownAs = options && 'shownAs' in options ? options.shownAs : undefined;
  const printAs = shownAs === undefined && typeof value === 'number' ? printNumber : PRINTS[shownAs ?? ''];
  return printAs ? printAs(value, language) : textOf(value);
}

/** Computed, never asked: what is posted for it is nothing. */
export const calculated: Kind = {
  ...notice,
  schema: { type: 'integer' },
  format: (value, look) => lines(print(value, look))
};
