import type { Json } from '../../definition/json.ts';
import { toDecimal } from '../decimal.ts';
import { words } from '../words.ts';
import { textOf } from './text-of.ts';

/** A decimal string with the decimal sign of the language, as one types it. */
export const localDecimal = (decimal: string, language: string): string =>
  language === 'en' ? decimal : decimal.replace('.', ',');

/** A decimal string as it is read: thousands apart, a true minus, every decimal kept. */
export function printDecimal(decimal: string, language: string): string {
  const [whole = '', fraction] = decimal.replace('-', '').split('.');
  const grouped = BigInt(whole).toLocaleString(words(language).locale);
  const printed = fraction === undefined ? grouped : `${grouped}${localDecimal('.', language)}${fraction}`;
  return decimal.startsWith('-') ? `−${printed}` : printed;
}

/** The decimal string of a number, or of a text that is one; nothing for anything else. */
export const decimalText = (value: Json): string | undefined =>
  typeof value === 'string' && toDecimal(value) ? value : toDecimal(value)?.toFixed();

/** A number as it is read; what is no number stands as it is. */
export function printNumber(value: Json, language: string): string {
  const decimal = decimalText(value);
  return decimal === undefined ? textOf(value) : printDecimal(decimal, language);
}
