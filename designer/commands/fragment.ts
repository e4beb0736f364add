import type { Json, JsonObject } from '#runtime/definition/json.ts';
import { isObject } from '#runtime/form/pointer.ts';
import { conditionsOf, elementOf, elementsOf, objectOf, scopeKeys } from '../document/elements.ts';
import type { CaseTypeDocument } from '../document/model.ts';
import { follow } from '../document/path.ts';
import { referencesIn } from '../document/references/references.ts';
import { holderOf } from './places.ts';

/**
 * Elements taken out of a form with all that they need, as JSON for the clipboard, the library and other case types. `document` is a case
 * type of nothing but them, in one form, so that every command works on it too.
 */
export interface Fragment {
  readonly fragment: 1;
  /** Where it was copied from. */
  readonly from: { readonly caseType: string; readonly form: string; readonly element: string };
  readonly document: CaseTypeDocument;
}

/** An element with all in it, or undefined when there is none. Pure. */
export function fragmentOf(document: CaseTypeDocument, form: string, id: string): Fragment | undefined {
  const root = elementOf(document, form, id);
  if (!root) return undefined;
  const inside = elementsOf(document, form).filter((element) => element.id === id || element.within.includes(id));
  const ids = new Set(inside.map((element) => element.id));
  const around = elementsOf(document, form).find((element) => root.list !== null && element.answer === root.list);
  const holder = holderOf(document, { form, parent: around?.id ?? null });
  const schema = objectOf(follow(document, holder?.schema ?? []));
  const keys = new Set(
    inside.flatMap(({ element, list }) => (list === root.list ? (scopeKeys(element.scope)?.slice(0, 1) ?? []) : []))
  );
  const definitions = objectOf(objectOf(objectOf(objectOf(document.forms)[form]).schema).$defs);
  const { slug } = objectOf(document.settings);
  const own = {
    forms: {
      [form]: {
        schema: {
          type: 'object',
          properties: plain(pick(objectOf(schema.properties), keys), definitions),
          required: (Array.isArray(schema.required) ? schema.required : []).filter(
            (key) => typeof key === 'string' && keys.has(key)
          )
        },
        ui: { type: 'Categorization', id: '', elements: [root.element] }
      }
    },
    texts: textsOf(document, (key) => key.startsWith(`form.${form}.`) && ids.has(key.split('.')[2] ?? ''))
  };
  const conditions = namedIn(own, conditionsOf(document));
  const origins = pick(objectOf(objectOf(document.layout).origins), new Set([...ids].map((one) => `${form}/${one}`)));
  const from = { caseType: typeof slug === 'string' ? slug : '', form, element: id };
  return {
    fragment: 1,
    from,
    document: {
      ...(Object.keys(conditions).length > 0 && { settings: { conditions } }),
      ...own,
      ...(Object.keys(origins).length > 0 && { layout: { origins } })
    }
  };
}

/** The named conditions that a fragment uses, and those that these use. */
function namedIn(own: CaseTypeDocument, all: JsonObject): JsonObject {
  const used = (conditions: JsonObject) => {
    const uses = referencesIn({ ...own, settings: { conditions } }).filter(({ to }) => to === 'condition');
    return pick(all, new Set(uses.map(({ key }) => key)));
  };
  let found: JsonObject = {};
  for (;;) {
    const more = { ...found, ...used(found) };
    if (Object.keys(more).length === Object.keys(found).length) return found;
    found = more;
  }
}

const pick = (object: JsonObject, keys: ReadonlySet<string>): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([key]) => keys.has(key)));

/** Schemas without `$ref`, since the definitions stay behind. */
function plain(schemas: JsonObject, definitions: JsonObject, depth = 0): JsonObject {
  const resolve = (node: Json): Json => {
    if (Array.isArray(node)) return node.map(resolve);
    if (!isObject(node)) return node;
    const name = typeof node.$ref === 'string' ? node.$ref.replace('#/$defs/', '') : undefined;
    const target = name === undefined ? undefined : definitions[name];
    if (target !== undefined && depth < 20) return plain({ target }, definitions, depth + 1).target ?? target;
    return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, resolve(inner)]));
  };
  return Object.fromEntries(Object.entries(schemas).map(([key, schema]) => [key, resolve(schema)]));
}

/** Texts in every language, by a choice of keys. */
const textsOf = (document: CaseTypeDocument, wanted: (key: string) => boolean): JsonObject =>
  Object.fromEntries(
    Object.entries(objectOf(document.texts)).map(([language, texts]) => [
      language,
      Object.fromEntries(Object.entries(objectOf(texts)).filter(([key]) => wanted(key)))
    ])
  );

/** A fragment from the clipboard; undefined for anything else. Pure. */
export function readFragment(text: string): Fragment | undefined {
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { fragment, from, document } = objectOf(value);
  const { caseType, form, element } = objectOf(from);
  const whole = isObject(document) && isObject(document.forms) && Object.keys(document.forms).length === 1;
  if (
    fragment !== 1 ||
    !whole ||
    typeof caseType !== 'string' ||
    typeof form !== 'string' ||
    typeof element !== 'string'
  )
    return undefined;
  return { fragment, from: { caseType, form, element }, document };
}
