import type { SchemaFault } from './faults.ts';
import { isOfType, isRecord, KEYWORDS, typesOf, type Keyword, type Place, type Schema } from './keywords.ts';
import { FORMAT_SCHEMAS } from './schemas.ts';
import type { CaseTypeDocument } from './types.ts';

/**
 * Reads the format's JSON Schemas themselves, rather than code that a compiler makes of them: that would need eval, which the
 * browser refuses, or a megabyte of generated source. The schemas use few keywords (a law test holds them to those that are
 * read here, and compares every answer with ajv's).
 */
const DOCUMENT = 'case-type-document.schema.json';

const files = new Map<string, unknown>(FORMAT_SCHEMAS.map((schema) => [schema.$id.replace(/^.*\//, ''), schema]));

/** Deeper than any case type is; a deeper document would exhaust the stack. */
const DEEPEST = 120;

/** Whether something is a case type by the schemas of the format, which told these faults of it. Pure; takes anything. */
export const isValid = (document: unknown, faults = explain(document)): document is CaseTypeDocument =>
  faults.length === 0;

/**
 * What is wrong with a case type by the schemas of the format. Where a schema has alternatives, only the faults of the
 * one that the writer most likely meant are told. Pure; takes anything, never throws.
 */
export const explain = (document: unknown): readonly SchemaFault[] =>
  faultsBy({ $ref: DOCUMENT }, document, { file: DOCUMENT, pointer: '', depth: 0 });

function faultsBy(schema: Schema, data: unknown, place: Place): readonly SchemaFault[] {
  if (typeof schema === 'boolean') return schema ? NONE : [fault(place, 'not')];
  const { file, pointer, depth } = place;
  if (depth > DEEPEST) return [fault(place, 'maxDepth', { limit: DEEPEST })];
  const { types, keywords, alternatives, tag, reference } = readingOf(schema, file);
  if (types.length > 0 && !types.some((type) => isOfType(type, data)))
    return [fault(place, 'type', { type: types.join(',') })];
  const deeper = { file, pointer, depth: depth + 1 };
  let found = NONE;
  for (const [keyword, wanted] of keywords)
    found = both(found, keyword({ wanted, data, schema, place: deeper, faultsBy }));
  if (reference) found = both(found, faultsBy(reference.schema, data, { ...deeper, file: reference.file }));
  found = both(found, conditional(schema, data, deeper));
  if (alternatives.length === 0) return found;
  const choice = { alternatives, data, place: deeper };
  return both(found, tag === undefined ? chosen(choice, 'oneOf' in schema) : byTag(tag, choice));
}

const NONE: readonly SchemaFault[] = [];

/** Nearly always one of them is empty: a case type has thousands of places, and few faults. */
function both(some: readonly SchemaFault[], more: readonly SchemaFault[]): readonly SchemaFault[] {
  if (more.length === 0) return some;
  return some.length === 0 ? more : [...some, ...more];
}

type SchemaObject = Exclude<Schema, boolean>;

/** What a schema asks, sorted out once: each is asked of thousands of values. */
interface Reading {
  readonly types: readonly string[];
  readonly keywords: readonly (readonly [Keyword, unknown])[];
  readonly reference: Found | null;
  readonly alternatives: readonly SchemaObject[];
  readonly tag: Tag | undefined;
}

/** The key that tells the alternatives apart, and which one each of its values means. */
interface Tag {
  readonly key: string;
  readonly meant: ReadonlyMap<unknown, Found>;
}

const READINGS = new WeakMap<SchemaObject, Reading>();

function readingOf(schema: SchemaObject, file: string): Reading {
  const known = READINGS.get(schema);
  if (known) return known;
  const { $ref: reference, discriminator } = schema;
  const key = isRecord(discriminator) ? discriminator['propertyName'] : undefined;
  const alternatives = [schema['oneOf'] ?? schema['anyOf']].flat().filter(isRecord);
  const reading: Reading = {
    types: typesOf(schema),
    keywords: Object.entries(schema).flatMap(([name, wanted]) => {
      const keyword = KEYWORDS[name];
      return keyword ? [[keyword, wanted] as const] : [];
    }),
    reference: typeof reference === 'string' ? follow(reference, file) : null,
    alternatives,
    tag: typeof key === 'string' ? { key, meant: meantBy(key, alternatives, file) } : undefined
  };
  READINGS.set(schema, reading);
  return reading;
}

const fault = ({ pointer }: Place, keyword: string, params: SchemaFault['params'] = {}): SchemaFault => ({
  instancePath: pointer,
  keyword,
  params
});

interface Found {
  readonly schema: Schema;
  readonly file: string;
}

/** What a `$ref` names. The schemas are ours, so one that leads nowhere is a fault of the program. */
function follow(reference: string, from: string): Found {
  const [name = '', fragment = ''] = reference.replace(/^https:.*\//, '').split('#');
  const file = name === '' ? from : name;
  const schema = fragment
    .split('/')
    .slice(1)
    .reduce<unknown>((inside, key) => (isRecord(inside) ? inside[key] : undefined), files.get(file));
  if (!isRecord(schema)) throw new TypeError(`The schema ${reference} leads nowhere`);
  return { schema, file };
}

function conditional(schema: SchemaObject, data: unknown, place: Place): readonly SchemaFault[] {
  if (!isRecord(schema['if'])) return NONE;
  const branch = faultsBy(schema['if'], data, place).length === 0 ? schema['then'] : schema['else'];
  return isRecord(branch) ? faultsBy(branch, data, place) : NONE;
}

function chosen({ alternatives, data, place }: Choice, isOneOnly: boolean): readonly SchemaFault[] {
  const attempts: (readonly SchemaFault[])[] = [];
  for (const alternative of alternatives) {
    const faults = faultsBy(alternative, data, place);
    if (faults.length === 0 && !isOneOnly) return NONE;
    attempts.push(faults);
  }
  if (attempts.filter((faults) => faults.length === 0).length === 1) return NONE;
  const [likeliest] = attempts.toSorted(
    (a, b) => distance(a, place.pointer) - distance(b, place.pointer) || a.length - b.length
  );
  return likeliest?.length ? likeliest : [fault(place, 'oneOf')];
}

interface Choice {
  readonly alternatives: readonly SchemaObject[];
  readonly data: unknown;
  readonly place: Place;
}

/** Alternatives that a key tells apart, as `op` does of conditions. */
function byTag({ key: tag, meant }: Tag, { data, place }: Choice): readonly SchemaFault[] {
  if (!isRecord(data)) return NONE;
  const tagValue = data[tag];
  if (typeof tagValue !== 'string') return [fault(place, 'discriminator', { error: 'tag', tag, tagValue })];
  const alternative = meant.get(tagValue);
  if (!alternative) return [fault(place, 'discriminator', { error: 'mapping', tag, tagValue })];
  return faultsBy(alternative.schema, data, { ...place, file: alternative.file });
}

/** Where two alternatives take one value, the first is meant. */
const meantBy = (key: string, alternatives: readonly SchemaObject[], file: string): ReadonlyMap<unknown, Found> =>
  new Map(
    alternatives
      .map((alternative) => whole(alternative, file))
      .flatMap((found) => tagsOf(found.schema, key).map((value) => [value, found] as const))
      .toReversed()
  );

function whole(schema: Schema, file: string): Found {
  const reference = isRecord(schema) ? schema['$ref'] : undefined;
  if (typeof reference !== 'string') return { schema, file };
  const found = follow(reference, file);
  return whole(found.schema, found.file);
}

function tagsOf(schema: Schema, tag: string): unknown[] {
  const properties = isRecord(schema) ? schema['properties'] : undefined;
  const property = isRecord(properties) ? properties[tag] : undefined;
  return isRecord(property) ? [property['const'] ?? property['enum']].flat() : [];
}

/** How far an alternative is from what was written: another type is farther than another set of keys, and that than a wrong value. */
const distance = (faults: readonly SchemaFault[], at: string): number =>
  faults.filter(({ instancePath }) => instancePath === at).reduce((sum, found) => sum + weight(found), 0);

function weight({ keyword, params }: SchemaFault): number {
  if (keyword === 'type') return 100;
  if (keyword === 'required' || keyword === 'additionalProperties') return 10;
  return keyword === 'discriminator' && params['error'] === 'tag' ? 10 : 1;
}
