import type { Json } from '../../definition/json.ts';
import { toDecimal } from '../decimal.ts';
import type { Kind } from './model.ts';
import { localDecimal, printDecimal } from './print-number.ts';
import { readNumber } from './read-number.ts';
import { singleLine } from './single-line.ts';
import { lines, textOf, typed } from './text-of.ts';

const CURRENCY = /^(kr|sek)\.?|(kr|kronor|sek|:-)\.?$/gi;

/** Öre of an amount typed in kronor; nothing when it is no amount or has parts of an öre. */
function toOre(text: string): number | undefined {
  const ore = toDecimal(readNumber(text.replace(CURRENCY, '')))
    ?.times(100)
    .toFixed();
  const whole = ore === undefined || ore.includes('.') ? undefined : Number(ore);
  return Number.isSafeInteger(whole) ? whole : undefined;
}

/** Kronor as a decimal string, with öre only where there are some; nothing when the value is no amount. */
function toKronor(value: Json): string | undefined {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return undefined;
  return toDecimal(value)
    ?.div(100)
    .toFixed(value % 100 === 0 ? 0 : 2);
}

/** Öre as they are read: `1 200 kr`, `SEK 1,200.50`. */
export function printMoney(value: Json, language: string): string {
  const kronor = toKronor(value);
  if (kronor === undefined) return textOf(value);
  const printed = printDecimal(kronor, language);
  return language === 'en' ? `SEK\u00a0${printed}` : `${printed}\u00a0kr`;
}

/** An amount: asked in kronor, kept as an integer in öre. */
export const money: Kind = singleLine(
  { type: 'integer', minimum: 0, maximum: 100_000_000_000 },
  {
    parse: (posted) => {
      const text = typed(posted);
      return text === undefined ? undefined : (toOre(text) ?? text);
    },
    write: (value, language) => localDecimal(toKronor(value) ?? textOf(value), language),
    format: (value, { language }) => lines(printMoney(value, language))
  }
);
