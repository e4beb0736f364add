import type { Json, JsonObject } from '../definition/json.ts';
import type { Category, Control, ControlOptions, Form, FormSchema, UiBlock, Value } from '../definition/types.ts';
import { compute, evaluate } from './evaluate.ts';
import type { Answers, Environment, Projection, Shown, ShownBlock, ShownControl } from './model.ts';
import { at, below, FORBIDDEN_KEYS, isObject, keysOf, pointerOfScope } from './pointer.ts';
import { rowSchema, schemaAt, type Parent } from './schema-at.ts';

/** Where the pass stands: the form's own answers, or one row of a list. */
interface Place {
  readonly source: Json;
  /** Grows as the pass goes on, so that a condition reads what comes before it and nothing else. */
  readonly target: JsonObject;
  readonly pointer: string;
  readonly schema: Parent | undefined;
  readonly root: FormSchema;
  readonly env: Environment;
}

/**
 * What is shown of a form, and the answers that therefore exist: those of hidden controls are dropped, calculated
 * ones computed, what no control asks for left out. One pass in document order; the same in browser and server.
 * Projecting the result again changes nothing. Pure; takes any JSON as answers.
 * @param env what conditions may read; `data[formKey]` is replaced by the answers as they come about
 */
export function project(form: Form, formKey: string, answers: Answers, env: Environment): Projection {
  const target: JsonObject = {};
  const seen = { ...env, data: { ...env.data, [formKey]: target } };
  const place = { source: answers, target, pointer: '', schema: form.schema, root: form.schema, env: seen };
  const pages = form.ui.elements.flatMap((page) => showBlock(page, place));
  return {
    answers: target,
    pages,
    controls: pages.flatMap(controlsIn).map(({ element, pointer }) => ({ id: element.id, pointer })),
    elements: new Set([form.ui.id, ...pages.flatMap(idsIn)])
  };
}

function show(element: UiBlock, place: Place): Shown[] {
  if (element.type !== 'Label' && element.type !== 'Control') return showBlock(element, place);
  if (element.visibleWhen && evaluate(element.visibleWhen, place.env) !== true) return [];
  return [element.type === 'Label' ? { type: 'text', element } : showControl(element, place)];
}

function showBlock<E extends Category | Exclude<UiBlock, { options: object }>>(
  element: E,
  place: Place
): ShownBlock<E>[] {
  if (element.visibleWhen && evaluate(element.visibleWhen, place.env) !== true) return [];
  return [{ type: 'block', element, children: element.elements.flatMap((child) => show(child, place)) }];
}

function showControl(element: Control, place: Place): ShownControl {
  const path = pointerOfScope(element.scope);
  const shown = { type: 'control', element, pointer: place.pointer + path } as const;
  const { options } = element;
  const computed = computedBy(options);
  const value = computed === undefined ? (at(place.source, path) ?? undefined) : compute(computed, place.env);
  if ('detail' in options && Array.isArray(value)) {
    const rows = showRows(value, element, place);
    if (rows) return { ...shown, value: at(place.target, path), rows };
  }
  set(place.target, path, value);
  return { ...shown, value };
}

const computedBy = (options: ControlOptions): Value | undefined =>
  'value' in options ? options.value : 'amount' in options ? options.amount : undefined;

/** Each row by its own controls. Nothing when there are more rows than may be: such a list is refused as it is, not walked. */
function showRows(list: Json[], { scope, options }: Control, place: Place): Shown[][] | undefined {
  const schema = schemaAt(scope, place.schema, place.root);
  if (!('detail' in options) || (schema?.type === 'array' && list.length > schema.maxItems)) return undefined;
  const path = pointerOfScope(scope);
  const rows = list.map((row): Json => (isObject(row) ? {} : row));
  set(place.target, path, rows);
  return rows.map((target, index) => {
    if (!isObject(target)) return [];
    const pointer = below(place.pointer + path, index);
    const row = { source: list[index] ?? {}, target, pointer, schema: rowSchema(schema, place.root) };
    return showBlock(options.detail, { ...place, ...row, env: { ...place.env, item: target } });
  });
}

/** Writes in place, in the pass's own objects only. */
function set(target: JsonObject, path: string, value: Json | undefined): void {
  const keys = keysOf(path) ?? [];
  const last = keys.at(-1);
  if (value === undefined || last === undefined || keys.some((key) => FORBIDDEN_KEYS.has(key))) return;
  const parent = keys.slice(0, -1).reduce((object, key) => {
    const inner = object[key];
    return isObject(inner) ? inner : (object[key] = {});
  }, target);
  parent[last] = value;
}

/** Every control among what is shown, also those in rows. */
export function controlsIn(shown: Shown): ShownControl[] {
  if (shown.type === 'text') return [];
  if (shown.type === 'block') return shown.children.flatMap(controlsIn);
  return [shown, ...(shown.rows?.flat().flatMap(controlsIn) ?? [])];
}

const idsIn = (shown: Shown): string[] => [
  shown.element.id,
  ...(shown.type === 'block' ? shown.children.flatMap(idsIn) : [])
];
