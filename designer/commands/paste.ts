import type { JsonObject } from '#runtime/definition/json.ts';
import { isRefusal, refuse, type Refusal } from '#runtime/errors/refusal.ts';
import { below } from '#runtime/form/pointer.ts';
import { conditionsOf, elementsOf, formsOf, objectOf } from '../document/elements.ts';
import type { CaseTypeDocument, Command, Patch } from '../document/model.ts';
import { editOf, sameJson } from '../document/patch.ts';
import { follow, pathOf, valueAt, type Place } from '../document/path.ts';
import { pointerOf } from '../document/uses.ts';
import { fragmentOf, type Fragment } from './fragment.ts';
import { freeKey, takenIn } from './keys.ts';
import { fits, holderOf, type Target } from './places.ts';
import { renamedCondition, renamedElement, renamedField, renamedForm } from './rename-key.ts';

/**
 * Puts a fragment into a form, of this case type or another, with its texts and the named conditions that it uses. Ids and keys that are
 * taken get new ones, with every use inside the fragment; a named condition that is the same here is used as it is. What the fragment reads
 * outside itself is kept as it is, for the check to tell. Refuses `edit.not_here`, `edit.nowhere`.
 */
export const paste =
  (fragment: Fragment, target: Target): Command =>
  (document) => {
    const patches = pastePatches(document, fragment, target);
    return isRefusal(patches) ? patches : editOf(document, 'paste', patches);
  };

/** Copies an element with all in it, right after itself. */
export const duplicate =
  (form: string, id: string): Command =>
  (document) => {
    const fragment = fragmentOf(document, form, id);
    const element = elementsOf(document, form).find((each) => each.id === id);
    if (!fragment || !element) return refuse('edit.nowhere', { path: id });
    const siblings = follow(document, element.place.slice(0, -1));
    const next = Array.isArray(siblings) ? objectOf(siblings[Number(element.place.at(-1)) + 1]).id : undefined;
    const parent = element.within.at(-1) ?? null;
    const target = { form, parent, ...(typeof next === 'string' ? { before: next } : {}) };
    const patches = pastePatches(document, fragment, target);
    return isRefusal(patches) ? patches : editOf(document, 'duplicate', patches);
  };

/** What puts a fragment into a form, or why it cannot stand there. */
export function pastePatches(document: CaseTypeDocument, fragment: Fragment, target: Target): Patch[] | Refusal {
  const holder = holderOf(document, target);
  const { form } = target;
  const own = withFreeConditions(document, fitted(document, fragment.document, form));
  const elements = objectOf(objectOf(objectOf(own.forms)[form]).ui).elements;
  if (!holder || !Array.isArray(elements) || follow(document, holder.schema) === undefined)
    return refuse('edit.nowhere', { path: target.parent ?? form });
  if (elements.some((element) => !fits(objectOf(element).type, holder))) return refuse('edit.not_here');
  const before = target.before === undefined ? {} : { before: `@${target.before}` };
  const schema = objectOf(objectOf(objectOf(own.forms)[form]).schema);
  return [
    ...elements.map((value): Patch => ({ op: 'insert', into: holder.into, value, ...before })),
    ...schemaPatches(document, pathOf(document, holder.schema), schema),
    ...entryPatches(document, ['settings', 'conditions'], conditionsOf(own)),
    ...entryPatches(document, ['layout', 'origins'], objectOf(objectOf(own.layout).origins)),
    ...textPatches(document, objectOf(own.texts))
  ];
}

/** Puts properties into a schema, and names those that are required. */
function schemaPatches(document: CaseTypeDocument, at: string, { properties, required }: JsonObject): Patch[] {
  const added = Object.entries(objectOf(properties)).map(([key, value]): Patch => ({
    op: 'put',
    at: below(`${at}/properties`, key),
    value
  }));
  const keys = Array.isArray(required) ? required : [];
  if (keys.length === 0) return added;
  if (valueAt(document, `${at}/required`) === undefined)
    return [...added, { op: 'put', at: `${at}/required`, value: keys, before: 'properties' }];
  return [...added, ...keys.map((value): Patch => ({ op: 'insert', into: `${at}/required`, value }))];
}

/** Texts in the languages that the case type has. */
export const textPatches = (document: CaseTypeDocument, texts: JsonObject): Patch[] =>
  Object.entries(texts).flatMap(([language, held]) =>
    valueAt(document, `/texts/${language}`) === undefined
      ? []
      : Object.entries(objectOf(held)).map(([key, value]): Patch => ({
          op: 'put',
          at: below(`/texts/${language}`, key),
          value
        }))
  );

/** Names those conditions anew that are called as others are here, with their uses. */
export function withFreeConditions(document: CaseTypeDocument, own: CaseTypeDocument): CaseTypeDocument {
  const theirs = conditionsOf(document);
  let here = own;
  for (;;) {
    const mine = conditionsOf(here);
    const clash = Object.keys(mine).find((name) => Object.hasOwn(theirs, name) && !sameJson(theirs[name], mine[name]));
    if (clash === undefined) return here;
    const taken = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
    here = renamedCondition(here, clash, freeKey(taken, clash));
  }
}

/** Entries of a map that are not in it yet; the map is made when it lacks. */
function entryPatches(document: CaseTypeDocument, map: Place, wanted: JsonObject): Patch[] {
  const held = follow(document, map);
  const added = Object.entries(wanted).filter(([key]) => !Object.hasOwn(objectOf(held), key));
  if (added.length === 0 || follow(document, map.slice(0, -1)) === undefined) return [];
  const at = pointerOf(map);
  if (held === undefined) return [{ op: 'put', at, value: Object.fromEntries(added) }];
  return added.map(([key, value]): Patch => ({ op: 'put', at: below(at, key), value }));
}

/** What an element of a fragment, and its answer, are called where it is put. */
interface Names {
  readonly id: string;
  readonly key: string | undefined;
}

/** The fragment's document under the form's name, with ids and keys that are free there. */
function fitted(document: CaseTypeDocument, fragment: CaseTypeDocument, form: string): CaseTypeDocument {
  const own = inForm(fragment, form);
  const theirs = takenIn(document, form);
  const taken = new Set([...theirs, ...takenIn(own, form)]);
  const free = (name: string) => (theirs.has(name) ? takeFree(taken, name) : name);
  const names = new Map<string, Names>();
  for (const { id, schemaPlace } of elementsOf(own, form)) {
    if (id === '') continue;
    const next = free(id);
    const key = schemaPlace && String(schemaPlace.at(-1));
    names.set(id, { id: next, key: key === undefined || key === id ? key && next : free(key) });
  }
  return named(own, form, names);
}

/** A fragment's document under another name of its form. */
export function inForm(fragment: CaseTypeDocument, form: string): CaseTypeDocument {
  const [from = form] = formsOf(fragment);
  return from === form ? fragment : renamedForm(fragment, from, form);
}

/** A name that none has, which is taken from then on. */
export function takeFree(taken: Set<string>, name: string): string {
  const free = freeKey(taken, name);
  taken.add(free);
  return free;
}

/** A document whose elements have other ids and keys, by their ids. By way of names that none has, so that two can change theirs. */
export function named(document: CaseTypeDocument, form: string, names: ReadonlyMap<string, Names>): CaseTypeDocument {
  const changed = [...names].filter(([id, name]) => {
    const key = elementsOf(document, form)
      .find((one) => one.id === id)
      ?.schemaPlace?.at(-1);
    return name.id !== id || (name.key !== undefined && name.key !== key);
  });
  const to = (here: CaseTypeDocument, id: string, next: Names) => {
    const keyed = next.key === undefined ? here : renamedField(here, { form, id }, next.key);
    return renamedElement(keyed, { form, id }, next.id);
  };
  const taken = takenIn(document, form);
  const between = changed.map(() => takeFree(taken, 'namn'));
  const passing = changed.reduce((here, [id, { key }], index) => {
    const name = between[index] ?? id;
    return to(here, id, { id: name, key: key && name });
  }, document);
  return changed.reduce((here, [id, next], index) => to(here, between[index] ?? id, next), passing);
}
