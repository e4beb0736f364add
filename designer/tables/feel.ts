import type { FieldType } from '#runtime/check/field-type.ts';
import type { DecisionCell, Literal, Value } from '#runtime/definition/types.ts';
import { keysOf } from '#runtime/form/pointer.ts';
import { isDay } from '#runtime/time/day.ts';

/** The sort of what a column looks at or gives. */
export type Kind = FieldType['kind'];

/** Tells the pointer of a path such as `application.kind`; undefined when the case type has nothing there. */
export type FindPointer = (path: string) => string | undefined;

const STEP = /^[A-Za-z_][\w-]*$/;

/** A pointer as a FEEL path; undefined for one with keys that FEEL has no name for. */
export function writePath(pointer: string): string | undefined {
  const keys = keysOf(pointer) ?? [];
  return keys.length > 0 && keys.every((key) => STEP.test(key)) ? keys.join('.') : undefined;
}

/** A path as a pointer, whatever it leads to. */
export function readPath(path: string): string | undefined {
  const keys = path.trim().split('.');
  return keys.every((key) => STEP.test(key)) ? `/${keys.join('/')}` : undefined;
}

const isDate = (kind: Kind): boolean => kind === 'date' || kind === 'date-time';

/** A value as FEEL; undefined for a calculation. */
export function writeValue(value: Value, kind: Kind): string | undefined {
  if (typeof value === 'object') return 'from' in value ? writePath(value.from) : undefined;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return /e/.test(String(value)) ? undefined : String(value);
  if (isDate(kind) && isDay(value)) return `date("${value}")`;
  if (kind === 'time' && /^\d\d:\d\d$/.test(value)) return `time("${value}:00")`;
  return kind === 'number' && NUMBER.test(value) ? value : JSON.stringify(value);
}

const NUMBER = /^-?\d+(\.\d+)?$/;

/** FEEL as a value; undefined when it says more than a value can. */
export function readValue(text: string, find: FindPointer): Value | undefined {
  const bare = text.trim();
  if (bare.startsWith('"')) return readString(bare);
  if (NUMBER.test(bare)) return String(Number(bare)) === bare ? Number(bare) : bare;
  if (bare === 'true' || bare === 'false') return bare === 'true';
  const [, date] = /^date\(\s*"(\d{4}-\d\d-\d\d)"\s*\)$/.exec(bare) ?? [];
  const [, time] = /^time\(\s*"(\d\d:\d\d)(?::00)?"\s*\)$/.exec(bare) ?? [];
  if (date !== undefined || time !== undefined) return date ?? time;
  const pointer = find(bare);
  return pointer === undefined ? undefined : { from: pointer };
}

function readString(text: string): Literal | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'string' ? read : undefined;
  } catch {
    return undefined;
  }
}

const SIGNS = { lt: '<', le: '<=', gt: '>', ge: '>=', before: '<', after: '>' } as const;
const days = (count: number): string => `duration("P${count}D")`;

/** A cell as FEEL unary tests; undefined when it cannot be said. */
export function writeCell(cell: DecisionCell | null, kind: Kind): string | undefined {
  if (cell === null) return '-';
  if (!('value' in cell)) {
    if (cell.op === 'answered') return 'not(null)';
    return kind === 'list' ? 'count(?) = 0' : 'string length(?) = 0';
  }
  switch (cell.op) {
    case 'withinDays':
      return `[today() - ${days(cell.value)}..today() + ${days(cell.value)}]`;
    case 'olderThanDays':
      return `< today() - ${days(cell.value)}`;
    case 'in':
    case 'between': {
      const values = cell.value.map((value) => writeValue(value, kind));
      if (values.includes(undefined)) return undefined;
      return cell.op === 'in' ? values.join(', ') : `[${values.join('..')}]`;
    }
    default:
      return writeComparison(cell.op, writeValue(cell.value, kind), kind);
  }
}

function writeComparison(
  op: 'eq' | 'ne' | 'contains' | keyof typeof SIGNS,
  value: string | undefined,
  kind: Kind
): string | undefined {
  if (value === undefined) return undefined;
  if (op === 'eq') return value;
  if (op === 'ne') return `not(${value})`;
  if (op === 'contains') return `${kind === 'list' ? 'list contains' : 'contains'}(?, ${value})`;
  return `${SIGNS[op]} ${value}`;
}

const WITHIN = /^\[\s*today\(\)\s*-\s*duration\("P(\d+)D"\)\s*\.\.\s*today\(\)\s*\+\s*duration\("P\1D"\)\s*\]$/;
const OLDER = /^<\s*today\(\)\s*-\s*duration\("P(\d+)D"\)$/;
const CONTAINS = /^(?:list )?contains\(\s*\?\s*,(.+)\)$/s;
const COMPARED = /^(<=|>=|<|>|!=|=)(.+)$/s;

/** FEEL unary tests as a cell; undefined when they say more than a cell can. */
export function readCell(text: string, kind: Kind, find: FindPointer): DecisionCell | null | undefined {
  const bare = text.trim();
  if (bare === '' || bare === '-') return null;
  if (/^not\(\s*null\s*\)$/.test(bare)) return { op: 'answered' };
  if (bare === 'count(?) = 0' || bare === 'string length(?) = 0') return { op: 'empty' };
  const [, within] = WITHIN.exec(bare) ?? [];
  if (within !== undefined) return { op: 'withinDays', value: Number(within) };
  const [, older] = OLDER.exec(bare) ?? [];
  if (older !== undefined) return { op: 'olderThanDays', value: Number(older) };
  const one = (part: string | undefined) => (part === undefined ? undefined : readValue(part, find));
  const cell = (op: 'eq' | 'ne' | 'contains' | keyof typeof SIGNS, value: Value | undefined) =>
    value === undefined ? undefined : { op, value };
  const [, contained] = CONTAINS.exec(bare) ?? [];
  if (contained !== undefined) return cell('contains', one(contained));
  const [, negated] = /^not\((.+)\)$/s.exec(bare) ?? [];
  if (negated !== undefined) return cell('ne', one(negated));
  const [, sign = '', compared] = COMPARED.exec(bare) ?? [];
  if (compared !== undefined) return cell(operatorOf(sign, kind), one(compared));
  const [, low, high] = /^\[(.+?)\.\.(.+)\]$/s.exec(bare) ?? [];
  if (low !== undefined) {
    const [from, to] = [one(low), one(high)];
    return from === undefined || to === undefined ? undefined : { op: 'between', value: [from, to] };
  }
  const values = partsOf(bare).map((part) => readValue(part, find));
  const known = values.filter((value) => value !== undefined);
  if (known.length < values.length) return undefined;
  return known.length === 1 ? cell('eq', known[0]) : { op: 'in', value: known };
}

function operatorOf(sign: string, kind: Kind) {
  if (sign === '=') return 'eq';
  if (sign === '!=') return 'ne';
  if (isDate(kind) && (sign === '<' || sign === '>')) return sign === '<' ? 'before' : 'after';
  return ({ '<': 'lt', '<=': 'le', '>': 'gt' } as const)[sign] ?? 'ge';
}

/** What stands between commas, but for those in texts and brackets. */
const partsOf = (text: string): string[] =>
  text.match(/(?:"(?:[^"\\]|\\.)*"|\((?:"(?:[^"\\]|\\.)*"|[^()"])*\)|[^,("])+/gs) ?? [];
