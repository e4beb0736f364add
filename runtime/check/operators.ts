import type { FieldType } from './field-type.ts';

const ORDERED = ['number', 'date', 'date-time', 'time'];
const DATES = ['date', 'date-time'];
const SCALAR = ['text', 'number', 'boolean', ...DATES, 'time'];

/** The kinds that each operator can look at; those that are not here look at anything. */
const LOOKS_AT: Readonly<Record<string, readonly string[]>> = {
  eq: SCALAR,
  ne: SCALAR,
  in: SCALAR,
  lt: ORDERED,
  le: ORDERED,
  gt: ORDERED,
  ge: ORDERED,
  between: ORDERED,
  contains: ['text', 'list'],
  empty: ['text', 'list'],
  before: DATES,
  after: DATES,
  withinDays: DATES,
  olderThanDays: DATES
};

/** Whether an operator can look at a type. */
export const looksAt = (op: string, type: FieldType): boolean =>
  type.kind === 'any' || (LOOKS_AT[op]?.includes(type.kind) ?? true);

/** What the value beside an operator must be, for a field of this type. */
export function wantedBeside(op: string, type: FieldType): FieldType {
  if (op === 'contains') return type.kind === 'list' ? type.item : { kind: 'text' };
  return type;
}
