import type { JsonObject } from '#runtime/definition/json.ts';
import { refuse } from '#runtime/errors/refusal.ts';
import type { CaseTypeDocument, Command } from '../../document/model.ts';
import { editTo } from '../../document/transform.ts';
import { branchesIn, leadingTo, relist } from './branches.ts';
import { flowAt, withValue } from './flow-places.ts';
import { sourceOf } from './source-of.ts';

/**
 * Lets a way part: adds a branch that is taken when a condition holds, before the one that is taken otherwise. Of a branch it is
 * the way that parts once more. Refuses `edit.nowhere`.
 */
export const addBranch =
  (pointer: string, condition: JsonObject, target: string | undefined): Command =>
  (document) => {
    const way = wayOf(document, pointer);
    const found = flowAt(document, way);
    if (!found) return refuse('edit.nowhere', { path: `/flow${way}` });
    const branches = branchesIn(found.value);
    const guard = { type: 'when', params: condition };
    const branch = leadingTo({ guard }, sourceOf(document, way), target);
    const open = branches.findIndex((each) => !('guard' in each));
    const list = branches.toSpliced(open < 0 ? branches.length : open, 0, branch);
    return editTo(document, 'add-branch', withValue(document, found.place, relist(found.value, list)));
  };

/** The way that a branch is of; any other way is itself. */
function wayOf(document: CaseTypeDocument, pointer: string): string {
  const outer = pointer.slice(0, pointer.lastIndexOf('/'));
  return Array.isArray(flowAt(document, outer)?.value) ? outer : pointer;
}
