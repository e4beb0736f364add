import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import type { Condition, UiElement } from '../../definition/types.ts';
import { elementsOf, type PlacedElement } from '../../definition/walk-form.ts';
import type { Shown } from '../../form/model.ts';
import { problemsOf } from '../problems-of.ts';
import { worldOf, type Found, type Search } from '../world.ts';
import { example } from './v11-branches.ts';

const { warning } = problemsOf('V15');

/** V15: some answers show each part of a form, and no answers show a page, or a group with a heading, that is empty. */
export function checkShown(caseType: CaseType): Problem[] {
  const search = worldOf(caseType);
  const elements = elementsOf(caseType).filter(({ list }) => list === null);
  const lost = elements.filter((placed) => conditionOf(placed.element) && isNeverShown(placed, search));
  const inLost = ({ within }: PlacedElement) => within.some((outer) => lost.some(({ element }) => element === outer));
  const never = lost
    .filter((placed) => !inLost(placed))
    .map(({ element, pointer }) => warning('never-shown', `${pointer}/visibleWhen`, { element: element.id }));
  const empty = elements
    .filter((placed) => !lost.includes(placed) && !inLost(placed))
    .flatMap((placed) => emptyAt(placed, search));
  return [...never, ...empty];
}

type Look = (search: Search) => Found;

const conditionOf = (element: UiElement): Condition | undefined =>
  element.type === 'Categorization' ? undefined : element.visibleWhen;

const conditionsOf = ({ element, within }: PlacedElement): Condition[] =>
  [...within, element].flatMap((each) => conditionOf(each) ?? []);

function isNeverShown(placed: PlacedElement, look: Look): boolean {
  const { id } = placed.element;
  const { answers, certain } = look({
    conditions: conditionsOf(placed),
    element: id,
    sent: false,
    accept: ({ projection }) => projection(placed.form)?.elements.has(id) ?? false
  });
  return !answers && certain;
}

/** Answers with which a page or a group is shown and nothing in it is. */
function emptyAt(placed: PlacedElement, look: Look): Problem[] {
  const { element, form, pointer } = placed;
  if ((element.type !== 'Category' && element.type !== 'Group') || element.elements.length === 0) return [];
  // What always shows something is never empty: no need to look.
  if (element.elements.some((child) => !conditionOf(child) && (child.type === 'Control' || child.type === 'Label')))
    return [];
  const inside = leavesOf(element).flatMap((leaf) => conditionOf(leaf) ?? []);
  const found = look({
    conditions: [...conditionsOf(placed), ...inside],
    element: element.id,
    sent: true,
    accept: ({ projection }) => (projection(form)?.pages ?? []).some((page) => isEmpty(page, element.id))
  });
  return found.answers ? [warning('empty', pointer, { element: element.id, ...example(found) })] : [];
}

const leavesOf = (element: UiElement): UiElement[] =>
  'elements' in element ? element.elements.flatMap((child) => [child, ...leavesOf(child)]) : [];

function isEmpty(shown: Shown, id: string): boolean {
  if (shown.type !== 'block') return false;
  return shown.element.id === id ? !holds(shown) : shown.children.some((child) => isEmpty(child, id));
}

const holds = (shown: Shown): boolean => shown.type !== 'block' || shown.children.some(holds);
