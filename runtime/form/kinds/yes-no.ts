import { words } from '../words.ts';
import type { Kind } from './model.ts';
import { lines, textOf, typed } from './text-of.ts';

const YES = new Set(['true', 'ja', 'yes', 'on', '1']);
const NO = new Set(['false', 'nej', 'no', '0']);

function parse(posted: readonly string[]): boolean | string | undefined {
  const text = typed(posted);
  const word = text?.toLowerCase() ?? '';
  return YES.has(word) ? true : NO.has(word) ? false : text;
}

/** A question with two answers; `false` is an answer. */
export const yesNo: Kind = {
  schema: { type: 'boolean' },
  asks: true,
  grouped: true,
  parse,
  write: textOf,
  format: (value, { language }) =>
    typeof value === 'boolean' ? [words(language)[value ? 'yes' : 'no']] : lines(textOf(value))
};

/** One box to tick. Not ticked is no answer, so that a demanded one is missing rather than wrong. */
export const consent: Kind = {
  ...yesNo,
  schema: { type: 'boolean', const: true },
  grouped: false,
  parse: (posted) => {
    const value = parse(posted);
    return value === false ? undefined : value;
  }
};
