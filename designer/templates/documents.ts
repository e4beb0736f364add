import type { Json } from '#runtime/definition/json.ts';
import { isObject } from '#runtime/form/pointer.ts';
import { objectOf } from '../document/elements.ts';
import type { CaseTypeDocument } from '../document/model.ts';
import type { Place } from '../document/path.ts';

/** A document that a flow makes, in one step or several. */
export interface MadeDocument {
  /** Key of the document's title. */
  readonly document: string;
  /** The platform's own layout when none is named. */
  readonly template: string | undefined;
  /** The parameters of each step that makes it. */
  readonly places: readonly Place[];
  /** The states in which it is made. */
  readonly states: readonly string[];
}

/** Every document that a draft's flow makes, in the order of the flow. Pure. */
export function madeDocuments(document: CaseTypeDocument): MadeDocument[] {
  const made = new Map<string, MadeDocument>();
  const visit = (value: Json | undefined, place: Place): void => {
    if (Array.isArray(value)) return value.forEach((each, index) => visit(each, [...place, index]));
    if (!isObject(value)) return;
    if (value.type === 'create-document') {
      const { document: key, template } = objectOf(value.params);
      const name = String(key);
      const known = made.get(name);
      const state = String(place[place.lastIndexOf('states') + 1] ?? '');
      made.set(name, {
        document: name,
        template: known?.template ?? (typeof template === 'string' ? template : undefined),
        places: [...(known?.places ?? []), [...place, 'params']],
        states: [...new Set([...(known?.states ?? []), state])]
      });
    }
    for (const [key, each] of Object.entries(value)) visit(each, [...place, key]);
  };
  visit(document.flow, ['flow']);
  return [...made.values()];
}
