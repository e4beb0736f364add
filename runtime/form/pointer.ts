import type { Json, JsonObject } from '../definition/json.ts';
import { PlatformError } from '../errors/platform-error.ts';
import { Memory } from '../memory.ts';

/** A JSON Pointer (RFC 6901) as its keys; undefined when it is none. */
export function keysOf(pointer: string): readonly string[] | undefined {
  if (pointer === '') return [];
  return pointer.startsWith('/') ? READ.of(pointer, () => pointer.slice(1).split('/').map(unescaped)) : undefined;
}

const unescaped = (key: string): string => (key.includes('~') ? key.replaceAll('~1', '/').replaceAll('~0', '~') : key);

/** The same few pointers of a case type are read in every step, so reading them again would cost more than the step. */
const READ = new Memory<string, readonly string[]>();

/** The pointer of a key or row below another pointer. */
export const below = (pointer: string, key: string | number): string =>
  `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const INDEX = /^(0|[1-9]\d{0,8})$/;

function child(value: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(value)) return INDEX.test(key) ? value[Number(key)] : undefined;
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The value that a pointer names, by own properties only; undefined when there is none. Pure, never throws. */
export const at = (root: Json | undefined, pointer: string): Json | undefined =>
  keysOf(pointer)?.reduce<Json | undefined>(child, root);

/** Keys that no document may have; they would reach the prototype of objects elsewhere. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype', 'toString']);

/**
 * A copy of `root` where the pointer holds `value`; what is missing on the way is made, `undefined` removes.
 * A row may be put where it is or last. Pure. Throws `form.pointer_refused` on a pointer that no checked definition holds.
 */
export function put(root: JsonObject, pointer: string, value: Json | undefined): JsonObject {
  const keys = keysOf(pointer);
  if (!keys?.length || keys.some((key) => FORBIDDEN_KEYS.has(key)))
    throw new PlatformError('form.pointer_refused', { pointer });
  const changed = putIn(root, keys, value);
  return isObject(changed) ? changed : root;
}

function putIn(target: Json | undefined, keys: readonly string[], value: Json | undefined): Json | undefined {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  const next = putIn(child(target, key), rest, value);
  return Array.isArray(target) ? putRow(target, key, next) : putKey(isObject(target) ? target : {}, key, next);
}

function putRow(rows: readonly Json[], key: string, next: Json | undefined): Json[] {
  const index = INDEX.test(key) ? Number(key) : -1;
  if (index < 0 || index > rows.length) throw new PlatformError('form.pointer_refused', { pointer: key });
  return next === undefined ? rows.toSpliced(index, 1) : rows.toSpliced(index, 1, next);
}

function putKey(target: JsonObject, key: string, next: Json | undefined): JsonObject {
  if (next !== undefined) return { ...target, [key]: next };
  const { [key]: _, ...rest } = target;
  return rest;
}

/** The pointer into the answers that a control's `scope` (a pointer into the schema, `#/properties/a/properties/b`) stands for. */
export const pointerOfScope = (scope: string): string =>
  SCOPES.of(scope, () => {
    const keys = keysOf(scope.replace(/^#/, '')) ?? [];
    return keys.filter((_, position) => position % 2 === 1).reduce(below, '');
  });

/** Each form that is shown reads the scope of each of its controls. */
const SCOPES = new Memory<string, string>();
