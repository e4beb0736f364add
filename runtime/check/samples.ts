import type { Json } from '../definition/json.ts';
import type { Condition, Value } from '../definition/types.ts';
import { FORBIDDEN_KEYS, keysOf } from '../form/pointer.ts';
import { addDays, isDay } from '../time/day.ts';
import { typeAt } from './document-type.ts';
import type { FieldType } from './field-type.ts';

/** An answer to try; undefined is none. */
type Sample = Json | undefined;

/** What a search for answers tries, by pointer into the case's document. */
export interface Samples {
  readonly fields: ReadonlyMap<string, readonly Sample[]>;
  /** Whether what none of them does, no answers do: every edge that a condition draws has samples on both sides. */
  readonly complete: boolean;
}

export interface Bounds {
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly whole?: boolean;
}

/** What samples are made from. */
export interface SampleSource {
  readonly document: FieldType;
  readonly named: Readonly<Record<string, Condition>>;
  /** The least and the most that a number may be. */
  readonly bounds: (field: string) => Bounds;
  /** The conditions that an answer depends on itself, since what is hidden does not exist; and whether it is computed. */
  readonly behind: (field: string) => { readonly conditions: readonly Condition[]; readonly computed: boolean };
  readonly today: string;
}

const MOST_ROWS = 24;

/** Answers on both sides of everything that some conditions compare with. */
export function samplesOf(conditions: readonly Condition[], source: SampleSource): Samples {
  const points = new Map<string, Set<Json>>();
  const links: (readonly [string, string])[] = [];
  const seen = new Set<string>();
  let complete = true;

  function field(pointer: string): Set<Json> {
    const known = points.get(pointer);
    if (known) return known;
    const made = new Set<Json>();
    points.set(pointer, made);
    source.behind(pointer).conditions.forEach((condition) => walk(condition, ''));
    return made;
  }

  function compare(pointer: string, value: Value): void {
    if (typeof value !== 'object') field(pointer).add(value);
    else if ('from' in value) {
      field(value.from);
      links.push([pointer, value.from]);
    } else complete = false;
  }

  function walk(condition: Condition, row: string): void {
    if ('args' in condition) return condition.args.forEach((arg) => walk(arg, row));
    if (condition.op === 'ref') {
      const inner = source.named[condition.condition];
      if (!inner || seen.has(condition.condition)) return;
      seen.add(condition.condition);
      return walk(inner, row);
    }
    if ('list' in condition) {
      complete = false;
      field(condition.list);
      if (condition.where) walk(condition.where, `${condition.list}/*`);
      return;
    }
    const pointer = condition.field ?? (row === '' ? '' : row + (condition.item ?? ''));
    if (pointer === '') return void (complete = false);
    field(pointer);
    if (condition.op === 'withinDays' || condition.op === 'olderThanDays') {
      if (typeof condition.value !== 'number') return void (complete = false);
      for (const days of [condition.value, -condition.value]) field(pointer).add(addDays(source.today, days));
    } else if ('value' in condition) [condition.value].flat().forEach((value) => compare(pointer, value));
  }

  conditions.forEach((condition) => walk(condition, ''));
  for (const [one, other] of [...links, ...links]) {
    const both = [...field(one), ...field(other)];
    both.forEach((point) => field(one).add(point) && field(other).add(point));
  }
  const samples = (pointer: string): readonly Sample[] => {
    const type = typeAt(source.document, pointer);
    const { minimum = -Infinity, maximum = Infinity, whole = false } = source.bounds(pointer);
    const tried = around(type, [...(points.get(pointer) ?? [])], { today: source.today, whole });
    if (!tried) complete = false;
    return (tried ?? []).filter((value) => typeof value !== 'number' || (value >= minimum && value <= maximum));
  };
  const fields = new Map<string, readonly Sample[]>();
  for (const pointer of points.keys()) {
    if (pointer.includes('/*')) continue;
    if (!isPlace(pointer)) {
      complete = false;
      continue;
    }
    const rows = rowsOf(pointer, [...points.keys()], samples);
    fields.set(pointer, [undefined, ...(rows ?? samples(pointer))]);
  }
  return { fields, complete };
}

const isPlace = (pointer: string): boolean => {
  const keys = keysOf(pointer);
  return keys !== undefined && keys.length > 0 && !keys.some((key) => FORBIDDEN_KEYS.has(key));
};

/** Lists with no row, with one of each kind, and with several. */
function rowsOf(
  list: string,
  pointers: readonly string[],
  samples: (pointer: string) => readonly Sample[]
): readonly Json[] | undefined {
  const inside = pointers.filter((pointer) => pointer.startsWith(`${list}/*/`));
  if (inside.length === 0) return undefined;
  const rows = inside.reduce<Record<string, Json>[]>(
    (all, pointer) =>
      all
        .flatMap((row) =>
          [undefined, ...samples(pointer)].map((value) =>
            value === undefined ? row : { ...row, [pointer.slice(list.length + 3)]: value }
          )
        )
        .slice(0, MOST_ROWS),
    [{}]
  );
  return [[], ...rows.map((row) => [row]), ...rows.flatMap((row) => [2, 3, 5].map((count) => Array(count).fill(row)))];
}

/** The samples of a type; nothing for one that no samples can stand for. */
function around(
  type: FieldType | undefined,
  points: readonly Json[],
  { today, whole }: { readonly today: string; readonly whole: boolean }
): Json[] | undefined {
  switch (type?.kind) {
    case 'boolean':
      return [true, false];
    case 'number':
      return numbers(points.flatMap(numberOf), whole);
    case 'date':
      return days(
        points.filter((point) => typeof point === 'string'),
        today
      );
    case 'text':
      return type.options
        ? chosen(type.options, points)
        : ['annat', ...points.filter((point) => typeof point === 'string')];
    case 'list':
      return [[], ...itemsOf(type.item)];
    default:
      return undefined;
  }
}

/** The options that something compares with, and one that nothing does: the others are like it. */
const chosen = (options: readonly string[], points: readonly Json[]): string[] => {
  const named = options.filter((option) => points.includes(option));
  return [...named, ...options.filter((option) => !points.includes(option)).slice(0, 1)];
};

/** Each option alone, and all of them. */
const itemsOf = (item: FieldType): Json[] =>
  item.kind === 'text' && item.options ? [...item.options.map((option) => [option]), [...item.options]] : [];

/** Decimals may stand as strings. */
const numberOf = (point: Json): number[] =>
  (typeof point === 'number' || typeof point === 'string') && Number.isFinite(Number(point)) ? [Number(point)] : [];

function numbers(points: readonly number[], whole: boolean): number[] {
  const sorted = [...new Set(points.length > 0 ? points : [0])].toSorted((a, b) => a - b);
  const between = sorted.slice(1).map((point, index) => (point + (sorted[index] ?? point)) / 2);
  const steps = sorted.flatMap((point) => [point - 1, point, point + 1]);
  return [...new Set([...steps, ...(whole ? between.map(Math.floor) : between)])];
}

const days = (points: readonly string[], today: string): string[] => {
  const named = points.map((point) => point.slice(0, 10)).filter(isDay);
  const known = [...new Set(named.length > 0 ? named : [today])];
  return [...new Set(known.flatMap((point) => [-1, 0, 1].map((shift) => addDays(point, shift))))];
};
