import { refuse } from '#runtime/errors/refusal.ts';
import { objectOf } from '../../document/elements.ts';
import type { CaseTypeDocument, Command } from '../../document/model.ts';
import { follow } from '../../document/path.ts';
import { editTo, withKeyRenamed } from '../../document/transform.ts';
import { flowAt, withValue } from './flow-places.ts';

/** Lets a time of a step be another: a period, or a delay that the case type names. Refuses `edit.nowhere`, and `edit.key_taken` when the step counts that already. */
export const setDelay =
  (way: string, delay: string): Command =>
  (document) => {
    const found = flowAt(document, way);
    const holder = found?.place.slice(0, -1) ?? [];
    const old = String(found?.place.at(-1));
    if (!found || holder.at(-1) !== 'after') return refuse('edit.nowhere', { path: `/flow${way}` });
    const times = objectOf(follow(document, holder));
    if (delay === old) return editTo(document, 'set-delay', document);
    if (Object.hasOwn(times, delay)) return refuse('edit.key_taken', { key: delay });
    const changed = withValue(document, holder, withKeyRenamed(times, old, delay));
    return editTo(document, 'set-delay', drawnAs(changed, way, way.slice(0, -old.length) + delay));
  };

/** A document where what was drawn for a way is drawn for it by its new pointer. */
const drawnAs = (document: CaseTypeDocument, from: string, to: string): CaseTypeDocument =>
  ['nodes', 'edges'].reduce((here, part) => {
    const held = objectOf(objectOf(here.layout)[part]);
    const names = Object.keys(held).filter((name) => name === from || name.startsWith(`${from}/`));
    const moved = names.reduce((all, name) => withKeyRenamed(all, name, to + name.slice(from.length)), held);
    return names.length === 0 ? here : withValue(here, ['layout', part], moved);
  }, document);
