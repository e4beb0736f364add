import type { Json, JsonObject } from '#runtime/definition/json.ts';
import type { FieldKind } from '#runtime/definition/types.ts';
import { isRefusal, refuse } from '#runtime/errors/refusal.ts';
import { KINDS } from '#runtime/form/kinds/registry.ts';
import { objectOf } from '../document/elements.ts';
import type { CaseTypeDocument, Command } from '../document/model.ts';
import { editOf } from '../document/patch.ts';
import { freeId, isKey } from './keys.ts';
import { pastePatches } from './paste.ts';
import type { Target } from './places.ts';

/** A new page, group, row or field with its answer's schema and its texts. */
export interface NewElement {
  readonly type: 'Category' | 'Group' | 'HorizontalLayout' | 'Label' | 'Control';
  /** Also the key of its answer. Made free by a number when it is taken. */
  readonly id: string;
  /** For a `Control` or `Label`: with `kind`. */
  readonly options?: JsonObject;
  /** Of the answer; the kind's own when left out. */
  readonly schema?: Json;
  readonly required?: boolean;
  /** By language and what follows the element's text key, as `{ sv: { label: 'Namn', 'option.ja': 'Ja' } }`. */
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Puts a new element into a form. Refuses `edit.not_here`, `edit.nowhere`, `edit.key_refused`. */
export const addElement =
  (element: NewElement, target: Target): Command =>
  (document) => {
    if (!isKey(element.id)) return refuse('edit.key_refused', { key: element.id });
    const { form } = target;
    const id = freeId(document, form, element.id);
    const from = { caseType: '', form, element: id };
    const patches = pastePatches(document, { fragment: 1, from, document: alone(element, id, form) }, target);
    return isRefusal(patches) ? patches : editOf(document, 'add-element', patches);
  };

/** A document of nothing but the element. */
function alone(
  { type, options = {}, schema, required = false, texts }: NewElement,
  id: string,
  form: string
): CaseTypeDocument {
  const own = schema ?? schemaOf(options.kind);
  const asks = type === 'Control' && own !== null;
  return {
    forms: {
      [form]: {
        schema: { type: 'object', properties: asks ? { [id]: own } : {}, required: asks && required ? [id] : [] },
        ui: { type: 'Categorization', id: '', elements: [uiOf({ type, options }, id)] }
      }
    },
    texts: Object.fromEntries(
      Object.entries(texts).map(([language, held]) => [
        language,
        Object.fromEntries(Object.entries(held).map(([name, text]) => [`form.${form}.${id}.${name}`, text]))
      ])
    )
  };
}

function uiOf({ type, options }: { type: NewElement['type']; options: JsonObject }, id: string): JsonObject {
  if (type === 'Label') return { type, id, options };
  if (type !== 'Control') return { type, id, elements: [] };
  const detail =
    isRows(options.kind) && options.detail === undefined
      ? { detail: { type: 'Group', id: `${id}-rad`, elements: [] } }
      : {};
  return { type, id, scope: `#/properties/${id}`, options: { ...options, ...detail } };
}

const schemaOf = (kind: Json | undefined): Json => {
  const schema = typeof kind === 'string' && isKind(kind) ? KINDS[kind].schema : null;
  return schema === null ? null : objectOf(JSON.parse(JSON.stringify(schema)));
};

const isKind = (kind: string): kind is FieldKind => Object.hasOwn(KINDS, kind);

const isRows = (kind: Json | undefined): boolean => kind === 'repeating-group' || kind === 'table';

/** The kinds that are `Label`s: they tell and ask nothing. */
export const isLabelKind = (kind: FieldKind): boolean => ['information', 'warning', 'stop'].includes(kind);
