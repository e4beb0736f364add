import type { Json } from '../definition/json.ts';
import { isRefusal, refuse, type Refusal } from '../errors/refusal.ts';
import { below, FORBIDDEN_KEYS, isObject } from '../form/pointer.ts';
import type { CaseTypeDocument, Edit, Patch, Path } from './model.ts';
import { follow, locate, nameOf, parentOf, pathOf, type Place } from './path.ts';

export interface Patched {
  readonly document: CaseTypeDocument;
  /** Leads back, byte for byte, in the order to apply it. */
  readonly inverse: readonly Patch[];
}

/** A document with patches applied, in order; all or none. Refuses `edit.nowhere` when a path leads nowhere. Pure. */
export function applyPatches(document: CaseTypeDocument, patches: readonly Patch[]): Patched | Refusal {
  let here = document;
  const inverse: Patch[] = [];
  for (const patch of patches) {
    const done = applyPatch(here, patch);
    if (isRefusal(done)) return done;
    here = done.document;
    inverse.unshift(...done.inverse);
  }
  return { document: here, inverse };
}

/** What a command gives: its patches, tried on the document. */
export function editOf(document: CaseTypeDocument, command: string, patches: readonly Patch[]): Edit | Refusal {
  const done = applyPatches(document, patches);
  if (isRefusal(done)) return done;
  return { command, patches, inverse: done.inverse, touches: [...new Set(patches.map(touched))] };
}

/** The other way round: undoing, and undoing that. */
export const inverseOf = (edit: Edit): Edit => ({ ...edit, patches: edit.inverse, inverse: edit.patches });

const touched = (patch: Patch): Path => {
  if (patch.op !== 'insert') return patch.at;
  const name = nameOf(patch.value);
  return name === undefined ? patch.into : below(patch.into, name);
};

function applyPatch(document: CaseTypeDocument, patch: Patch): Patched | Refusal {
  switch (patch.op) {
    case 'put':
      return put(document, patch);
    case 'drop':
      return drop(document, patch.at);
    case 'insert':
      return insert(document, patch);
    case 'remove':
      return remove(document, patch.at);
    case 'move':
      return move(document, patch);
  }
}

const nowhere = (path: Path): Refusal => refuse('edit.nowhere', { path });

type PutPatch = Extract<Patch, { op: 'put' }>;

function put(document: CaseTypeDocument, { at, value, before }: PutPatch): Patched | Refusal {
  const place = locate(document, at);
  if (place) {
    const old = follow(document, place);
    if (place.length === 0 || old === undefined) return nowhere(at);
    const changed = replaced(document, place, () => value);
    return { document: changed, inverse: [{ op: 'put', at: pathOf(changed, place), value: old }] };
  }
  const { parent, last } = parentOf(at);
  const holder = locate(document, parent);
  if (!holder || !isObject(follow(document, holder)) || last.startsWith('@') || FORBIDDEN_KEYS.has(last))
    return nowhere(at);
  const changed = replaced(document, holder, (object) => withKey(object, last, value, before));
  return { document: changed, inverse: [{ op: 'drop', at: pathOf(changed, [...holder, last]) }] };
}

function withKey(object: Json, key: string, value: Json, before: string | undefined): Json {
  const entries = isObject(object) ? Object.entries(object) : [];
  const found = entries.findIndex(([name]) => name === before);
  return Object.fromEntries(entries.toSpliced(found < 0 ? entries.length : found, 0, [key, value]));
}

function drop(document: CaseTypeDocument, at: Path): Patched | Refusal {
  const place = locate(document, at);
  const key = place?.at(-1);
  const parent = place?.slice(0, -1);
  const holder = parent && follow(document, parent);
  if (!parent || typeof key !== 'string' || !isObject(holder)) return nowhere(at);
  const keys = Object.keys(holder);
  const next = keys[keys.indexOf(key) + 1];
  const value = holder[key];
  if (value === undefined) return nowhere(at);
  const changed = replaced(document, parent, (object) => withoutKey(object, key));
  const back = below(pathOf(changed, parent), key);
  return {
    document: changed,
    inverse: [{ op: 'put', at: back, value, ...(next === undefined ? {} : { before: next }) }]
  };
}

const withoutKey = (object: Json, key: string): Json =>
  Object.fromEntries(Object.entries(isObject(object) ? object : {}).filter(([name]) => name !== key));

function insert(
  document: CaseTypeDocument,
  { into, value, before }: Extract<Patch, { op: 'insert' }>
): Patched | Refusal {
  const place = locate(document, into);
  const list = place && follow(document, place);
  if (!place || !Array.isArray(list)) return nowhere(into);
  const index = indexOf(list, before) ?? list.length;
  const changed = replaced(document, place, (rows) => (Array.isArray(rows) ? rows.toSpliced(index, 0, value) : rows));
  return { document: changed, inverse: [{ op: 'remove', at: pathOf(changed, [...place, index]) }] };
}

/** Where `before` stands in a list itself, not deeper. */
function indexOf(list: readonly Json[], before: string | undefined): number | undefined {
  if (before === undefined) return undefined;
  const found = /^[@=]/.test(before) ? list.findIndex((row) => nameOf(row) === before) : Number(before);
  return Number.isInteger(found) && found >= 0 && found < list.length ? found : undefined;
}

function nameAt(list: readonly Json[], index: number): string | undefined {
  if (index >= list.length) return undefined;
  const name = nameOf(list[index]);
  return name !== undefined && indexOf(list, name) === index ? name : String(index);
}

function remove(document: CaseTypeDocument, at: Path): Patched | Refusal {
  const found = element(document, at);
  if (!found) return nowhere(at);
  const { place, index, list, value } = found;
  const changed = replaced(document, place, (rows) => (Array.isArray(rows) ? rows.toSpliced(index, 1) : rows));
  const next = nameAt(list.toSpliced(index, 1), index);
  return {
    document: changed,
    inverse: [{ op: 'insert', into: pathOf(changed, place), value, ...(next === undefined ? {} : { before: next }) }]
  };
}

interface Element {
  /** Of the list that it stands in. */
  readonly place: Place;
  readonly list: readonly Json[];
  readonly index: number;
  readonly value: Json;
}

function element(document: CaseTypeDocument, at: Path): Element | undefined {
  const found = locate(document, at);
  const index = found?.at(-1);
  const place = found?.slice(0, -1);
  const list = place && follow(document, place);
  if (!place || typeof index !== 'number' || !Array.isArray(list)) return undefined;
  const value = list[index];
  return value === undefined ? undefined : { place, list, index, value };
}

function move(document: CaseTypeDocument, { at, into, before }: Extract<Patch, { op: 'move' }>): Patched | Refusal {
  const found = element(document, at);
  const taken = remove(document, at);
  if (!found || isRefusal(taken)) return nowhere(at);
  const placed = insert(taken.document, {
    op: 'insert',
    into,
    value: found.value,
    ...(before === undefined ? {} : { before })
  });
  if (isRefusal(placed)) return placed;
  const [back] = taken.inverse;
  const [there] = placed.inverse;
  if (back?.op !== 'insert' || there?.op !== 'remove') return nowhere(at);
  return {
    document: placed.document,
    inverse: [
      { op: 'move', at: there.at, into: back.into, ...(back.before === undefined ? {} : { before: back.before }) }
    ]
  };
}

/** A copy in which only what leads to the place is new. */
function replaced(document: CaseTypeDocument, place: Place, change: (old: Json) => Json): CaseTypeDocument {
  const deep = (value: Json, depth: number): Json => {
    const step = place[depth];
    if (step === undefined) return change(value);
    if (Array.isArray(value) && typeof step === 'number') return value.with(step, deep(value[step] ?? null, depth + 1));
    return isObject(value) ? { ...value, [step]: deep(value[step] ?? null, depth + 1) } : value;
  };
  const changed = deep(document, 0);
  return isObject(changed) ? changed : document;
}

export const sameJson = (one: Json | undefined, other: Json | undefined): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);
