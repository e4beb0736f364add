import type { Control, Form, FormSchema, PropertySchema, TypedSchema, UiBlock } from '../definition/types.ts';
import { PlatformError } from '../errors/platform-error.ts';
import type { Kind } from './kinds/model.ts';
import { kindOf } from './kinds/registry.ts';
import { pointerOfScope } from './pointer.ts';
import { resolve, rowSchema, schemaAt, type Parent } from './schema-at.ts';

/** One control of a form with all that is known of it. */
export interface Field {
  readonly element: Control;
  readonly kind: Kind;
  readonly schema: TypedSchema;
  /** Its pointer, with `*` for a row: `/budget/*\/amount`. */
  readonly template: string;
  /** Its pointer from the answers of the form, or of its row. */
  readonly path: string;
  /** The page that it stands on. */
  readonly page: string;
  /** Whether it must be answered where it is shown. */
  readonly required: boolean;
  /** The fields of each row, in order. */
  readonly rows: readonly Field[];
  /** The parts that the schema asks for, of a kind that has parts, in the order of the schema. */
  readonly parts: readonly Part[];
}

/** One input of an answer of several parts. */
export interface Part {
  readonly key: string;
  readonly kind: Kind;
  readonly schema: TypedSchema;
}

export interface CompiledForm {
  readonly form: Form;
  /** The controls in document order; those of rows are in their list's `rows`. */
  readonly fields: readonly Field[];
  /** Every control, also in rows, by `template`. */
  readonly byTemplate: ReadonlyMap<string, Field>;
  /** The schema that validates projected answers: without `$ref`, and without the `required` of what is asked, which depends on what is shown. */
  readonly schema: FormSchema;
}

/** The template of a pointer. A key never starts with a digit, so a number is a row. */
export const templateOf = (pointer: string): string => pointer.replace(/\/\d+(?=\/|$)/g, '/*');

/** A form is never changed in place, and made-up answers and simulated cases ask for the same few thousands of times. */
const COMPILED = new WeakMap<Form, CompiledForm>();

/** Makes a form ready: its fields by pointer, and the schema for validation. Throws on a form that the check refuses. Pure. */
export function compileForm(form: Form): CompiledForm {
  const compiled = COMPILED.get(form) ?? makeReady(form);
  COMPILED.set(form, compiled);
  return compiled;
}

function makeReady(form: Form): CompiledForm {
  const whole = { parent: form.schema, root: form.schema, template: '' };
  const fields = form.ui.elements.flatMap((page) => fieldsIn(page.elements, { ...whole, page: page.id }));
  const all = fields.flatMap(withRows);
  const byTemplate = new Map(all.map((field) => [field.template, field]));
  return { form, fields, byTemplate, schema: validationSchema(form.schema, [...byTemplate.keys()]) };
}

const withRows = (field: Field): Field[] => [field, ...field.rows.flatMap(withRows)];

interface Within {
  readonly parent: Parent;
  readonly root: FormSchema;
  readonly template: string;
  readonly page: string;
}

const fieldsIn = (elements: readonly UiBlock[], within: Within): Field[] =>
  elements.flatMap((element) => {
    if (element.type === 'Label') return [];
    return element.type === 'Control' ? [fieldOf(element, within)] : fieldsIn(element.elements, within);
  });

function fieldOf(element: Control, within: Within): Field {
  const { scope, options } = element;
  const { root } = within;
  const kind = kindOf(options.kind);
  const schema = schemaAt(scope, within.parent, root);
  if (!schema) throw new PlatformError('form.schema_missing', { scope });
  const path = pointerOfScope(scope);
  const template = within.template + path;
  const row = rowSchema(schema, root);
  const rows =
    'detail' in options && row
      ? fieldsIn(options.detail.elements, { ...within, parent: row, template: `${template}/*` })
      : [];
  const required = kind.asks && isRequired(scope, within);
  return {
    element,
    kind,
    schema,
    template,
    path,
    page: within.page,
    required,
    rows,
    parts: partsOf(kind, schema, root)
  };
}

function partsOf({ parts = {} }: Kind, schema: TypedSchema, root: FormSchema): Part[] {
  const owner = schema.type === 'object' ? schema : rowSchema(schema, root);
  return Object.entries(owner?.properties ?? {}).flatMap(([key, property]) => {
    const [kind, resolved] = [Object.hasOwn(parts, key) ? parts[key] : undefined, resolve(property, root)];
    return kind && resolved ? [{ key, kind, schema: resolved }] : [];
  });
}

function isRequired(scope: string, { parent, root }: Within): boolean {
  const outer = scope.replace(/\/properties\/[^/]+$/, '');
  const owner = outer === '#' ? parent : schemaAt(outer, parent, root);
  const key = scope.slice(scope.lastIndexOf('/') + 1);
  return owner?.type === 'object' && (owner.required ?? []).includes(key);
}

const DEEPEST = 20;

function validationSchema(schema: FormSchema, templates: readonly string[]): FormSchema {
  const { $defs: _, ...plain } = schema;
  const asked = new Set(templates.flatMap(withOuter));
  return { ...plain, ...inner(schema, { root: schema, asked, template: '', depth: 0 }) };
}

/** A template and those of the objects that it stands in: `/a/b` and `/a`. */
const withOuter = (template: string): string[] =>
  template.split('/').map((_, index, keys) => keys.slice(0, index + 1).join('/'));

interface Copying {
  readonly root: FormSchema;
  readonly asked: ReadonlySet<string>;
  readonly template: string;
  readonly depth: number;
}

/** The properties of an object, copied; `required` keeps what no control asks for. */
function inner(schema: Parent, at: Copying): Pick<Parent, 'properties'> & { required: string[] } {
  const asked = (key: string): boolean => at.asked.has(`${at.template}/${key}`);
  const properties = Object.entries(schema.properties).map(([key, property]): [string, PropertySchema] => [
    key,
    copy(property, { ...at, template: `${at.template}/${key}` })
  ]);
  return {
    required: (schema.required ?? []).filter((key) => !asked(key)),
    properties: Object.fromEntries(properties)
  };
}

function copy(schema: PropertySchema, from: Copying): TypedSchema {
  const at = { ...from, depth: from.depth + 1 };
  const found = resolve(schema, at.root);
  if (!found || at.depth > DEEPEST) throw new PlatformError('form.schema_endless', { pointer: at.template });
  if (found.type === 'object') return { ...found, ...inner(found, at) };
  if (found.type === 'array') return { ...found, items: copy(found.items, { ...at, template: `${at.template}/*` }) };
  return found.type === 'string' ? withEnum(found) : found;
}

/** Options as `enum`: the same, and one fault instead of one for each option. */
function withEnum(schema: Extract<TypedSchema, { type: 'string' }>): TypedSchema {
  const { oneOf, ...plain } = schema;
  return oneOf ? { ...plain, enum: oneOf.map((option) => option.const) } : schema;
}
