import { isDay } from '../time/day.ts';
import type { SchemaFault } from './faults.ts';

export type Schema = boolean | Readonly<Record<string, unknown>>;

/** Where the reading stands. */
export interface Place {
  /** The schema's file, which its references start from. */
  readonly file: string;
  /** JSON Pointer into the document. */
  readonly pointer: string;
  readonly depth: number;
}

interface Asked {
  /** What stands at the keyword. */
  readonly wanted: unknown;
  readonly data: unknown;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly place: Place;
  readonly faultsBy: (schema: Schema, data: unknown, place: Place) => readonly SchemaFault[];
}

export type Keyword = (asked: Asked) => readonly SchemaFault[];

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSchema = (value: unknown): value is Schema => typeof value === 'boolean' || isRecord(value);

const TYPES: Readonly<Record<string, (data: unknown) => boolean>> = {
  object: isRecord,
  array: Array.isArray,
  string: (data) => typeof data === 'string',
  number: (data) => typeof data === 'number' && Number.isFinite(data),
  integer: Number.isInteger,
  boolean: (data) => typeof data === 'boolean',
  null: (data) => data === null
};

export const isOfType = (type: string, data: unknown): boolean => TYPES[type]?.(data) ?? false;
export const typesOf = ({ type }: Readonly<Record<string, unknown>>): string[] =>
  [type].flat().filter((name) => typeof name === 'string');

const below = (pointer: string, key: string): string =>
  key.includes('~') || key.includes('/')
    ? `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
    : `${pointer}/${key}`;

const INSTANT = /^(\d{4}-\d{2}-\d{2})[Tt ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]\d{2}(:?\d{2})?)$/;
const EMAIL = /^[^\s@"<>(),;:\\]+@[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i;

const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  date: isDay,
  'date-time': (text) => isDay(INSTANT.exec(text)?.[1] ?? ''),
  email: (text) => EMAIL.test(text),
  uri: (text) => /^[a-z][a-z0-9+.-]*:\S+$/i.test(text) && URL.canParse(text)
};

const patterns = new Map<string, RegExp>();
function patternOf(source: string): RegExp {
  const known = patterns.get(source) ?? new RegExp(source, 'u');
  patterns.set(source, known);
  return known;
}

/** A limit on something that only one type of data has: its size. */
const limit =
  (sizeOf: (data: unknown) => number | undefined, isWithin: (size: number, limit: number) => boolean) =>
  (keyword: string): Keyword =>
  ({ wanted, data, place }) => {
    const size = sizeOf(data);
    if (size === undefined || typeof wanted !== 'number' || isWithin(size, wanted)) return [];
    return [{ instancePath: place.pointer, keyword, params: { limit: wanted } }];
  };

const numberOf = (data: unknown) => (typeof data === 'number' ? data : undefined);
const ASTRAL = /[\ud800-\udfff]/;
/** Characters, not code units: only a text with a surrogate in it needs to be counted. */
const lengthOf = (data: unknown) => {
  if (typeof data !== 'string') return undefined;
  return ASTRAL.test(data) ? [...data].length : data.length;
};
const countOf = (data: unknown) => (Array.isArray(data) ? data.length : undefined);
const keysOf = (data: unknown) => (isRecord(data) ? Object.keys(data).length : undefined);
const least = (size: number, bound: number) => size >= bound;
const most = (size: number, bound: number) => size <= bound;

const one = ({ place }: Asked, keyword: string, params: SchemaFault['params'] = {}): SchemaFault[] => [
  { instancePath: place.pointer, keyword, params }
];

/** Keys that an object must have. */
const missing = ({ data, place }: Asked, keyword: string, keys: unknown): SchemaFault[] =>
  isRecord(data) && Array.isArray(keys)
    ? keys
        .filter((key) => !Object.hasOwn(data, String(key)))
        .map((key) => ({ instancePath: place.pointer, keyword, params: { missingProperty: String(key) } }))
    : [];

const inKeys = ({ data, place, faultsBy }: Asked, schemaOf: (key: string) => unknown): readonly SchemaFault[] => {
  if (!isRecord(data)) return [];
  const found: SchemaFault[] = [];
  for (const key of Object.keys(data)) {
    const schema = schemaOf(key);
    if (!isSchema(schema)) continue;
    const { file, depth } = place;
    const faults = faultsBy(schema, data[key], { file, depth, pointer: below(place.pointer, key) });
    if (faults.length > 0) found.push(...faults);
  }
  return found;
};

/** What each keyword says of a value. `$ref`, `if` and the alternatives are `explain.ts`'s. */
export const KEYWORDS: Readonly<Record<string, Keyword>> = {
  required: (asked) => missing(asked, 'required', asked.wanted),
  dependentRequired: (asked) =>
    Object.entries(isRecord(asked.wanted) ? asked.wanted : {}).flatMap(([key, needed]) =>
      isRecord(asked.data) && Object.hasOwn(asked.data, key) ? missing(asked, 'dependentRequired', needed) : []
    ),
  properties: (asked) => {
    const { wanted } = asked;
    return inKeys(asked, (key) => (isRecord(wanted) && Object.hasOwn(wanted, key) ? wanted[key] : undefined));
  },
  additionalProperties: (asked) => {
    const known = isRecord(asked.schema['properties']) ? asked.schema['properties'] : {};
    if (asked.wanted !== false) return inKeys(asked, (key) => (Object.hasOwn(known, key) ? undefined : asked.wanted));
    return Object.keys(isRecord(asked.data) ? asked.data : {})
      .filter((key) => !Object.hasOwn(known, key))
      .flatMap((key) => one(asked, 'additionalProperties', { additionalProperty: key }));
  },
  propertyNames: (asked) =>
    Object.keys(isRecord(asked.data) ? asked.data : {})
      .filter((key) => isSchema(asked.wanted) && asked.faultsBy(asked.wanted, key, asked.place).length > 0)
      .flatMap((key) => one(asked, 'propertyNames', { propertyName: key })),
  items: ({ wanted, data, place, faultsBy }) =>
    (Array.isArray(data) && isSchema(wanted) ? data : []).flatMap((entry: unknown, index) =>
      isSchema(wanted) ? faultsBy(wanted, entry, { ...place, pointer: below(place.pointer, String(index)) }) : []
    ),
  uniqueItems: (asked) => {
    if (asked.wanted !== true || !Array.isArray(asked.data)) return [];
    return new Set(asked.data.map((entry) => JSON.stringify(entry))).size < asked.data.length
      ? one(asked, 'uniqueItems')
      : [];
  },
  const: (asked) => (asked.data === asked.wanted ? [] : one(asked, 'const', { allowedValue: asked.wanted })),
  enum: (asked) =>
    Array.isArray(asked.wanted) && asked.wanted.includes(asked.data)
      ? []
      : one(asked, 'enum', { allowedValues: asked.wanted }),
  pattern: (asked) =>
    typeof asked.data === 'string' && typeof asked.wanted === 'string' && !patternOf(asked.wanted).test(asked.data)
      ? one(asked, 'pattern', { pattern: asked.wanted })
      : [],
  format: (asked) =>
    typeof asked.data === 'string' && FORMATS[String(asked.wanted)]?.(asked.data) === false
      ? one(asked, 'format', { format: asked.wanted })
      : [],
  not: (asked) =>
    isSchema(asked.wanted) && asked.faultsBy(asked.wanted, asked.data, asked.place).length === 0
      ? one(asked, 'not')
      : [],
  minimum: limit(numberOf, least)('minimum'),
  maximum: limit(numberOf, most)('maximum'),
  exclusiveMinimum: limit(numberOf, (size, bound) => size > bound)('exclusiveMinimum'),
  minLength: limit(lengthOf, least)('minLength'),
  maxLength: limit(lengthOf, most)('maxLength'),
  minItems: limit(countOf, least)('minItems'),
  maxItems: limit(countOf, most)('maxItems'),
  minProperties: limit(keysOf, least)('minProperties'),
  maxProperties: limit(keysOf, most)('maxProperties')
};
