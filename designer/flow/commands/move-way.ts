import { refuse } from '#runtime/errors/refusal.ts';
import { objectOf } from '../../document/elements.ts';
import type { Command } from '../../document/model.ts';
import { follow } from '../../document/path.ts';
import { editTo } from '../../document/transform.ts';
import { branchesIn, relist } from './branches.ts';
import { flowAt, withValue } from './flow-places.ts';

/** Moves an outcome one step among the buttons, a time among the times, or a branch among those that are tried. Refuses `edit.nowhere`. */
export const moveWay =
  (pointer: string, step: -1 | 1): Command =>
  (document) => {
    const found = flowAt(document, pointer);
    if (!found) return refuse('edit.nowhere', { path: `/flow${pointer}` });
    const holder = found.place.slice(0, -1);
    const held = follow(document, holder);
    const last = found.place.at(-1);
    if (Array.isArray(held) && typeof last === 'number') {
      const moved = shifted(branchesIn(held), last, step);
      return editTo(document, 'move-way', withValue(document, holder, relist(held, moved)));
    }
    const isOneOfMany = holder.at(-1) === 'on' || holder.at(-1) === 'after';
    const entries = Object.entries(objectOf(held));
    const index = entries.findIndex(([key]) => key === last);
    const moved = isOneOfMany ? shifted(entries, index, step) : entries;
    return editTo(document, 'move-way', withValue(document, holder, Object.fromEntries(moved)));
  };

function shifted<Item>(items: readonly Item[], index: number, step: -1 | 1): Item[] {
  const one = items[index];
  const other = items[index + step];
  if (one === undefined || other === undefined) return [...items];
  return items.with(index, other).with(index + step, one);
}
