import type { Json } from '#runtime/definition/json.ts';
import type { Command, Path } from '../document/model.ts';
import { editOf, sameJson } from '../document/patch.ts';
import { valueAt } from '../document/path.ts';

/** Sets any value; the object that holds it must exist. A new key is put before `before`, or last. */
export const setValue =
  (at: Path, value: Json, before?: string): Command =>
  (document) =>
    editOf(
      document,
      'set-value',
      sameJson(valueAt(document, at), value)
        ? []
        : [{ op: 'put', at, value, ...(before === undefined ? {} : { before }) }]
    );
