import type { Kind } from './model.ts';
import { decimalText, localDecimal, printNumber } from './print-number.ts';
import { readNumber } from './read-number.ts';
import { singleLine } from './single-line.ts';
import { lines, textOf, typed } from './text-of.ts';

/** A JSON number, or where the schema says text a decimal string, which keeps every digit. */
export const number: Kind = singleLine(
  { type: 'number', minimum: 0, maximum: 1_000_000 },
  {
    parse: (posted, { schema }) => {
      const text = typed(posted);
      const decimal = text === undefined ? undefined : readNumber(text);
      if (decimal === undefined || schema.type === 'string') return decimal ?? text;
      return Math.abs(Number(decimal)) <= Number.MAX_SAFE_INTEGER ? Number(decimal) : text;
    },
    write: (value, language) => {
      const decimal = decimalText(value);
      return decimal === undefined ? textOf(value) : localDecimal(decimal, language);
    },
    format: (value, { language }) => lines(printNumber(value, language))
  }
);
