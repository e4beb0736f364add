import type { Json, JsonObject } from '#runtime/definition/json.ts';
import { isObject } from '#runtime/form/pointer.ts';
import type { CaseTypeDocument, Path } from './model.ts';
import { follow, type Place } from './path.ts';

/** An element of a form: page, group, row, text or question, as a draft holds it. */
export interface ElementInfo {
  readonly form: string;
  readonly id: string;
  readonly element: JsonObject;
  /** `/forms/<form>/ui/@<id>`: for commands, and for the selection. */
  readonly path: Path;
  readonly place: Place;
  /** The ids of what it stands in, outermost first. A repeating group is one of them, its `detail` too. */
  readonly within: readonly string[];
  /** The list whose row it stands in, with `*` for rows: `/application/children`. */
  readonly list: string | null;
  /** Where its answer stands in the case: `/application/iban`, `/application/children/*` + `/name`. */
  readonly answer: string | undefined;
  /** Where the schema of its answer stands in the document. */
  readonly schemaPlace: Place | undefined;
}

/** The part of a document, or nothing. */
export const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

/** The keys of a document's forms, `application` first. */
export const formsOf = (document: CaseTypeDocument): string[] => Object.keys(objectOf(document.forms));

/** A document's named conditions. */
export const conditionsOf = ({ settings }: CaseTypeDocument): JsonObject => objectOf(objectOf(settings).conditions);

/** Every element of one form, or of all, in document order. Pure. */
export const elementsOf = (document: CaseTypeDocument, form?: string): ElementInfo[] =>
  (form === undefined ? formsOf(document) : [form]).flatMap((key) => elementsIn(document, key));

/** Forms are never changed in place, and each edit of a text or a rule asks for the same ones again. */
const known = new WeakMap<JsonObject, readonly ElementInfo[]>();

function elementsIn(document: CaseTypeDocument, key: string): readonly ElementInfo[] {
  const form = objectOf(document.forms)[key];
  if (!isObject(form)) return [];
  const before = known.get(form);
  if (before?.[0]?.form === key) return before;
  const root = { place: ['forms', key, 'ui'], within: [], list: null, schema: ['forms', key, 'schema'] };
  const found: ElementInfo[] = [];
  visit(document, { form: key, ...root }, found);
  known.set(form, found);
  return found;
}

/** An element by its form and id. Pure. */
export const elementOf = (document: CaseTypeDocument, form: string, id: string): ElementInfo | undefined =>
  elementsOf(document, form).find((element) => element.id === id);

interface Here {
  readonly form: string;
  readonly place: Place;
  readonly within: readonly string[];
  readonly list: string | null;
  /** Where the schema of the form, or of the row, stands. */
  readonly schema: Place;
}

function visit(document: CaseTypeDocument, here: Here, found: ElementInfo[]): void {
  const element = follow(document, here.place);
  if (!isObject(element)) return;
  const { form, place, within, list } = here;
  const id = typeof element.id === 'string' ? element.id : '';
  const keys = scopeKeys(element.scope);
  const answer = keys && [list ? `${list}/*` : `/${form}`, ...keys].join('/');
  const schemaPlace =
    keys &&
    resolved(
      document,
      here,
      keys.flatMap((key) => ['properties', key])
    );
  const isRoot = place.length === 3;
  const path = isRoot ? `/forms/${form}/ui` : `/forms/${form}/ui/@${id}`;
  found.push({ form, id, element, path, place, within, list, answer, schemaPlace });
  const inside = { ...here, within: isRoot ? within : [...within, id] };
  const children = Array.isArray(element.elements) ? element.elements : [];
  children.forEach((_, index) => visit(document, { ...inside, place: [...place, 'elements', index] }, found));
  if (isObject(element.options) && isObject(element.options.detail))
    visit(
      document,
      {
        ...inside,
        place: [...place, 'options', 'detail'],
        list: answer ?? list,
        schema: [...(schemaPlace ?? here.schema), 'items']
      },
      found
    );
}

/** The keys of a scope: `#/properties/a/properties/b` is `a`, `b`. */
export function scopeKeys(scope: Json | undefined): string[] | undefined {
  if (typeof scope !== 'string' || !/^#(\/properties\/[^/]+)+$/.test(scope)) return undefined;
  return scope.split('/properties/').slice(1);
}

/** Where a schema stands, a `$ref` on the way followed. */
function resolved(document: CaseTypeDocument, { form, schema }: Here, steps: readonly string[]): Place {
  let place = schema;
  for (const step of steps) {
    const target = objectOf(follow(document, place)).$ref;
    if (typeof target === 'string' && target.startsWith('#/$defs/'))
      place = ['forms', form, 'schema', '$defs', target.slice('#/$defs/'.length)];
    place = [...place, step];
  }
  return place;
}

/** Every id below an element, its own first. */
export function idsIn(element: Json | undefined): string[] {
  const { id, elements, options } = objectOf(element);
  const children = [...(Array.isArray(elements) ? elements : []), objectOf(options).detail];
  return [
    ...(typeof id === 'string' ? [id] : []),
    ...children.flatMap((child) => (child === undefined ? [] : idsIn(child)))
  ];
}
