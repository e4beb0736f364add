import type { Json } from '../definition/json.ts';
import { isRefusal, refuse, type Refusal } from '../errors/refusal.ts';
import { isObject } from '../form/pointer.ts';
import type { CaseTypeDocument, Edit, Patch, Path } from './model.ts';
import { applyPatches, sameJson, type Patched } from './patch.ts';
import { locate, valueAt } from './path.ts';

/**
 * An edit on a document that others have changed since: itself when they changed other things, else `edit.conflict` with the path.
 * What an edit overwrites must be what its inverse remembers, so that nobody's work is lost unseen. Pure.
 */
export function rebase(document: CaseTypeDocument, edit: Edit): Edit | Refusal {
  let here = document;
  const patches: Patch[] = [];
  const inverse: Patch[] = [];
  for (const [index, patch] of edit.patches.entries()) {
    if (isDone(here, patch)) continue;
    const back = edit.inverse.at(-1 - index);
    const done: Patched | Refusal =
      back && finds(here, patch, back)
        ? applyPatches(here, [patch])
        : refuse('edit.conflict', { path: targetOf(patch) });
    if (isRefusal(done)) return refuse('edit.conflict', { path: targetOf(patch) });
    here = done.document;
    patches.push(patch);
    inverse.unshift(...done.inverse);
  }
  return { ...edit, patches, inverse };
}

/** The path that a patch changes something at. */
export const targetOf = (patch: Patch): Path => (patch.op === 'insert' ? patch.into : patch.at);

/** Somebody else did the same. */
function isDone(document: CaseTypeDocument, patch: Patch): boolean {
  if (patch.op === 'put') return sameJson(valueAt(document, patch.at), patch.value);
  if (patch.op === 'insert')
    return typeof patch.value === 'string' && locate(document, `${patch.into}/=${patch.value}`) !== undefined;
  if (patch.op === 'move') return false;
  const isText = /\/=[^/]*$/.test(patch.at);
  return (patch.op === 'drop' || isText) && valueAt(document, patch.at) === undefined;
}

function finds(document: CaseTypeDocument, patch: Patch, back: Patch): boolean {
  if (patch.op === 'insert') return isFree(document, patch.into, patch.value);
  if (patch.op === 'move') return back.op === 'move' && standsIn(document, patch.at, back.into);
  const old = back.op === 'put' || back.op === 'insert' ? back.value : undefined;
  return sameJson(valueAt(document, patch.at), old);
}

function isFree(document: CaseTypeDocument, into: Path, value: Json): boolean {
  const id = isObject(value) && typeof value.id === 'string' ? value.id : undefined;
  return id === undefined || locate(document, `${into.replace(/\/@.*$/, '')}/@${id}`) === undefined;
}

/** By place, since a list can have two names: by its element, and by what that stands in. */
function standsIn(document: CaseTypeDocument, at: Path, list: Path): boolean {
  const place = locate(document, at);
  return place !== undefined && locate(document, list)?.join('/') === place.slice(0, -1).join('/');
}
