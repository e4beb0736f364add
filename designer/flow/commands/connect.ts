import { refuse } from '#runtime/errors/refusal.ts';
import type { Command } from '../../document/model.ts';
import { editTo } from '../../document/transform.ts';
import { leadingTo } from './branches.ts';
import { flowAt, isBranch, isParallel, stateAt, stepsIn, withValue } from './flow-places.ts';
import { sourceOf } from './source-of.ts';

/**
 * Leads a branch to a step beside the one it leaves; without a step the case stays. Refuses `edit.nowhere`, and `edit.not_here` for
 * a step of another group, which the runtime cannot run.
 */
export const connect =
  (branch: string, target: string | undefined): Command =>
  (document) => {
    const found = flowAt(document, branch);
    if (!found || !isBranch(found.value)) return refuse('edit.nowhere', { path: `/flow${branch}` });
    const source = sourceOf(document, branch);
    const group = source === null ? null : (stateAt(document, source)?.parent ?? null);
    const isOutside = isParallel(document, group) || !stepsIn(document, group).includes(target ?? '');
    if (target !== undefined && isOutside) return refuse('edit.not_here');
    return editTo(document, 'connect', withValue(document, found.place, leadingTo(found.value, source, target)));
  };
