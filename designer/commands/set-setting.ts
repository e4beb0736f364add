import type { Json } from '#runtime/definition/json.ts';
import { refuse } from '#runtime/errors/refusal.ts';
import { elementOf, objectOf, type ElementInfo } from '../document/elements.ts';
import type { CaseTypeDocument, Command } from '../document/model.ts';
import { follow, type Place } from '../document/path.ts';
import { editTo, withAt } from '../document/transform.ts';

/** An element by its form and id. */
export interface ElementName {
  readonly form: string;
  readonly id: string;
}

/** Changes one element; refuses `edit.nowhere` when it is gone. */
export const onElement =
  (
    { form, id }: ElementName,
    command: string,
    change: (document: CaseTypeDocument, element: ElementInfo) => CaseTypeDocument
  ): Command =>
  (document) => {
    const element = elementOf(document, form, id);
    return element
      ? editTo(document, command, change(document, element))
      : refuse('edit.nowhere', { path: `/${form}/${id}` });
  };

/** A document with another value at a place; `undefined` takes it away. */
export const changed = (document: CaseTypeDocument, place: Place, value: Json | undefined): CaseTypeDocument =>
  follow(document, place) === undefined && value === undefined ? document : objectOf(withAt(document, place, value));

/** Sets, or with `undefined` takes away, what stands at a place below an element: an option, a limit in its schema, when it shows. */
export const setSetting = (
  name: ElementName,
  placeOf: (element: ElementInfo) => Place | undefined,
  value: Json | undefined
): Command =>
  onElement(name, 'set-setting', (document, element) => {
    const place = placeOf(element);
    return place ? changed(document, place, value) : document;
  });
