import { objectOf, type ElementInfo } from '../document/elements.ts';

/** A line of the outline. The group that holds the questions of a row is not one: what is in it stands below the list. */
export interface OutlineLine {
  readonly element: ElementInfo;
  /** 1 for pages. */
  readonly level: number;
  readonly place: number;
  readonly siblings: number;
  readonly holds: boolean;
}

/** Whether it is the group that holds the questions of a row. */
export const isDetail = ({ place }: ElementInfo): boolean => place.at(-1) === 'detail';

/** Whether other elements can stand in it. */
export const holdsElements = ({ element }: ElementInfo): boolean =>
  Array.isArray(element.elements) || objectOf(element.options).detail !== undefined;

/** What can be chosen in the outline: everything but the form itself and the groups of rows. */
export const listed = (elements: readonly ElementInfo[]): ElementInfo[] =>
  elements.filter((one) => one.place.length > 3 && !isDetail(one));

/** The id of what an element stands in, with the list in place of its row; null for a page. */
export const parentIn = (elements: readonly ElementInfo[], element: ElementInfo): string | null =>
  parentAmong(new Map(elements.map((one) => [one.id, one])), element);

const parentAmong = (byId: ReadonlyMap<string, ElementInfo>, { within }: ElementInfo): string | null =>
  within.findLast((id) => {
    const outer = byId.get(id);
    return outer !== undefined && !isDetail(outer);
  }) ?? null;

/** The lines of the outline with what is open in it. Pure. */
export function outlineOf(elements: readonly ElementInfo[], open: ReadonlySet<string>): OutlineLine[] {
  const byId = new Map(elements.map((one) => [one.id, one]));
  const all = listed(elements).map((element) => ({ element, parent: parentAmong(byId, element) }));
  const families = Map.groupBy(all, ({ parent }) => parent);
  const parents = new Map(all.map(({ element, parent }) => [element.id, parent]));
  const ancestors = (parent: string | null): string[] =>
    parent === null ? [] : [parent, ...ancestors(parents.get(parent) ?? null)];
  const places = new Map(
    [...families.values()].flatMap((siblings) =>
      siblings.map(({ element }, index) => [element.id, { place: index + 1, siblings: siblings.length }] as const)
    )
  );
  return all.flatMap(({ element, parent }) => {
    const above = ancestors(parent);
    const place = places.get(element.id);
    if (!place || !above.every((id) => open.has(id))) return [];
    return [{ element, level: above.length + 1, ...place, holds: holdsElements(element) }];
  });
}

/** Where a new question goes: into what is selected when it holds questions, else after it; into the first page without a choice. */
export function targetFor(
  elements: readonly ElementInfo[],
  form: string,
  selected: ElementInfo | undefined
): { form: string; parent: string; before?: string } | undefined {
  const chosen = selected ?? elements.find(({ element }) => element.type === 'Category');
  if (!chosen) return undefined;
  if (holdsElements(chosen)) return { form, parent: chosen.id };
  const parent = chosen.within.at(-1);
  if (parent === undefined) return undefined;
  const siblings = elements.filter((one) => one.within.at(-1) === parent);
  const next = siblings[siblings.indexOf(chosen) + 1];
  return { form, parent, ...(next && { before: next.id }) };
}

/** Where something dropped into a new order of the outline goes: below what it was dropped after, or into that when it is open. Pure. */
export function dropTarget(
  elements: readonly ElementInfo[],
  order: readonly string[],
  { moved, open }: { readonly moved: string; readonly open: ReadonlySet<string> }
): { parent: string | null; before?: string } | undefined {
  const find = (id: string | undefined) => elements.find((one) => one.id === id);
  const own = find(moved);
  const rest = order
    .filter((id) => id === moved || find(id)?.within.includes(moved) === false)
    .map(find)
    .filter((one) => one !== undefined);
  const at = rest.findIndex(({ id }) => id === moved);
  const isPage = ({ element }: ElementInfo) => element.type === 'Category';
  const before = (next: ElementInfo | undefined) => (next ? { before: next.id } : {});
  if (!own || at < 0) return undefined;
  if (isPage(own)) return { parent: null, ...before(rest.slice(at + 1).find(isPage)) };
  const above = rest[at - 1];
  if (!above) return undefined;
  if (holdsElements(above) && (open.has(above.id) || isPage(above))) {
    const first = listed(elements).find((one) => one.id !== moved && parentIn(elements, one) === above.id);
    return { parent: above.id, ...before(first) };
  }
  const siblings = elements.filter((one) => one.within.at(-1) === above.within.at(-1) && one.id !== moved);
  return { parent: above.within.at(-1) ?? null, ...before(siblings[siblings.indexOf(above) + 1]) };
}
