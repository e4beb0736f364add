import { isPersonalNumber } from '../formats.ts';
import type { Kind } from './model.ts';
import { singleLine } from './single-line.ts';
import { compact, lines, textOf, typed } from './text-of.ts';

const TYPED = /^(\d{2})?(\d{6})([-+]?)([0-9TRSUWXJKLMN]\d{3})$/;

/** The twelve digits of a typed personnummer. Without century it is of somebody under a hundred, with `+` of somebody over. */
export function readPersonalNumber(text: string, today: string): string | undefined {
  const [, century, birth, sign, last] = TYPED.exec(compact(text).toUpperCase().replace(/[–−]/, '-')) ?? [];
  if (birth === undefined || last === undefined) return undefined;
  const number = `${century ?? centuryOf(birth, sign === '+', today)}${birth}${last}`;
  return isPersonalNumber(number) ? number : undefined;
}

/** A samordningsnummer has the day plus sixty, so only year and month are compared with today. */
function centuryOf(birth: string, isOld: boolean, today: string): string {
  const century = Number(today.slice(0, 2));
  const isLater = birth.slice(0, 4) > today.slice(2, 4) + today.slice(5, 7);
  return String(century - (isLater ? 1 : 0) - (isOld ? 1 : 0));
}

/** Personnummer or samordningsnummer, kept as twelve digits, printed `19900101-2385`. */
export const personalNumber: Kind = singleLine(
  { type: 'string', format: 'personal-number', maxLength: 12 },
  {
    parse: (posted, { today }) => {
      const text = typed(posted);
      return text === undefined ? undefined : (readPersonalNumber(text, today) ?? text);
    },
    write: (value) => textOf(value).replace(/^(\d{8})(\w{4})$/, '$1-$2'),
    format: (value) => lines(textOf(value).replace(/^(\d{8})(\w{4})$/, '$1-$2'))
  }
);
