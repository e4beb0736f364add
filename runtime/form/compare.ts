import type { Json } from '../definition/json.ts';
import { daysBetween } from '../time/day.ts';
import { dayOf } from './day.ts';
import { toDecimal } from './decimal.ts';
import { all, any, not } from './kleene.ts';
import type { Truth } from './model.ts';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const timeOf = (value: Json): string | undefined => (typeof value === 'string' && TIME.test(value) ? value : undefined);

/** Negative, zero or positive; unknown when the two have no order: only numbers, days and times of day have one. */
export function order(left: Json, right: Json): number | undefined {
  const [a, b] = [toDecimal(left), toDecimal(right)];
  if (a && b) return a.cmp(b);
  return textOrder(dayOf(left), dayOf(right)) ?? textOrder(timeOf(left), timeOf(right));
}

function textOrder(left: string | undefined, right: string | undefined): number | undefined {
  if (left === undefined || right === undefined) return undefined;
  return left < right ? -1 : left > right ? 1 : 0;
}

const isScalar = (value: Json): boolean => typeof value !== 'object';

/** Whether two answers say the same. `1.0` is `1`, an instant is its day; values of different sorts differ; lists and objects cannot be told. */
export function same(left: Json, right: Json): Truth {
  if (!isScalar(left) || !isScalar(right)) return undefined;
  return left === right || order(left, right) === 0;
}

const where = (sign: number | undefined, holds: (sign: number) => boolean): Truth =>
  sign === undefined ? undefined : holds(sign);

function contains(answer: Json, wanted: Json): Truth {
  if (Array.isArray(answer)) return any(answer.map((entry) => same(entry, wanted)));
  return typeof answer === 'string' && typeof wanted === 'string' ? answer.includes(wanted) : undefined;
}

function between(answer: Json, wanted: Json): Truth {
  const [low, high] = Array.isArray(wanted) && wanted.length === 2 ? wanted : [];
  if (low === undefined || high === undefined) return undefined;
  const above = where(order(answer, low), (sign) => sign >= 0);
  const under = where(order(answer, high), (sign) => sign <= 0);
  return all([above, under]);
}

/** Days from the answer to today, compared with the wanted number. */
function age(answer: Json, { wanted, today }: Against, of: (days: number) => number): number | undefined {
  const day = dayOf(answer);
  return day === undefined || typeof wanted !== 'number' ? undefined : of(daysBetween(day, today)) - wanted;
}

interface Against {
  readonly wanted: Json;
  /** The day of the event. */
  readonly today: string;
}

const COMPARISONS = {
  eq: (answer, { wanted }) => same(answer, wanted),
  ne: (answer, { wanted }) => not(same(answer, wanted)),
  lt: (answer, { wanted }) => where(order(answer, wanted), (sign) => sign < 0),
  le: (answer, { wanted }) => where(order(answer, wanted), (sign) => sign <= 0),
  gt: (answer, { wanted }) => where(order(answer, wanted), (sign) => sign > 0),
  ge: (answer, { wanted }) => where(order(answer, wanted), (sign) => sign >= 0),
  before: (answer, { wanted }) => where(textOrder(dayOf(answer), dayOf(wanted)), (sign) => sign < 0),
  after: (answer, { wanted }) => where(textOrder(dayOf(answer), dayOf(wanted)), (sign) => sign > 0),
  in: (answer, { wanted }) => (Array.isArray(wanted) ? any(wanted.map((entry) => same(answer, entry))) : undefined),
  contains: (answer, { wanted }) => contains(answer, wanted),
  between: (answer, { wanted }) => between(answer, wanted),
  withinDays: (answer, against) => where(age(answer, against, Math.abs), (rest) => rest <= 0),
  olderThanDays: (answer, against) =>
    where(
      age(answer, against, (days) => days),
      (rest) => rest > 0
    )
} as const satisfies Record<string, (answer: Json, against: Against) => Truth>;

export type ComparisonName = keyof typeof COMPARISONS;

/** Whether an answer stands so to what is wanted; unknown when the two cannot be compared so. `null` is never known. */
export function holds(name: ComparisonName, answer: Json, against: Against): Truth {
  return answer === null || against.wanted === null ? undefined : COMPARISONS[name](answer, against);
}
