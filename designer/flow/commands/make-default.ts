import type { Json, JsonObject } from '#runtime/definition/json.ts';
import { refuse } from '#runtime/errors/refusal.ts';
import { objectOf } from '../../document/elements.ts';
import type { Command } from '../../document/model.ts';
import { editTo } from '../../document/transform.ts';
import { branchesIn, relist } from './branches.ts';
import { flowAt, withoutEntry, withValue } from './flow-places.ts';

/**
 * Makes a branch the one that is taken otherwise. The one that was it is from then on taken when the condition of the other does not hold,
 * so that the same answers lead the same way; what is not known goes the new way. Refuses `edit.nowhere`.
 */
export const makeDefault =
  (branch: string): Command =>
  (document) => {
    const [, way = '', number = ''] = /^(.+)\/(\d+)$/.exec(branch) ?? [];
    const found = flowAt(document, way);
    const branches = branchesIn(found?.value);
    const index = Number(number);
    const chosen = branches[index];
    if (!found || !chosen || !Array.isArray(found.value)) return refuse('edit.nowhere', { path: `/flow${branch}` });
    const condition = objectOf(chosen.guard).params;
    const others = branches.toSpliced(index, 1).map((each) => ('guard' in each ? each : guarded(each, condition)));
    const list = [...others, withoutEntry(chosen, 'guard')];
    return editTo(document, 'make-default', withValue(document, found.place, relist(found.value, list)));
  };

const guarded = (branch: JsonObject, condition: Json | undefined): JsonObject =>
  condition === undefined ? branch : { guard: { type: 'when', params: { op: 'not', args: [condition] } }, ...branch };
