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

/** A fee, as an amount in öre that the form says or computes. It is paid when the case asks for it, not here. */
export const payment: Kind = {
  ...calculated,
  schema: { type: 'integer', minimum: 0, maximum: 100_000_000_000 },
  format: (value, { language }) => lines(printMoney(value, language))
};
