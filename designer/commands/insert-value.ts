import type { Json } from '#runtime/definition/json.ts';
import type { Command, Path } from '../document/model.ts';
import { editOf } from '../document/patch.ts';

/** Puts a value last in a list, which must exist. */
export const insertValue =
  (into: Path, value: Json): Command =>
  (document) =>
    editOf(document, 'insert-value', [{ op: 'insert', into, value }]);
