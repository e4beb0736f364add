import { refuse } from '#runtime/errors/refusal.ts';
import { editOf } from '../document/patch.ts';
import { locate } from '../document/path.ts';
import type { Command, Path } from '../document/model.ts';

/** Takes a value away: a key of an object, or an element of a list. Refuses `edit.nowhere`. */
export const dropValue =
  (at: Path): Command =>
  (document) => {
    const last = locate(document, at)?.at(-1);
    if (last === undefined) return refuse('edit.nowhere', { path: at });
    return editOf(document, 'drop-value', [typeof last === 'number' ? { op: 'remove', at } : { op: 'drop', at }]);
  };
