import type { Json, JsonObject } from '#runtime/definition/json.ts';
import type { Refusal } from '#runtime/errors/refusal.ts';
import { below, isObject } from '#runtime/form/pointer.ts';
import type { CaseTypeDocument, Edit, Patch } from './model.ts';
import { editOf, sameJson } from './patch.ts';
import { nameOf, pathOf, type Place } from './path.ts';

/** A command that rewrites in many places, told as the document it wants: its patches are the difference. Pure. */
export const editTo = (before: CaseTypeDocument, command: string, after: CaseTypeDocument): Edit | Refusal =>
  editOf(before, command, differences({ root: before, place: [] }, before, after));

interface Here {
  readonly root: CaseTypeDocument;
  readonly place: Place;
}

/** Edited as one value: their parts mean nothing alone. */
const WHOLE: ReadonlySet<string | number | undefined> = new Set(['visibleWhen', 'guard', 'rules']);
const isWhole = (place: Place): boolean => WHOLE.has(place.at(-1)) || (place.length === 3 && place[1] === 'conditions');

function differences(here: Here, before: Json, after: Json): Patch[] {
  if (before === after) return [];
  const { place } = here;
  if (isObject(before) && isObject(after) && !isWhole(place) && sameOrder(before, after))
    return inObject(here, before, after);
  if (Array.isArray(before) && Array.isArray(after)) {
    const names = namesOf(before);
    const others = namesOf(after);
    if (names && others && kept(names, others).join('\n') === kept(others, names).join('\n'))
      return inList(here, { before, names }, { after, names: others });
    if (before.length === after.length)
      return before.flatMap((each, index) => differences(inner(here, index), each, after[index] ?? null));
  }
  return sameJson(before, after) ? [] : [{ op: 'put', at: pathOf(here.root, place), value: after }];
}

const kept = (some: readonly string[], of: readonly string[]): string[] => some.filter((name) => of.includes(name));

const inner = ({ root, place }: Here, step: string | number): Here => ({ root, place: [...place, step] });

/** Whether the keys that both have stand in the same order. */
function sameOrder(before: JsonObject, after: JsonObject): boolean {
  const [old, now] = [Object.keys(before), Object.keys(after)];
  return kept(old, now).join('\n') === kept(now, old).join('\n');
}

function inObject(here: Here, before: JsonObject, after: JsonObject): Patch[] {
  const at = (key: string) => below(pathOf(here.root, here.place), key);
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  const keys = Object.keys(after);
  const changed = keys.flatMap((key) => {
    const old = before[key];
    return old === undefined ? [] : differences(inner(here, key), old, after[key] ?? null);
  });
  // From the last, so that the key that a new one is put before is there.
  const added = keys.toReversed().flatMap((key): Patch[] => {
    if (Object.hasOwn(before, key)) return [];
    const next = keys[keys.indexOf(key) + 1];
    return [{ op: 'put', at: at(key), value: after[key] ?? null, ...(next === undefined ? {} : { before: next }) }];
  });
  return [...changed, ...gone.map((key): Patch => ({ op: 'drop', at: at(key) })), ...added];
}

function inList(
  here: Here,
  old: { before: readonly Json[]; names: readonly string[] },
  wanted: { after: readonly Json[]; names: readonly string[] }
): Patch[] {
  const into = pathOf(here.root, here.place);
  const changed = old.before.flatMap((each, index) => {
    const now = wanted.after[wanted.names.indexOf(old.names[index] ?? '')];
    return now === undefined ? [] : differences(inner(here, index), each, now);
  });
  const gone = old.names.flatMap((name, index): Patch[] =>
    wanted.names.includes(name) ? [] : [{ op: 'remove', at: pathOf(here.root, [...here.place, index]) }]
  );
  const added = wanted.names.toReversed().flatMap((name, fromEnd): Patch[] => {
    const index = wanted.names.length - 1 - fromEnd;
    const value = wanted.after[index];
    if (old.names.includes(name) || value === undefined) return [];
    const next = wanted.names[index + 1];
    return [{ op: 'insert', into, value, ...(next === undefined ? {} : { before: next }) }];
  });
  return [...changed, ...gone, ...added];
}

/** The names of a list's elements when each has one of its own. */
function namesOf(list: readonly Json[]): string[] | undefined {
  const own = list.map(nameOf).filter((name) => name !== undefined);
  return own.length === list.length && new Set(own).size === own.length ? own : undefined;
}

/** A copy with another value at a place; `undefined` removes it. Only what leads there is new. Pure. */
export function withAt(value: Json, place: Place, next: Json | undefined): Json {
  const [step, ...rest] = place;
  if (step === undefined) return next ?? null;
  if (Array.isArray(value)) {
    const index = Number(step);
    const old = value[index];
    if (old === undefined) return value;
    return rest.length === 0 && next === undefined
      ? value.toSpliced(index, 1)
      : value.with(index, withAt(old, rest, next));
  }
  if (!isObject(value)) return value;
  if (rest.length > 0) return { ...value, [step]: withAt(value[step] ?? null, rest, next) };
  if (next !== undefined) return { ...value, [step]: next };
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== step));
}

/** A copy where a key is called something else, in its old place. Pure. */
export const withKeyRenamed = (value: JsonObject, from: string, to: string): JsonObject =>
  Object.fromEntries(Object.entries(value).map(([key, held]) => [key === from ? to : key, held]));
