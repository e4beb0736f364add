import type { Json } from '#runtime/definition/json.ts';
import { refuse } from '#runtime/errors/refusal.ts';
import { isObject } from '#runtime/form/pointer.ts';
import { definitionPlaces } from '../document/definitions.ts';
import { objectOf } from '../document/elements.ts';
import type { CaseTypeDocument, Command } from '../document/model.ts';
import { editOf } from '../document/patch.ts';
import { follow, pathOf, type Place } from '../document/path.ts';
import type { Subject } from '../document/references/model.ts';
import { editTo, withAt } from '../document/transform.ts';
import { pointerOf, startsWith, usesOf, type Use } from '../document/uses.ts';
import { freeKey, isKey } from './keys.ts';

/** Sets, or with `undefined` takes away, what stands at a place. Objects on the way are made, and taken away when nothing is left in them. */
export const setPlace = (place: Place, value: Json | undefined): Command => setPlaces([place], value);

/** Sets the same at several places, as one edit. */
export const setPlaces =
  (places: readonly Place[], value: Json | undefined): Command =>
  (document) =>
    editTo(
      document,
      'set-value',
      places.reduce((here, place) => withPlace(here, place, value), document)
    );

/** A document with what stands at a place. */
export function withPlace(document: CaseTypeDocument, place: Place, value: Json | undefined): CaseTypeDocument {
  const holder = place.slice(0, -1);
  if (value === undefined) {
    if (follow(document, place) === undefined) return document;
    const without = objectOf(withAt(document, place, undefined));
    const left = follow(without, holder);
    const isEmpty = isObject(left) && Object.keys(left).length === 0;
    return isEmpty && goesEmpty(holder) ? withPlace(without, holder, undefined) : without;
  }
  const base = holder.length > 0 && follow(document, holder) === undefined ? withPlace(document, holder, {}) : document;
  return objectOf(withAt(base, place, value));
}

/** Ways on from a step, and what an action or automation takes, are something even while nothing is said of them. */
function goesEmpty(holder: Place): boolean {
  const isWay = ['on', 'after'].includes(String(holder.at(-2))) || typeof holder.at(-1) === 'number';
  const isNeeded = ['params', 'input', 'onDone', 'onError', 'always', 'arrived'].includes(String(holder.at(-1)));
  return holder.length > 1 && !(holder[0] === 'flow' && (isWay || isNeeded));
}

/** Puts a row last in a list, which is made when it is not there. */
export const addRow =
  (list: Place, row: Json): Command =>
  (document) => {
    const into = pathOf(document, list);
    if (Array.isArray(follow(document, list))) return editOf(document, 'add-row', [{ op: 'insert', into, value: row }]);
    return editTo(document, 'add-row', withPlace(document, list, [row]));
  };

/** Takes a row out of its list. Refuses `edit.in_use` when it has a key by which others know it. */
export const removeRow =
  (row: Place): Command =>
  (document) => {
    const uses = usesOfRow(document, row);
    if (uses.length > 0) return refuse('edit.in_use', { uses: uses.map(({ pointer }) => pointer) });
    return editOf(document, 'remove-row', [{ op: 'remove', at: pathOf(document, row) }]);
  };

/** Every use of what a row of a list, or an entry of a map, makes. Pure. */
export function usesOfRow(document: CaseTypeDocument, row: Place): Use[] {
  const made = SUBJECTS.flatMap((to) =>
    definitionPlaces(document, to)
      .filter(({ place }) => startsWith(place, row))
      .map(({ name }) => usesOf(document, to, name))
  );
  const [settings, part, key] = row;
  const field = settings === 'settings' && part === 'fields' ? usesOf(document, 'field', `/fields/${row.at(-1)}`) : [];
  const own = pointerOf(row);
  return [...made.flat(), ...(key === undefined ? [] : field)].filter(({ pointer }) => !pointer.startsWith(`${own}/`));
}

const SUBJECTS: readonly Subject[] = ['handlingstyp', 'condition', 'delay'];

/** Moves a row one step up or down in its list. */
export const moveRow =
  (row: Place, step: -1 | 1): Command =>
  (document) => {
    const list = row.slice(0, -1);
    const index = Number(row.at(-1));
    const rows = follow(document, list);
    const other = index + step;
    if (!Array.isArray(rows) || other < 0 || other >= rows.length) return editOf(document, 'move-row', []);
    // Counted in the list without the row.
    const before = step < 0 ? other : other < rows.length - 1 ? other : undefined;
    return editOf(document, 'move-row', [
      {
        ...{ op: 'move', at: pathOf(document, row), into: pathOf(document, list) },
        ...(before === undefined ? {} : { before: String(before) })
      }
    ]);
  };

/** Puts a new entry with a key of its own into a map, which is made when it is not there. Refuses `edit.key_refused` and `edit.key_taken`. */
export const addNamed =
  (map: Place, key: string, value: Json): Command =>
  (document) => {
    if (!isKey(key)) return refuse('edit.key_refused', { key });
    if (Object.hasOwn(objectOf(follow(document, map)), key)) return refuse('edit.key_taken', { key });
    return editTo(document, 'add-row', withPlace(document, [...map, key], value));
  };

/** Takes an entry out of a map; refuses `edit.in_use`. */
export const removeNamed =
  (entry: Place): Command =>
  (document) => {
    const uses = usesOfRow(document, entry);
    if (uses.length > 0) return refuse('edit.in_use', { uses: uses.map(({ pointer }) => pointer) });
    return editTo(document, 'remove-row', withPlace(document, entry, undefined));
  };

/** A key for a new row that no other row of the list has. Pure. */
export function freeRowKey(document: CaseTypeDocument, list: Place, base: string): string {
  const rows = follow(document, list);
  const taken = (Array.isArray(rows) ? rows : []).map((row) => String(objectOf(row).key));
  return freeKey(new Set(taken), base);
}
