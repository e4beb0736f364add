import type { Json, JsonObject } from '#runtime/definition/json.ts';
import { isObject } from '#runtime/form/pointer.ts';
import { objectOf } from '../../document/elements.ts';
import type { CaseTypeDocument } from '../../document/model.ts';
import { follow, locate, type Place } from '../../document/path.ts';
import { withAt } from '../../document/transform.ts';

/** A step of a draft's flow. Groups are steps too. */
export interface StateAt {
  readonly key: string;
  readonly place: Place;
  readonly config: JsonObject;
  /** The group it stands in; null at the top. */
  readonly parent: string | null;
}

/** Every step of a draft, a group before what stands in it. Pure; takes what can be read. */
export function statesAt(document: CaseTypeDocument): StateAt[] {
  const inside = (group: Json | undefined, place: Place, parent: string | null): StateAt[] =>
    Object.entries(objectOf(objectOf(group).states)).flatMap(([key, held]) => {
      const config = objectOf(held);
      const at = [...place, 'states', key];
      return [{ key, place: at, config, parent }, ...inside(config, at, key)];
    });
  return inside(document.flow, ['flow'], null);
}

export const stateAt = (document: CaseTypeDocument, key: string): StateAt | undefined =>
  statesAt(document).find((state) => state.key === key);

/** Where a group stands; the flow itself for null. */
export const groupPlace = (document: CaseTypeDocument, group: string | null): Place | undefined =>
  group === null ? ['flow'] : stateAt(document, group)?.place;

/** The keys of the steps of a group, in order. */
export function stepsIn(document: CaseTypeDocument, group: string | null): string[] {
  const place = groupPlace(document, group);
  return place ? Object.keys(objectOf(objectOf(follow(document, place)).states)) : [];
}

/** Whether what stands in a group goes on at the same time. */
export const isParallel = (document: CaseTypeDocument, group: string | null): boolean =>
  group !== null && stateAt(document, group)?.config.type === 'parallel';

/** The groups that a step stands in, innermost first. */
export function groupsAround(document: CaseTypeDocument, key: string): string[] {
  const parent = stateAt(document, key)?.parent ?? null;
  return parent === null ? [] : [parent, ...groupsAround(document, parent)];
}

/** Where a JSON Pointer into the flow leads, and what stands there. */
export function flowAt(
  document: CaseTypeDocument,
  pointer: string
): { readonly place: Place; readonly value: Json } | undefined {
  const place = locate(document, `/flow${pointer}`);
  const value = place && follow(document, place);
  return place && value !== undefined ? { place, value } : undefined;
}

/** An object with one more key, before another or last. */
export function withEntry(object: JsonObject, key: string, value: Json, before?: string): JsonObject {
  const entries = Object.entries(object);
  const found = entries.findIndex(([name]) => name === before);
  return Object.fromEntries(entries.toSpliced(found < 0 ? entries.length : found, 0, [key, value]));
}

export const withoutEntry = (object: JsonObject, key: string): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));

/** A document with the steps of one group as a function makes them. */
export function withSteps(
  document: CaseTypeDocument,
  group: string | null,
  change: (steps: JsonObject) => JsonObject
): CaseTypeDocument {
  const place = groupPlace(document, group);
  if (!place) return document;
  const at = [...place, 'states'];
  return objectOf(withAt(document, at, change(objectOf(follow(document, at)))));
}

/** A document with what stands at a place of the flow; `undefined` takes it away. */
export const withValue = (document: CaseTypeDocument, place: Place, value: Json | undefined): CaseTypeDocument =>
  value === undefined && follow(document, place) === undefined ? document : objectOf(withAt(document, place, value));

/** Every key of a step, event, automation, message and document that something has in the flow, and that texts are of. */
export function takenKeys(document: CaseTypeDocument): Record<'state' | 'event' | 'automation', Set<string>> {
  const states = statesAt(document);
  const holders = [objectOf(document.flow), ...states.map(({ config }) => config)];
  const textual = (area: string) =>
    Object.values(objectOf(document.texts)).flatMap((texts) =>
      Object.keys(objectOf(texts)).flatMap((key) => (key.startsWith(`${area}.`) ? [key.split('.')[1] ?? ''] : []))
    );
  const automations = holders.map(({ invoke }) => objectOf(invoke).id).filter((id) => typeof id === 'string');
  return {
    state: new Set([...states.map(({ key }) => key), ...textual('state')]),
    event: new Set([...holders.flatMap(({ on }) => Object.keys(objectOf(on))), ...textual('event')]),
    automation: new Set(automations)
  };
}

/** Whether a value is a way on, and not a list of them. */
export const isBranch = (value: Json | undefined): value is JsonObject => isObject(value);
