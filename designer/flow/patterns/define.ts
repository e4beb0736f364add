import type { JsonObject } from '#runtime/definition/json.ts';
import { isRefusal, refuse, type Refusal } from '#runtime/errors/refusal.ts';
import { at, put } from '#runtime/form/pointer.ts';
import type { Flow } from '#runtime/definition/types.ts';
import { objectOf } from '../../document/elements.ts';
import { editTo } from '../../document/transform.ts';
import { flowOf } from '../flow-of.ts';
import { Kit } from './kit.ts';
import type { Params, Pattern } from './model.ts';
import { isWay, spotsFor, type StepSpot, type WaySpot } from './spot.ts';

interface SpotOf {
  readonly way: WaySpot;
  readonly beslut: WaySpot;
  readonly step: StepSpot;
}

/** What a pattern is told. `flow` is as it was. */
export interface Told<Place> {
  readonly kit: Kit;
  readonly flow: Flow;
  readonly spot: Place;
  readonly read: Read;
}

interface Definition<Place, Result> extends Pick<Pattern, 'key' | 'settings'> {
  readonly build: (told: Told<Place>) => Result | Refusal;
}

/** A pattern on a way: `build` gives the state that the way leads to from now on. */
export const onWay = <Kind extends 'way' | 'beslut'>(
  place: Kind,
  definition: Definition<SpotOf[Kind], string>
): Pattern =>
  made(place, definition, (told, flow) => {
    const { spot } = told;
    if (!isWay(spot)) return refuse('pattern.not_here');
    const entry = definition.build({ ...told, spot });
    if (typeof entry !== 'string') return entry;
    return put(flow(), `${spot.pointer}/target`, entry);
  });

/** A pattern beside a step: `build` gives the ways that the step gets. */
export const besideStep = (definition: Definition<StepSpot, JsonObject>): Pattern =>
  made('step', definition, (told, flow) => {
    const on = definition.build(told);
    if (isRefusal(on)) return on;
    const before = flow();
    return put(before, `${told.spot.pointer}/on`, { ...objectOf(at(before, `${told.spot.pointer}/on`)), ...on });
  });

function made<Place extends 'way' | 'beslut' | 'step'>(
  place: Place,
  { key, settings }: Pick<Pattern, 'key' | 'settings'>,
  build: (told: Told<StepSpot | WaySpot>, flow: () => JsonObject) => JsonObject | Refusal
): Pattern {
  return {
    ...{ key, place, settings },
    insert: (document, where, params) => {
      const flow = flowOf(document);
      const spot = flow && spotsFor(flow, place).find(({ pointer }) => pointer === where);
      if (!flow || !spot) return refuse('pattern.not_here');
      const kit = new Kit(document, flow, spot);
      const told = { kit, flow, spot, read: reader(settings, params) };
      const edited = build(told, () => objectOf(kit.document.flow));
      if (isRefusal(edited)) return edited;
      kit.put('/flow', withStates(edited, spot, kit.states));
      return editTo(document, 'insert-pattern', kit.document);
    }
  };
}

/** The flow with new states after one that is there. */
export function withStates(
  flow: JsonObject,
  { group, state: { key } }: Pick<StepSpot, 'group' | 'state'>,
  states: Kit['states']
): JsonObject {
  const held = Object.entries(objectOf(at(flow, group)));
  const index = held.findIndex(([name]) => name === key) + 1;
  return put(flow, group, Object.fromEntries([...held.slice(0, index), ...states, ...held.slice(index)]));
}

export type Read = ReturnType<typeof reader>;

/** What somebody chose, or what a setting starts with when it is no such thing. */
export const reader = (settings: Pattern['settings'], params: Params) => {
  const startOf = (name: string) => settings.find((setting) => setting.name === name)?.start;
  const number = (name: string): number => {
    const [chosen, start] = [Number(params[name]), Number(startOf(name))];
    return Number.isInteger(chosen) && chosen > 0 && chosen <= 100_000_000_000 ? chosen : start;
  };
  return {
    number,
    /** A number of days as a delay of the format: a year at most. */
    days: (name: string): string => `P${Math.min(number(name), 3650)}D`,
    text: (name: string): string => String(params[name] ?? startOf(name) ?? '').trim(),
    lines: (name: string): readonly string[] => {
      const chosen = params[name];
      const lines = (Array.isArray(chosen) ? chosen : []).filter((line) => line.trim() !== '');
      return lines.length > 0 ? lines : [startOf(name) ?? []].flat().map(String);
    }
  };
};
