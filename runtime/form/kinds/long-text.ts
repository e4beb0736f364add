import { singleLine } from './single-line.ts';
import { textOf, typed } from './text-of.ts';

/** Browsers post line breaks as CRLF; one character each counts fairly against the maximum. */
export const longText = singleLine(
  { type: 'string', maxLength: 4000 },
  {
    parse: (posted) => typed(posted)?.replace(/\r\n?/g, '\n'),
    format: (value) => (textOf(value) === '' ? [] : textOf(value).split('\n'))
  }
);
