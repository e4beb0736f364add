import { isOrganisationNumber } from '../formats.ts';
import type { Kind } from './model.ts';
import { readLine, singleLine } from './single-line.ts';
import { compact, lines, textOf } from './text-of.ts';

/** Ten digits. Twelve begin with 16, or are the personnummer of a sole trader. */
export function readOrganisationNumber(text: string): string | undefined {
  const digits = compact(text).replace(/[-–−+]/, '');
  const number = /^(16|18|19|20)\d{10}$/.test(digits) ? digits.slice(2) : digits;
  return isOrganisationNumber(number) ? number : undefined;
}

const print = (value: string): string => value.replace(/^(\d{6})(\d{4})$/, '$1-$2');

/** Organisationsnummer, kept as ten digits, printed `556016-0680`. */
export const organisationNumber: Kind = singleLine(
  { type: 'string', format: 'organisation-number', maxLength: 10 },
  {
    ...readLine(readOrganisationNumber),
    write: (value) => print(textOf(value)),
    format: (value) => lines(print(textOf(value)))
  }
);
