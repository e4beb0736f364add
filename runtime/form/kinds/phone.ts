import type { Kind } from './model.ts';
import { readLine, singleLine } from './single-line.ts';
import { compact, lines, textOf } from './text-of.ts';

const DIGITS = /^\+?\d{5,15}$/;

/** A typed number as digits, with `+` and country code where it is given or Swedish. */
export function readPhone(text: string): string | undefined {
  const bare = compact(text)
    .replace(/\(0\)/, '')
    .replace(/[-–−./()]/g, '');
  const digits = bare.replace(/^00/, '+').replace(/^0(?=[1-9])/, '+46');
  return DIGITS.test(digits) ? digits : undefined;
}

/** As Swedes write it at home: `070-174 06 05`; other numbers by their digits. */
export const printPhone = (value: string): string =>
  value.replace(/^\+46(7\d)(\d{3})(\d{2})(\d{2})$/, '0$1-$2 $3 $4').replace(/^\+46(?=\d)/, '0');

/** A telephone number, kept as `+46701740605`. */
export const phone: Kind = singleLine(
  { type: 'string', format: 'phone', maxLength: 20 },
  {
    ...readLine(readPhone),
    autocomplete: 'tel',
    write: (value) => printPhone(textOf(value)),
    format: (value) => lines(printPhone(textOf(value)))
  }
);
