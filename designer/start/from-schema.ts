import type { Json, JsonObject } from '#runtime/definition/json.ts';
import { isObject } from '#runtime/form/pointer.ts';
import { freeKey, isKey, keyOfText } from '../commands/keys.ts';
import { objectOf } from '../document/elements.ts';
import type { CaseTypeDocument } from '../document/model.ts';

/** What a JSON Schema has that a form cannot hold: where, and why by a key of `designer.lost.<why>`. */
export interface LostPart {
  readonly pointer: string;
  readonly why: 'kind' | 'keyword' | 'remote' | 'recursive' | 'key' | 'mixed' | 'empty';
  readonly name: string;
}

export interface FromSchema {
  readonly document: CaseTypeDocument;
  readonly lost: readonly LostPart[];
}

/** Keywords that are carried over, or say nothing about answers. */
const KNOWN = new Set(
  'type title description properties required items enum const minLength maxLength pattern format minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minItems maxItems uniqueItems additionalProperties $schema $id $defs definitions $ref default examples $comment'.split(
    ' '
  )
);
const FORMATS = new Set(['date', 'time', 'date-time', 'email', 'uri', 'uuid']);

/** A document whose application asks for what a JSON Schema describes, and what of it could not be taken. Pure. */
export function fromSchema(document: CaseTypeDocument, schema: JsonObject): FromSchema {
  const lost: LostPart[] = [];
  const reader: Reader = { root: schema, lost, texts: {}, taken: new Set(['formular', 'uppgifter']) };
  const { properties, required, controls } = readObject(reader, schema, { pointer: '', depth: 0 });
  const title = typeof schema.title === 'string' ? schema.title : 'Uppgifter';
  const page = { type: 'Category', id: 'uppgifter', elements: controls };
  const application = {
    schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      additionalProperties: false,
      required,
      properties
    },
    ui: { type: 'Categorization', id: 'formular', elements: [page] }
  };
  const kept = Object.entries(objectOf(objectOf(document.texts).sv)).filter(
    ([key]) => !key.startsWith('form.application.')
  );
  const sv = { ...Object.fromEntries(kept), 'form.application.uppgifter.label': title, ...reader.texts };
  return {
    document: {
      ...document,
      forms: { ...objectOf(document.forms), application },
      texts: { ...objectOf(document.texts), sv }
    },
    lost
  };
}

interface Reader {
  readonly root: JsonObject;
  readonly lost: LostPart[];
  readonly texts: JsonObject;
  readonly taken: Set<string>;
}

interface At {
  readonly pointer: string;
  readonly depth: number;
}

function readObject(reader: Reader, schema: JsonObject, at: At) {
  tellKeywords(reader, schema, at);
  const required: string[] = [];
  const properties: JsonObject = {};
  const controls: Json[] = [];
  const demanded = Array.isArray(schema.required) ? schema.required : [];
  for (const [name, held] of Object.entries(objectOf(schema.properties))) {
    const pointer = `${at.pointer}/properties/${name}`;
    const key = keyFor(reader, name, pointer);
    const field = readField(reader, held, { pointer, depth: at.depth + 1 }, key);
    if (!field) continue;
    properties[key] = field.schema;
    controls.push({ type: 'Control', id: key, scope: `#/properties/${key}`, options: field.options });
    if (demanded.includes(name)) required.push(key);
  }
  return { properties, required, controls };
}

/** The property's own name where it can be a key; another is told. */
function keyFor({ taken, lost }: Reader, name: string, pointer: string): string {
  const wanted = isKey(name) ? name : keyOfText(name.replace(/([a-z])([A-Z])/g, '$1-$2')) || 'falt';
  const key = freeKey(taken, wanted);
  taken.add(key);
  if (!isKey(name)) lost.push({ pointer, why: 'key', name: key });
  return key;
}

interface Field {
  readonly schema: JsonObject;
  readonly options: JsonObject;
}

function readField(reader: Reader, held: Json, at: At, key: string): Field | undefined {
  const schema = resolved(reader, held, at);
  if (!schema) return undefined;
  tellKeywords(reader, schema, at);
  const text = (name: string, value: Json | undefined) => {
    if (typeof value === 'string' && value !== '') reader.texts[`form.application.${key}.${name}`] = value;
  };
  text('label', schema.title ?? key);
  text('help', schema.description);
  const type = Array.isArray(schema.type) ? schema.type.filter((each) => each !== 'null') : [schema.type];
  if (type.length > 1) return undefinedBecause(reader, at, 'mixed', type.join(', '));
  const values = optionsOf(reader, schema, at);
  if (values) {
    for (const value of values) text(`option.${value.key}`, value.text);
    return { schema: { type: 'string', enum: values.map((value) => value.key) }, options: { kind: 'choose-one' } };
  }
  switch (type[0]) {
    case 'string':
      return stringField(reader, schema, at);
    case 'integer':
    case 'number':
      return {
        schema: {
          type: type[0],
          ...picked(schema, ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'], 'number')
        },
        options: { kind: 'number' }
      };
    case 'boolean':
      return { schema: { type: 'boolean' }, options: { kind: 'yes-no' } };
    case 'array':
      return listField(reader, schema, at, key);
    case 'object':
      return objectField(reader, schema, at, key);
    default:
      return undefinedBecause(reader, at, 'kind', String(type[0] ?? ''));
  }
}

function undefinedBecause({ lost }: Reader, { pointer }: At, why: LostPart['why'], name: string): undefined {
  lost.push({ pointer, why, name });
  return undefined;
}

function stringField({ lost }: Reader, schema: JsonObject, { pointer }: At): Field {
  const { format } = schema;
  const known = typeof format === 'string' && FORMATS.has(format);
  if (format !== undefined && !known)
    lost.push({ pointer: `${pointer}/format`, why: 'keyword', name: `format: ${String(format)}` });
  const longest = typeof schema.maxLength === 'number' ? Math.min(Math.max(1, schema.maxLength), 100_000) : 200;
  const bounded = known && ['date', 'time', 'date-time', 'uuid'].includes(format) ? {} : { maxLength: longest };
  const kinds: Record<string, string> = { date: 'date', time: 'time', email: 'email' };
  const kind = known ? (kinds[format] ?? 'text') : longest > 400 ? 'long-text' : 'text';
  return {
    schema: {
      type: 'string',
      ...picked(schema, ['minLength'], 'number'),
      ...bounded,
      ...picked(schema, ['pattern'], 'string'),
      ...(known ? { format } : {})
    },
    options: { kind }
  };
}

function listField(reader: Reader, schema: JsonObject, at: At, key: string): Field | undefined {
  const inside = { pointer: `${at.pointer}/items`, depth: at.depth + 1 };
  const items = resolved(reader, schema.items ?? null, inside);
  if (!items) return undefined;
  const most = typeof schema.maxItems === 'number' ? Math.min(Math.max(1, schema.maxItems), 1000) : 50;
  const bounds = { ...picked(schema, ['minItems'], 'number'), maxItems: most };
  const values = optionsOf(reader, items, inside);
  if (values) {
    for (const value of values) reader.texts[`form.application.${key}.option.${value.key}`] = value.text;
    const chosen = { type: 'string', enum: values.map((value) => value.key) };
    return { schema: { type: 'array', ...bounds, uniqueItems: true, items: chosen }, options: { kind: 'choose-many' } };
  }
  const rowSchema = items.type === 'object' ? items : { type: 'object', properties: { [`${key}-varde`]: items } };
  const row = readObject(reader, rowSchema, inside);
  const id = freeKey(reader.taken, `${key}-rad`);
  reader.taken.add(id);
  reader.texts[`form.application.${id}.label`] = typeof schema.title === 'string' ? schema.title : key;
  const { properties, required, controls } = row;
  return {
    schema: { type: 'array', ...bounds, items: { type: 'object', additionalProperties: false, required, properties } },
    options: { kind: 'repeating-group', detail: { type: 'Group', id, elements: controls } }
  };
}

/** An object is a group of questions; the format's fields of several parts have shapes of their own. */
function objectField(reader: Reader, schema: JsonObject, at: At, key: string): Field | undefined {
  if (Object.keys(objectOf(schema.properties)).length === 0) return undefinedBecause(reader, at, 'empty', key);
  return listField(
    reader,
    { ...schema, type: 'array', minItems: 0, maxItems: 1, items: schema },
    { ...at, pointer: at.pointer.replace(/\/items$/, '') },
    key
  );
}

function optionsOf({ lost }: Reader, schema: JsonObject, { pointer }: At): { key: string; text: string }[] | undefined {
  const listed = Array.isArray(schema.enum) ? schema.enum : undefined;
  if (!listed) return undefined;
  const taken = new Set<string>();
  return listed
    .filter((value) => value !== null)
    .map((value) => {
      const text = String(value);
      const key = freeKey(taken, isKey(text) ? text : keyOfText(text) || `val-${taken.size + 1}`);
      taken.add(key);
      if (key !== text) lost.push({ pointer: `${pointer}/enum`, why: 'key', name: `${text} → ${key}` });
      return { key, text };
    });
}

/** A schema with its local `$ref` followed. */
function resolved(reader: Reader, held: Json, at: At): JsonObject | undefined {
  if (!isObject(held)) return undefinedBecause(reader, at, 'kind', String(held));
  if (at.depth > 12) return undefinedBecause(reader, at, 'recursive', '');
  const { $ref } = held;
  if (typeof $ref !== 'string') return held;
  const [, holder = '', name = ''] = /^#\/(\$defs|definitions)\/([^/]+)$/.exec($ref) ?? [];
  const target = objectOf(reader.root[holder])[name];
  return isObject(target)
    ? resolved(reader, target, { ...at, depth: at.depth + 1 })
    : undefinedBecause(reader, at, 'remote', $ref);
}

function tellKeywords({ lost }: Reader, schema: JsonObject, { pointer }: At): void {
  for (const name of Object.keys(schema))
    if (!KNOWN.has(name)) lost.push({ pointer: `${pointer}/${name}`, why: 'keyword', name });
}

const picked = (schema: JsonObject, names: readonly string[], type: 'number' | 'string'): JsonObject =>
  Object.fromEntries(Object.entries(schema).filter(([name, value]) => names.includes(name) && typeof value === type));
