import type { Json } from '../definition/json.ts';
import { below, isObject, keysOf } from '../form/pointer.ts';
import type { CaseTypeDocument, Path } from './model.ts';

/** The keys and indexes of a path in a document; undefined when it leads nowhere. */
export type Place = readonly (string | number)[];

/** Where a path leads. The last segment must exist. Pure. */
export function locate(document: Json, path: Path): Place | undefined {
  let here: Json | undefined = document;
  const place: (string | number)[] = [];
  for (const segment of keysOf(path) ?? ['']) {
    const step = here === undefined ? undefined : stepInto(here, segment);
    if (!step) return undefined;
    place.push(...step);
    here = follow(here, step);
  }
  return place;
}

/** The value at a path; undefined when there is none. Pure. */
export function valueAt(document: Json, path: Path): Json | undefined {
  const place = locate(document, path);
  return place && follow(document, place);
}

export const follow = (value: Json | undefined, place: Place): Json | undefined =>
  place.reduce<Json | undefined>(childOf, value);

const childOf = (value: Json | undefined, step: string | number): Json | undefined => {
  if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined;
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
};

function stepInto(value: Json, segment: string): Place | undefined {
  if (Array.isArray(value) && segment.startsWith('=')) {
    const found = value.indexOf(segment.slice(1));
    return found < 0 ? undefined : [found];
  }
  if (segment.startsWith('@')) return findId(value, segment.slice(1));
  if (Array.isArray(value)) {
    const index = /^\d{1,6}$/.test(segment) ? Number(segment) : value.length;
    return index < value.length ? [index] : undefined;
  }
  return isObject(value) && Object.hasOwn(value, segment) ? [segment] : undefined;
}

/** Elements stand in lists, and rows of a repeating group in `options.detail`. */
const HOLDERS = ['elements', 'options', 'detail'];

function findId(value: Json, id: string): Place | undefined {
  const steps = Array.isArray(value) ? value.keys() : HOLDERS;
  for (const step of steps) {
    const inner = childOf(value, step);
    if (inner === undefined || inner === null || typeof inner !== 'object') continue;
    if (isObject(inner) && inner.id === id) return [step];
    const deeper = findId(inner, id);
    if (deeper) return [step, ...deeper];
  }
  return undefined;
}

/** The path that stays true when others move or insert elements. */
export function pathOf(document: CaseTypeDocument, place: Place): Path {
  const stable = stablePath(document, place);
  const found = locate(document, stable);
  const same = found?.length === place.length && found.every((step, position) => step === place[position]);
  return same ? stable : place.reduce<Path>(below, '');
}

function stablePath(document: CaseTypeDocument, place: Place): Path {
  let root = '';
  let path = '';
  place.forEach((step, position) => {
    const value = follow(document, place.slice(0, position + 1));
    const name = typeof step === 'number' ? nameOf(value) : undefined;
    if (name?.startsWith('@') && path.startsWith('/forms/')) {
      root = root || path.replace(/\/elements$/, '');
      path = below(root, name);
    } else path = below(path, name ?? step);
  });
  return path;
}

/** What an element of a list is called: by its `id`, or a text by itself. */
export function nameOf(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return `=${value}`;
  return isObject(value) && typeof value.id === 'string' ? `@${value.id}` : undefined;
}

/** The path of a JSON Pointer, as the check gives it; undefined when it leads nowhere. */
export function pathOfPointer(document: CaseTypeDocument, pointer: string): Path | undefined {
  const place = locate(document, pointer);
  return place && pathOf(document, place);
}

/** A path taken apart: where its last segment stands, and that segment. */
export function parentOf(path: Path): { readonly parent: Path; readonly last: string } {
  const segments = keysOf(path) ?? [];
  return { parent: segments.slice(0, -1).reduce<Path>(below, ''), last: segments.at(-1) ?? '' };
}
