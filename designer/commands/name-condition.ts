import type { Json, JsonObject } from '#runtime/definition/json.ts';
import { refuse } from '#runtime/errors/refusal.ts';
import { isObject } from '#runtime/form/pointer.ts';
import { conditionsOf } from '../document/elements.ts';
import type { CaseTypeDocument, Command } from '../document/model.ts';
import { sameJson } from '../document/patch.ts';
import { follow, type Place } from '../document/path.ts';
import { editTo, withAt } from '../document/transform.ts';
import { isKey } from './keys.ts';
import { withPlace } from './set-place.ts';

/**
 * Gives a condition that is in use a name, by which other places can use it; with `everywhere` every other place with the same condition
 * uses the name too. Refuses `edit.key_refused`, `edit.key_taken`, `edit.nowhere`, and `edit.not_here` for what has a name already, or reads
 * the row that it stands in, which no other place has.
 */
export const nameCondition =
  (place: Place, name: string, everywhere = false): Command =>
  (document) => {
    const condition = follow(document, place);
    if (!isKey(name)) return refuse('edit.key_refused', { key: name });
    if (Object.hasOwn(conditionsOf(document), name)) return refuse('edit.key_taken', { key: name });
    if (!isObject(condition)) return refuse('edit.nowhere', { path: place.join('/') });
    if (!isNameable(condition)) return refuse('edit.not_here');
    const places = everywhere ? placesOf(document, condition) : [place];
    const named = places.reduce<CaseTypeDocument>(
      (here, each) => put(here, each, { op: 'ref', condition: name }),
      document
    );
    return editTo(document, 'name-condition', withPlace(named, ['settings', 'conditions', name], condition));
  };

/** Takes a name away: every place that uses it says the condition itself. Refuses `edit.nowhere`. */
export const unnameCondition =
  (name: string): Command =>
  (document) => {
    const condition = conditionsOf(document)[name];
    if (condition === undefined) return refuse('edit.nowhere', { path: name });
    const places = placesOf(document, { op: 'ref', condition: name });
    const spelt = places.reduce<CaseTypeDocument>((here, each) => put(here, each, condition), document);
    return editTo(document, 'unname-condition', withPlace(spelt, ['settings', 'conditions', name], undefined));
  };

/** Whether a condition can stand anywhere: it has no name yet, and reads no row but those of its own lists. Pure. */
export const isNameable = (condition: JsonObject): boolean => condition.op !== 'ref' && !readsRow(condition);

function readsRow(node: Json): boolean {
  if (Array.isArray(node)) return node.some(readsRow);
  if (!isObject(node)) return false;
  const { where, ...others } = node;
  const ownRows = typeof node.list === 'string';
  if (node.item !== undefined && !ownRows) return true;
  return (where !== undefined && !ownRows && readsRow(where)) || Object.values(others).some(readsRow);
}

const HOLDERS = ['settings', 'forms', 'flow'] as const;

/** Every place with the same condition, from the first; none is inside another. Pure. */
export function placesOf(document: CaseTypeDocument, condition: JsonObject): Place[] {
  const found: Place[] = [];
  const visit = (node: Json | undefined, place: Place): void => {
    if (Array.isArray(node)) return node.forEach((each, index) => visit(each, [...place, index]));
    if (!isObject(node)) return;
    if (typeof node.op === 'string' && sameJson(node, condition)) return void found.push(place);
    for (const [key, each] of Object.entries(node)) visit(each, [...place, key]);
  };
  for (const holder of HOLDERS) visit(document[holder], [holder]);
  return found;
}

const put = (document: CaseTypeDocument, place: Place, value: Json): CaseTypeDocument => {
  const next = withAt(document, place, value);
  return isObject(next) ? next : document;
};
