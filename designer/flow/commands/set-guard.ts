import type { JsonObject } from '#runtime/definition/json.ts';
import { refuse } from '#runtime/errors/refusal.ts';
import type { Command } from '../../document/model.ts';
import { editTo } from '../../document/transform.ts';
import { flowAt, isBranch, withoutEntry, withValue } from './flow-places.ts';

/** Sets when a branch is taken; without a condition it always is. Refuses `edit.nowhere`. */
export const setGuard =
  (branch: string, condition: JsonObject | undefined): Command =>
  (document) => {
    const found = flowAt(document, branch);
    if (!found || !isBranch(found.value)) return refuse('edit.nowhere', { path: `/flow${branch}` });
    const bare = withoutEntry(found.value, 'guard');
    const next = condition ? { guard: { type: 'when', params: condition }, ...bare } : bare;
    return editTo(document, 'set-guard', withValue(document, found.place, next));
  };
