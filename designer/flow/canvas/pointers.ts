import type { Path } from '../../document/model.ts';
import type { Drawing } from '#runtime/flow/bpmn/figures.ts';

/** What each figure and line stands for: JSON Pointers into `flow.json`, both ways. */
export interface Pointers {
  readonly of: (id: string) => Path | undefined;
  /** The ids of what is drawn of a pointer, or of what `layout.json` calls it; its own figure first. */
  readonly ids: (pointer: string) => readonly string[];
}

/** Pure. */
export function pointersOf({ figures, lines }: Drawing): Pointers {
  const states = new Map<string | null, Path>([[null, '']]);
  const pointers = new Map<string, Path>();
  const ids = new Map<string, string[]>();
  const name = (called: string, id: string) => ids.set(called, [...(ids.get(called) ?? []), id]);
  for (const { id, state, inside, place } of figures) {
    const pointer = state ? `${states.get(inside) ?? ''}/states/${state.key}` : meantBy(place);
    states.set(id, pointer);
    pointers.set(id, pointer);
    name(pointer, id);
    if (place !== pointer) name(place, id);
  }
  for (const { id, place } of lines) {
    const pointer = meantBy(place);
    pointers.set(id, pointer);
    name(pointer, id);
    if (place !== pointer) name(place, id);
  }
  return { of: (id) => pointers.get(id.replace(/_label$/, '')), ids: (pointer) => ids.get(pointer) ?? [] };
}

/** A derived figure stands for what it is derived from: where ways part for the state or the event, a start for its group. */
const meantBy = (place: string): Path =>
  place.replace(/\/(initial|on|-)$/, '').replace(/^(\/on\/[^/]+)\/event$|^(\/on\/.+)\/target$/, '$1$2');
