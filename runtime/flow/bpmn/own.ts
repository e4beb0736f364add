import type { Json, JsonObject } from '../../definition/json.ts';
import type { Role } from '../../definition/types.ts';
import { at, isObject, put } from '../../form/pointer.ts';
import type { Edge, Node } from './graph.ts';

/** What our own canvas draws: states that carry their skeleton, and what was drawn on and between them since. */

/** The skeleton of a state as it is drawn now: without the reminders that are gone, with an automation of its own. */
export function ownSkeleton({ own, border }: Node, key: string): JsonObject {
  const skeleton = own?.skeleton ?? {};
  const drawn = new Set(border.map(({ place }) => place));
  const isLost = (name: string, list: Json): boolean => isReminder(list) && !drawn.has(`/after/${name}`);
  const { invoke } = skeleton;
  return Object.fromEntries(
    Object.entries(skeleton).flatMap(([part, value]): [string, Json][] => {
      if (part === 'invoke' && isObject(invoke) && own?.key !== key) return [[part, { ...invoke, id: key }]];
      if (part !== 'after' || !isObject(value)) return [[part, value]];
      const kept = Object.entries(value).filter(([name, list]) => !isLost(name, list));
      return kept.length > 0 ? [[part, Object.fromEntries(kept)]] : [];
    })
  );
}

const isReminder = (list: Json): boolean => [list].flat().every((branch) => isObject(branch) && !('target' in branch));

/** A branch that is put into another list than it was written for: what only means something there stays behind. */
export function fromNew(branch: JsonObject, place: string | undefined): JsonObject {
  if (place === undefined) return branch;
  const { target = null, actions } = branch;
  const { meta } = place.startsWith('/on/') ? branch : {};
  return { target, ...(actions !== undefined && { actions }), ...(meta !== undefined && { meta }) };
}

/** The list that a new line joins because it starts where that list's ways part. */
export function listOf({ from }: Edge): string | undefined {
  if (!from.derived) return undefined;
  const places = from.outgoing.map(({ written }) => /^(.+)\/\d+$/.exec(written?.place ?? '')?.[1]);
  return places.find((place) => place !== undefined);
}

/** A branch as its list takes it: somebody has to be let do what a button does, and nobody else has a say. */
export function asListed(branch: JsonObject, place: string, skeleton: JsonObject, role: Role): JsonObject {
  const { meta: _, ...plain } = branch;
  if (!place.startsWith('/on/')) return plain;
  if ('meta' in branch || /\/on\/[^/]+$/.exec(place) === null) return branch;
  const { meta } = skeleton;
  const { waitsFor, role: whose } = isObject(meta) ? meta : {};
  const isOutside = waitsFor === 'applicant' || waitsFor === 'party';
  const usual = role === 'system' ? 'caseworker' : role;
  return { ...branch, meta: { roles: [isOutside ? waitsFor : (whose ?? usual)] } };
}

/** A state with a clock that leads nowhere yet, and where it stands. */
export function withClock(state: JsonObject, period: string): { state: JsonObject; place: string } {
  const days = /^P(\d+)D$/.exec(period)?.[1];
  let place = `/after/${period}`;
  for (let more = 1; at(state, place) !== undefined && days; more += 1) place = `/after/P${Number(days) + more}D`;
  return { state: put(state, place, {}), place };
}

/** An automation that was given somewhere to go on to goes there when it fails too, until somebody says otherwise. */
export function withFailure(state: JsonObject): JsonObject {
  const first = [at(state, '/invoke/onDone') ?? []].flat()[0];
  const isOpen = isObject(first) && at(state, '/invoke/onError') === undefined;
  return isOpen ? put(state, '/invoke/onError', { target: first['target'] ?? null }) : state;
}
