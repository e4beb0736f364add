import type { PropertySchema } from '../../definition/types.ts';
import type { Kind } from './model.ts';
import { lines, textOf, typed } from './text-of.ts';

/** A kind that is one line of text in one input; `change` says what it does otherwise. */
export const singleLine = (schema: PropertySchema, change: Partial<Kind> = {}): Kind => ({
  schema,
  asks: true,
  grouped: false,
  parse: (posted) => typed(posted)?.replace(/\s+/g, ' '),
  write: textOf,
  format: (value) => lines(textOf(value)),
  ...change
});

/** A kind of one line where `read` makes typed text a value, or nothing when it cannot. */
export const readLine = (read: (text: string) => string | undefined): Pick<Kind, 'parse'> => ({
  parse: (posted) => {
    const text = typed(posted);
    return text === undefined ? undefined : (read(text) ?? text);
  }
});
