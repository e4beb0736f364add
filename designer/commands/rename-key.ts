import { refuse } from '#runtime/errors/refusal.ts';
import { isObject } from '#runtime/form/pointer.ts';
import { elementOf, elementsOf, objectOf, type ElementInfo } from '../document/elements.ts';
import type { CaseTypeDocument, Command } from '../document/model.ts';
import { follow, type Place } from '../document/path.ts';
import type { Reference, Subject } from '../document/references/model.ts';
import { referencesIn } from '../document/references/references.ts';
import { editTo, withAt, withKeyRenamed } from '../document/transform.ts';
import { names } from '../document/uses.ts';
import { definitionPlaces } from '../document/definitions.ts';
import { isKey } from './keys.ts';

/** What is renamed: a field by form and id of its element; an option by these and its value; anything else by its key. */
export type Renamed =
  | { readonly to: 'field'; readonly form: string; readonly id: string }
  | { readonly to: 'option'; readonly form: string; readonly id: string; readonly value: string }
  | { readonly to: Exclude<Subject, 'field' | 'option' | 'element'>; readonly key: string };

/**
 * Calls something by another key, with every use: conditions, values, flow, tables, scenarios, texts. Ids of elements stay.
 * Refuses `edit.key_refused`, `edit.key_taken` and `edit.nowhere`.
 */
export const renameKey =
  (what: Renamed, newKey: string): Command =>
  (document) => {
    if (!isKey(newKey)) return refuse('edit.key_refused', { key: newKey });
    const plan = planOf(document, what, newKey);
    if (!plan) return refuse('edit.nowhere', { path: 'key' in what ? what.key : what.id });
    if (plan.taken) return refuse('edit.key_taken', { key: newKey });
    return editTo(document, 'rename-key', renamedAll(document, plan));
  };

/** A document where the key of a field's answer is another. Unchanged when there is none. */
export function renamedField(
  document: CaseTypeDocument,
  field: { form: string; id: string },
  newKey: string
): CaseTypeDocument {
  const plan = fieldPlan(document, field, newKey);
  return plan ? renamedAll(document, plan) : document;
}

/** A document where a form has another key, `application` too: for what is pasted, which is no whole case type. */
export const renamedForm = (document: CaseTypeDocument, from: string, to: string): CaseTypeDocument =>
  renamedAll(document, formPlan(document, from, to));

/** A document where a named condition is called something else, with every use. */
export function renamedCondition(document: CaseTypeDocument, from: string, to: string): CaseTypeDocument {
  const plan = keyPlan(document, { to: 'condition', key: from }, to);
  return plan ? renamedAll(document, plan) : document;
}

/** A document where an element has another id, with its texts. */
export function renamedElement(
  document: CaseTypeDocument,
  { form, id }: { form: string; id: string },
  to: string
): CaseTypeDocument {
  const element = elementOf(document, form, id);
  const uses = referencesIn(document).filter((each) => each.to === 'element' && each.key === `${form}/${id}`);
  const own = element ? [{ place: [...element.place, 'id'], isKey: false, to }] : [];
  return renamedAll(document, { taken: false, changes: [...own, ...changesOf(uses, () => `${form}/${to}`)] });
}

function planOf(document: CaseTypeDocument, what: Renamed, newKey: string): Plan | undefined {
  if (what.to === 'field') return fieldPlan(document, what, newKey);
  return what.to === 'option' ? optionPlan(document, what, newKey) : keyPlan(document, what, newKey);
}

interface Plan {
  readonly taken: boolean;
  readonly changes: readonly Change[];
}

/** What stands at a place, or its key, becomes `to`. */
interface Change {
  readonly place: Place;
  readonly isKey: boolean;
  readonly to: string;
}

/** Values first, then keys from the innermost, so that every place still leads where it led. */
function renamedAll(document: CaseTypeDocument, { changes }: Plan): CaseTypeDocument {
  const values = changes.filter(({ isKey }) => !isKey);
  const keys = changes.filter(({ isKey }) => isKey).toSorted((one, other) => other.place.length - one.place.length);
  const valued = values.reduce<CaseTypeDocument>((here, { place, to }) => objectOf(withAt(here, place, to)), document);
  return keys.reduce<CaseTypeDocument>((here, { place, to }) => {
    const holder = objectOf(follow(here, place.slice(0, -1)));
    return objectOf(withAt(here, place.slice(0, -1), withKeyRenamed(holder, String(place.at(-1)), to)));
  }, valued);
}

const changesOf = (references: readonly Reference[], newName: (reference: Reference) => string): Change[] =>
  references.map((reference) => ({
    place: reference.place,
    isKey: reference.isKey,
    to: reference.renamed(newName(reference))
  }));

function fieldPlan(
  document: CaseTypeDocument,
  { form, id }: { form: string; id: string },
  newKey: string
): Plan | undefined {
  const element = elementOf(document, form, id);
  const { schemaPlace, answer } = element ?? {};
  if (!element || !schemaPlace || answer === undefined) return undefined;
  const oldKey = String(schemaPlace.at(-1));
  const properties = objectOf(follow(document, schemaPlace.slice(0, -1)));
  const holder = schemaPlace.slice(0, -2);
  const required = follow(document, [...holder, 'required']);
  const inside = elementsSharing(document, { form, answer, id });
  const newAnswer = `${answer.slice(0, answer.lastIndexOf('/'))}/${newKey}`;
  const uses = referencesIn(document).filter((each) => names(each, 'field', answer) && lastStepHere(each, answer));
  const depth = answer.split('/').length;
  return {
    taken: Object.hasOwn(properties, newKey),
    changes: [
      ...changesOf(uses, ({ key }) => newAnswer + key.slice(answer.length)),
      { place: schemaPlace, isKey: true, to: newKey },
      ...(Array.isArray(required) ? required : []).flatMap((each, index) =>
        each === oldKey ? [{ place: [...holder, 'required', index], isKey: false, to: newKey }] : []
      ),
      ...inside.map(({ place, scope, from }) => ({
        place: [...place, 'scope'],
        isKey: false,
        to: `#${scope
          .split('/properties/')
          .slice(1)
          .map((key, index) => `/properties/${index === depth - 1 - from ? newKey : key}`)
          .join('')}`
      }))
    ]
  };
}

/** A key in the answers of a scenario names the field itself; what stands in it has keys of its own. */
const lastStepHere = (reference: Reference, answer: string): boolean =>
  !reference.isKey || reference.key === answer || String(reference.place.at(-1)).startsWith('/');

/** The elements whose scope passes the answer, with how many steps of it come before the scope. */
function elementsSharing(
  document: CaseTypeDocument,
  { form, answer, id }: { form: string; answer: string; id: string }
): { place: Place; scope: string; from: number }[] {
  const list = elementOf(document, form, id)?.list ?? null;
  const from = (list ? `${list}/*` : `/${form}`).split('/').length;
  return elementsOf(document, form)
    .filter((each) => each.list === list && (each.answer === answer || each.answer?.startsWith(`${answer}/`)))
    .flatMap(({ place, element: { scope } }) => (typeof scope === 'string' ? [{ place, scope, from }] : []));
}

function optionPlan(
  document: CaseTypeDocument,
  { form, id, value }: { form: string; id: string; value: string },
  newKey: string
): Plan | undefined {
  const element = elementOf(document, form, id);
  if (!element || element.answer === undefined) return undefined;
  const places = optionPlaces(document, element);
  const own = places.filter((place) => follow(document, place) === value);
  const key = `${element.answer}=${value}`;
  const uses = referencesIn(document).filter((each) => each.to === 'option' && each.key === key);
  return {
    taken: places.some((place) => follow(document, place) === newKey),
    changes: [
      ...changesOf(uses, () => `${element.answer}=${newKey}`),
      ...own.map((place) => ({ place, isKey: false, to: newKey }))
    ]
  };
}

/** Where the values of a field's options stand: in its schema, or as the tags of a file. */
export function optionPlaces(document: CaseTypeDocument, { place, schemaPlace = [] }: ElementInfo): Place[] {
  const lists: Place[] = [
    [...schemaPlace, 'enum'],
    [...schemaPlace, 'oneOf'],
    [...schemaPlace, 'items', 'enum'],
    [...schemaPlace, 'items', 'oneOf'],
    [...place, 'options', 'tags']
  ];
  return lists.flatMap((list) => {
    const held = follow(document, list);
    return (Array.isArray(held) ? held : []).map((each, index) => [
      ...list,
      index,
      ...(isObject(each) ? ['const'] : [])
    ]);
  });
}

function keyPlan(
  document: CaseTypeDocument,
  { to, key }: { to: Subject; key: string },
  newKey: string
): Plan | undefined {
  if (to === 'form' && key === 'application') return undefined;
  const references = referencesIn(document).filter((each) => each.to === to);
  const places = definitionPlaces(document, to);
  const uses = references.filter((each) => each.key === key);
  const own = places.filter(({ name }) => name === key);
  if (own.length === 0 && uses.length === 0) return undefined;
  const taken = [...places.map(({ name }) => name), ...references.map((each) => each.key)].includes(newKey);
  if (to === 'form') return { ...formPlan(document, key, newKey), taken };
  const ownChanges = own.map(({ place, isKey }) => ({ place, isKey, to: newKey }));
  return { taken, changes: [...changesOf(uses, () => newKey), ...ownChanges] };
}

function formPlan(document: CaseTypeDocument, from: string, to: string): Plan {
  const references = referencesIn(document);
  const uses = references.filter((each) => each.to === 'form' && each.key === from);
  const within = references.filter((each) => inForm(each, from));
  return {
    taken: false,
    changes: [
      ...changesOf(uses, () => to),
      ...changesOf(within, ({ key }) => `/${to}${key.slice(from.length + 1)}`),
      { place: ['forms', from], isKey: true, to }
    ]
  };
}

const inForm = (reference: Reference, form: string): boolean =>
  reference.to === 'field' &&
  reference.key.startsWith(`/${form}/`) &&
  (!reference.isKey || String(reference.place.at(-1)).startsWith('/'));
