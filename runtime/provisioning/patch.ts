import type { Json, JsonObject } from '../definition/json.ts';
import { isObject } from '../form/pointer.ts';
import { fault, isFault, type ScimFault } from './fault.ts';
import { parseFilter, plainName } from './filter.ts';

/** Attributes that hold several values, each an object. */
const LISTS = ['emails', 'members'];
/** What only we say. */
const OURS = ['id', 'meta', 'groups', 'schemas'];
const NAMES = ['userName', 'externalId', 'displayName', 'title', 'active', 'name', 'emails', 'members'];

/** A resource with the names of its attributes as the schema writes them; what the schema does not know is left out. */
export const inOwnNames = (resource: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(resource).flatMap(([key, value]) => {
      const known = NAMES.find((name) => name.toLowerCase() === plainName(key));
      return known ? [[known, value]] : [];
    })
  );

interface Operation {
  readonly op: 'add' | 'remove' | 'replace';
  readonly path: string | null;
  readonly value: Json | undefined;
}

const valueIn = (body: JsonObject, name: string): Json | undefined =>
  Object.entries(body).find(([key]) => key.toLowerCase() === name)?.[1];

function readOperation(written: Json): Operation | ScimFault {
  const said = isObject(written) ? written : {};
  const op = String(valueIn(said, 'op') ?? '').toLowerCase();
  const path = valueIn(said, 'path') ?? null;
  const value = valueIn(said, 'value');
  if (op !== 'add' && op !== 'remove' && op !== 'replace')
    return fault(400, 'An operation is add, remove or replace.', 'invalidSyntax');
  if (path !== null && typeof path !== 'string') return fault(400, 'A path is a text.', 'invalidPath');
  if (op === 'remove' && path === null) return fault(400, 'What is removed has a path.', 'noTarget');
  if (op !== 'remove' && value === undefined) return fault(400, 'The operation has no value.', 'invalidValue');
  return { op, path, value };
}

/** The resource with every operation of a PATCH carried out, in order (RFC 7644, 3.5.2); nothing of it when one fails. Pure. */
export function applyPatch(resource: JsonObject, body: JsonObject): JsonObject | ScimFault {
  const operations = valueIn(body, 'operations');
  if (!Array.isArray(operations)) return fault(400, 'A PATCH has Operations.', 'invalidSyntax');
  let patched = resource;
  for (const written of operations) {
    const operation = readOperation(written);
    if (isFault(operation)) return operation;
    const next = operation.path === null ? mergeAll(patched, operation) : applyAt(patched, operation, operation.path);
    if (isFault(next)) return next;
    patched = next;
  }
  return patched;
}

/** Without a path the value names what it changes; some directories write a whole path as the name. */
function mergeAll(resource: JsonObject, { op, value }: Operation): JsonObject | ScimFault {
  if (value === undefined || !isObject(value))
    return fault(400, 'Without a path the value is an object.', 'invalidValue');
  let merged = resource;
  for (const [path, one] of Object.entries(value)) {
    if (OURS.includes(plainName(path))) continue;
    const next = applyAt(merged, { op, path, value: one }, path);
    if (isFault(next)) return next;
    merged = next;
  }
  return merged;
}

const PATH = /^([\w$-]+)(?:\[(.+)\])?(?:\.([\w$-]+))?$/;
const URN = /^urn:ietf:params:scim:schemas:core:2\.0:(?:user|group):/i;

function applyAt(resource: JsonObject, operation: Operation, path: string): JsonObject | ScimFault {
  const local = path.replace(URN, '');
  // What other schemas add to a user, such as a department, is not kept here.
  if (/^urn:/i.test(local)) return resource;
  const [, name = '', filter, sub] = PATH.exec(local) ?? [];
  if (name === '') return fault(400, 'The path cannot be read.', 'invalidPath');
  if (OURS.includes(name.toLowerCase())) return fault(400, `${name} is read-only.`, 'mutability');
  const known = NAMES.find((one) => one.toLowerCase() === name.toLowerCase());
  if (known === undefined) return resource;
  if (LISTS.includes(known)) return applyToList(resource, operation, { name: known, filter, sub });
  if (filter !== undefined) return fault(400, `${known} has one value.`, 'invalidPath');
  return sub === undefined ? applyToValue(resource, operation, known) : applyToPart(resource, operation, known, sub);
}

const without = (object: JsonObject, name: string): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));

function applyToValue(resource: JsonObject, { op, value = null }: Operation, name: string): JsonObject {
  if (op === 'remove') return without(resource, name);
  const before = resource[name];
  const isMerged = isObject(value) && before !== undefined && isObject(before);
  return { ...resource, [name]: isMerged ? { ...before, ...value } : value };
}

function applyToPart(resource: JsonObject, { op, value = null }: Operation, name: string, sub: string): JsonObject {
  const before = resource[name];
  const whole = before !== undefined && isObject(before) ? before : {};
  return { ...resource, [name]: op === 'remove' ? without(whole, sub) : { ...whole, [sub]: value } };
}

interface ListPath {
  readonly name: string;
  readonly filter: string | undefined;
  readonly sub: string | undefined;
}

const asList = (value: Json | undefined): JsonObject[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).map((one) =>
    isObject(one) ? one : { value: one }
  );
const keyOf = ({ value }: JsonObject): string => String(value).toLowerCase();

function applyToList(
  resource: JsonObject,
  { op, value }: Operation,
  { name, filter, sub }: ListPath
): JsonObject | ScimFault {
  const before = asList(resource[name]);
  if (filter !== undefined) {
    const after = applyToSome(before, { op, value }, { filter, sub });
    return isFault(after) ? after : { ...resource, [name]: after };
  }
  if (sub !== undefined) return fault(400, `Which of ${name} is said by a filter.`, 'invalidPath');
  const said = asList(value);
  const keys = said.map(keyOf);
  if (op === 'replace') return { ...resource, [name]: said };
  if (op === 'add') return { ...resource, [name]: [...before.filter((one) => !keys.includes(keyOf(one))), ...said] };
  const kept = value === undefined ? [] : before.filter((one) => !keys.includes(keyOf(one)));
  return { ...resource, [name]: kept };
}

/** Those of a list that a filter means, such as `emails[type eq "work"].value`. */
function applyToSome(
  list: readonly JsonObject[],
  { op, value = null }: Pick<Operation, 'op' | 'value'>,
  { filter, sub }: { readonly filter: string; readonly sub: string | undefined }
): JsonObject[] | ScimFault {
  const terms = parseFilter(filter, ['value', 'type', 'primary', 'display']);
  if (isFault(terms)) return fault(400, terms.detail, 'invalidPath');
  const meant = (one: JsonObject) =>
    terms.every((term) => String(one[term.attribute] ?? '').toLowerCase() === String(term.value).toLowerCase());
  if (op === 'remove')
    return sub === undefined
      ? list.filter((one) => !meant(one))
      : list.map((one) => (meant(one) ? without(one, sub) : one));
  const change = (one: JsonObject): JsonObject =>
    sub === undefined ? { ...one, ...(isObject(value) ? value : { value }) } : { ...one, [sub]: value };
  if (list.some(meant)) return list.map((one) => (meant(one) ? change(one) : one));
  if (op === 'replace') return fault(400, 'The filter of the path finds nothing.', 'noTarget');
  return [...list, change(Object.fromEntries(terms.map((term) => [term.attribute, term.value])))];
}
