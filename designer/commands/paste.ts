import type { JsonObject } from '#runtime/definition/json.ts';
import { isRefusal, refuse, type Refusal } from '#runtime/errors/refusal.ts';
import { below } from '#runtime/form/pointer.ts';
import { conditionsOf, elementsOf, formsOf, objectOf } from '../document/elements.ts';
import type { CaseTypeDocument, Command, Patch } from '../document/model.ts';
import { editOf, sameJson } from '../document/patch.ts';
import { follow, pathOf, valueAt } from '../document/path.ts';
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
  const own = withFreeConditions(document, fitted(document, fragment.document, target));
  const elements = objectOf(objectOf(objectOf(own.forms)[form]).ui).elements;
  if (!holder || !Array.isArray(elements) || follow(document, holder.schema) === undefined)
    return refuse('edit.nowhere', { path: target.parent ?? form });
  if (elements.some((element) => !fits(objectOf(element).type, holder))) return refuse('edit.not_here');
  const before = target.before === undefined ? {} : { before: `@${target.before}` };
  const schema = objectOf(objectOf(objectOf(own.forms)[form]).schema);
  return [
    ...elements.map((value): Patch => ({ op: 'insert', into: holder.into, value, ...before })),
    ...schemaPatches(document, pathOf(document, holder.schema), schema),
    ...conditionPatches(document, conditionsOf(own)),
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

/** Names conditions anew that are called as others are here, with their uses. */
function withFreeConditions(document: CaseTypeDocument, own: CaseTypeDocument): CaseTypeDocument {
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

/** Named conditions that are not here yet. */
function conditionPatches(document: CaseTypeDocument, wanted: JsonObject): Patch[] {
  const theirs = conditionsOf(document);
  const added = Object.entries(wanted).filter(([name]) => !Object.hasOwn(theirs, name));
  if (added.length === 0 || document.settings === undefined) return [];
  const at = '/settings/conditions';
  if (objectOf(document.settings).conditions === undefined)
    return [{ op: 'put', at, value: Object.fromEntries(added) }];
  return added.map(([name, value]): Patch => ({ op: 'put', at: below(at, name), value }));
}

/** The fragment's document under the form's name, with ids and keys that are free there. */
function fitted(document: CaseTypeDocument, fragment: CaseTypeDocument, { form }: Target): CaseTypeDocument {
  const [from = form] = formsOf(fragment);
  const taken = takenIn(document, form);
  let own = from === form ? fragment : renamedForm(fragment, from, form);
  for (const { id } of elementsOf(own, form)) {
    if (id === '') continue;
    const free = freeKey(taken, id);
    taken.add(free);
    const { schemaPlace } = elementsOf(own, form).find((each) => each.id === id) ?? {};
    const key = String(schemaPlace?.at(-1) ?? '');
    if (free !== id) own = renamedElement(own, { form, id }, free);
    if (schemaPlace && free !== id)
      own = renamedField(own, { form, id: free }, key === id ? free : freeKey(taken, key));
  }
  return own;
}
