import Big from 'big.js';
import type { Json } from '../definition/json.ts';
import { fromDecimal, toDecimal } from './decimal.ts';

type Fold = (sum: Big, next: Big) => Big | undefined;

const FOLDS = {
  add: (sum, next) => sum.plus(next),
  subtract: (sum, next) => sum.minus(next),
  multiply: (sum, next) => sum.times(next),
  divide: (sum, next) => (next.eq(0) ? undefined : sum.div(next)),
  min: (sum, next) => (next.lt(sum) ? next : sum),
  max: (sum, next) => (next.gt(sum) ? next : sum)
} as const satisfies Record<string, Fold>;

export type FoldName = keyof typeof FOLDS;

const isText = (value: Json | undefined): boolean => typeof value === 'string';

/** Folds numbers from left to right, exactly. Unknown if there is none, or one is unknown, no number, or divides by zero. */
export function fold(name: FoldName, values: readonly (Json | undefined)[]): number | string | undefined {
  const [first, ...rest] = values.map(toDecimal);
  const step: Fold = FOLDS[name];
  const result = rest.reduce((sum, next) => sum && next && step(sum, next), first);
  return result && fromDecimal(result, values.some(isText));
}

/** Rounds half away from zero: to an integer, or to a decimal string with that many decimals. */
export function round(value: Json | undefined, decimals = 0): number | string | undefined {
  const rounded = toDecimal(value)?.round(decimals, Big.roundHalfUp);
  if (!rounded) return undefined;
  return decimals > 0 ? rounded.toFixed(decimals) : fromDecimal(rounded, false);
}
