import type { Json } from '#runtime/definition/json.ts';
import { objectOf } from './elements.ts';
import type { CaseTypeDocument } from './model.ts';
import { follow, type Place } from './path.ts';
import type { Subject } from './references/model.ts';

/** Where something is made, by its key. */
export interface Definition {
  readonly name: string;
  readonly place: Place;
  /** Whether the key of the place is the name, rather than the value there. */
  readonly isKey: boolean;
}

const HOLDERS: Partial<Record<Subject, Place>> = {
  form: ['forms'],
  condition: ['settings', 'conditions'],
  delay: ['settings', 'delays'],
  decision: ['decisions']
};

/** Everything of one sort that is made in a document; events, messages and documents are made by being used. Pure. */
export function definitionPlaces(document: CaseTypeDocument, to: Subject): Definition[] {
  const holder = HOLDERS[to];
  if (to === 'state') return statesIn(document.flow, ['flow']);
  if (to === 'handlingstyp') {
    const list = objectOf(document.settings).handlingstyper;
    return (Array.isArray(list) ? list : []).flatMap((each, index) => {
      const { key } = objectOf(each);
      return typeof key === 'string'
        ? [{ name: key, place: ['settings', 'handlingstyper', index, 'key'], isKey: false }]
        : [];
    });
  }
  const keys = holder ? Object.keys(objectOf(follow(document, holder))) : [];
  return keys.map((name) => ({ name, place: [...(holder ?? []), name], isKey: true }));
}

const statesIn = (state: Json | undefined, place: Place): Definition[] =>
  Object.entries(objectOf(objectOf(state).states)).flatMap(([name, inner]) => {
    const at = [...place, 'states', name];
    return [{ name, place: at, isKey: true }, ...statesIn(inner, at)];
  });
