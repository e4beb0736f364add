import { refuse } from '#runtime/errors/refusal.ts';
import { elementOf, elementsOf, type ElementInfo } from '../document/elements.ts';
import type { CaseTypeDocument, Command } from '../document/model.ts';
import { editOf } from '../document/patch.ts';
import { follow } from '../document/path.ts';
import { fits, holderOf, type Target } from './places.ts';

/**
 * Moves an element with all in it. Refuses `edit.not_here` where it cannot stand, in itself or across the border of a repeating group,
 * since its answer would be another: copy it there instead.
 */
export const moveElement =
  (id: string, target: Target): Command =>
  (document) => {
    const element = elementOf(document, target.form, id);
    const holder = holderOf(document, target);
    if (!element || !holder) return refuse('edit.nowhere', { path: id });
    const inItself = target.parent === id || isInside(document, target, id);
    if (inItself || !fits(element.element.type, holder) || element.list !== holder.list) return refuse('edit.not_here');
    if (target.before === id) return editOf(document, 'move-element', []);
    const before = target.before === undefined ? {} : { before: `@${target.before}` };
    return editOf(document, 'move-element', [{ op: 'move', at: element.path, into: holder.into, ...before }]);
  };

const isInside = (document: CaseTypeDocument, { form, parent }: Target, id: string): boolean =>
  parent !== null && (elementOf(document, form, parent)?.within.includes(id) ?? false);

/** Moves an element one step up or down: past its neighbour, or out to the end of the page before, or the start of the next. */
export const moveByOne =
  (form: string, id: string, step: -1 | 1): Command =>
  (document) => {
    const target = neighbour(document, form, id, step);
    return target ? moveElement(id, target)(document) : editOf(document, 'move-element', []);
  };

function neighbour(document: CaseTypeDocument, form: string, id: string, step: -1 | 1): Target | undefined {
  const element = elementOf(document, form, id);
  if (!element) return undefined;
  const siblings = siblingsOf(document, element);
  const index = siblings.indexOf(id);
  const parent = element.within.at(-1) ?? null;
  if (index + step >= 0 && index + step < siblings.length)
    return at(form, parent, siblings[step < 0 ? index - 1 : index + 2]);
  const outer = parent === null ? undefined : elementOf(document, form, parent);
  if (!outer || outer.list !== element.list || element.element.type === 'Category') return undefined;
  if (outer.element.type !== 'Category') {
    const outside = siblingsOf(document, outer);
    const next = outside[outside.indexOf(outer.id) + 1];
    return at(form, outer.within.at(-1) ?? null, step < 0 ? outer.id : next);
  }
  const pages = elementsOf(document, form).filter((each) => each.element.type === 'Category');
  const page = pages[pages.findIndex((each) => each.id === outer.id) + step];
  if (!page) return undefined;
  const elements = follow(document, [...page.place, 'elements']);
  const first = elementsOf(document, form).find((each) => each.within.at(-1) === page.id);
  return at(form, page.id, step > 0 && Array.isArray(elements) ? first?.id : undefined);
}

const at = (form: string, parent: string | null, before: string | undefined): Target => ({
  form,
  parent,
  ...(before === undefined ? {} : { before })
});

const siblingsOf = (document: CaseTypeDocument, { form, place }: ElementInfo): string[] =>
  elementsOf(document, form)
    .filter(
      (each) =>
        each.place.length === place.length && place.slice(0, -1).every((step, index) => each.place[index] === step)
    )
    .map(({ id }) => id);
