import { refuse } from '#runtime/errors/refusal.ts';
import { withPlace } from '../../commands/set-place.ts';
import type { Command } from '../../document/model.ts';
import { editTo } from '../../document/transform.ts';
import { branchesIn, relist } from './branches.ts';
import { flowAt, withValue } from './flow-places.ts';
import { tidied } from './tidy.ts';

/** Takes away an outcome, a time, another way on, or one branch of a way that parts, with texts that nothing else uses. Refuses `edit.nowhere`; and `edit.not_here` for what an automation must have. */
export const deleteWay =
  (pointer: string): Command =>
  (document) => {
    const found = flowAt(document, pointer);
    if (!found || found.place.length < 3) return refuse('edit.nowhere', { path: `/flow${pointer}` });
    const last = found.place.at(-1);
    const holder = found.place.slice(0, -1);
    const list = typeof last === 'number' ? flowAt(document, pointer.replace(/\/\d+$/, '')) : undefined;
    const branches = branchesIn(list?.value);
    if (list && branches.length > 1) {
      const left = relist(list.value, branches.toSpliced(Number(last), 1));
      return editTo(document, 'delete-way', tidied(document, withValue(document, list.place, left)));
    }
    const place = list ? list.place : found.place;
    if ((list ? holder : found.place).at(-2) === 'invoke') return refuse('edit.not_here');
    return editTo(document, 'delete-way', tidied(document, withPlace(document, place, undefined)));
  };
