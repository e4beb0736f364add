import { readLine, singleLine } from './single-line.ts';
import { compact } from './text-of.ts';

/** An e-mail address; white space from pasting is no part of it. */
export const email = singleLine(
  { type: 'string', format: 'email', maxLength: 254 },
  { ...readLine((text) => compact(text.replace(/^mailto:/i, ''))), autocomplete: 'email' }
);
