import { isObject } from '#runtime/form/pointer.ts';
import { elementOf, type ElementInfo } from '../document/elements.ts';
import type { CaseTypeDocument, Path } from '../document/model.ts';
import type { Place } from '../document/path.ts';

/** Where elements can be put: in a form's root (pages), or in a page, group, row or repeating group by its id. */
export interface Target {
  readonly form: string;
  /** Null for the form itself. */
  readonly parent: string | null;
  /** The id of the element to come before; last without it. */
  readonly before?: string;
}

export interface Holder {
  /** The list of elements. */
  readonly into: Path;
  /** The list in the case whose rows the elements stand in. */
  readonly list: string | null;
  /** Where the schema of the answers stands, which has `properties`. */
  readonly schema: Place;
  readonly pages: boolean;
}

/** The list that a target means; undefined when it cannot hold elements. Pure. */
export function holderOf(document: CaseTypeDocument, { form, parent }: Target): Holder | undefined {
  const root = { list: null, schema: ['forms', form, 'schema'] };
  if (parent === null) return { ...root, into: `/forms/${form}/ui/elements`, pages: true };
  const element = elementOf(document, form, parent);
  if (!element) return undefined;
  const detail = detailOf(element);
  if (detail && element.schemaPlace)
    return {
      into: `${element.path}/options/detail/elements`,
      list: element.answer ?? null,
      schema: [...element.schemaPlace, 'items'],
      pages: false
    };
  if (!Array.isArray(element.element.elements)) return undefined;
  const isRoot = element.place.length === 3;
  return { ...placeOfRows(document, element), into: `${element.path}/elements`, pages: isRoot };
}

/** Whether it is a repeating group: its rows' elements stand in `options.detail`. */
const detailOf = ({ element }: ElementInfo): boolean => isObject(element.options) && isObject(element.options.detail);

/** The rows that an element stands in. */
function placeOfRows(document: CaseTypeDocument, element: ElementInfo): Pick<Holder, 'list' | 'schema'> {
  const rows = element.within
    .map((id) => elementOf(document, element.form, id))
    .findLast((outer) => outer !== undefined && detailOf(outer));
  return rows?.schemaPlace
    ? { list: rows.answer ?? null, schema: [...rows.schemaPlace, 'items'] }
    : { list: null, schema: ['forms', element.form, 'schema'] };
}

/** Pages stand in the form itself, everything else in pages. */
export const fits = (type: unknown, { pages }: Holder): boolean => (type === 'Category') === pages;
