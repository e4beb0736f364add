import Big from 'big.js';
import type { Json } from '../definition/json.ts';

/** Exact decimal as text, at most 30 digits before and 20 after the point, so that no input makes arithmetic slow. */
const DECIMAL = /^-?(0|[1-9]\d{0,29})(\.\d{1,20})?$/;

/** The exact number that a value is: a JSON number, or a decimal string such as `12.50`. No other text is a number. */
export function toDecimal(value: Json | undefined): Big | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? new Big(value) : undefined;
  return typeof value === 'string' && DECIMAL.test(value) ? new Big(value) : undefined;
}

/** Back to JSON: an integer that JavaScript holds exactly, else a decimal string. `asText` keeps a sum of decimal strings one. */
export function fromDecimal(number: Big, asText: boolean): number | string {
  const whole = number.round(0, Big.roundDown);
  const exact = number.eq(whole) && whole.abs().lte(Number.MAX_SAFE_INTEGER);
  return exact && !asText ? Number(whole.toFixed(0)) : number.toFixed();
}
