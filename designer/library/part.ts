import type { JsonObject } from '#runtime/definition/json.ts';
import type { Fragment } from '../commands/fragment.ts';
import { inForm, named } from '../commands/paste.ts';
import { elementsOf, formsOf, objectOf, type ElementInfo } from '../document/elements.ts';
import type { CaseTypeDocument } from '../document/model.ts';

/** A page, group or question that case types are built of, with its texts and conditions. */
export interface Part {
  /** A shipped part by its key, an organ's own after the key of the organ. */
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly fragment: Fragment;
  /** Who saved this version, and when (ISO 8601); null for a shipped part. */
  readonly saved: { readonly by: string; readonly at: string } | null;
}

/** How parts are kept: given from outside, since the designer fetches nothing. */
export interface LibraryPorts {
  /** The shipped parts, and those of the organ that owns the case type, each in its newest version. */
  readonly list: () => Promise<readonly Part[]>;
  /** Saves a new part, or with `id` a new version of one of the organ's own. */
  readonly save: (name: string, fragment: Fragment, id: string | null) => Promise<Part>;
}

/** What a copy remembers. */
export interface Origin {
  readonly part: string;
  readonly version: number;
  /** The id of each element, by its id in the library. */
  readonly ids: Readonly<Record<string, string>>;
}

/** Where an element was copied from; undefined for what was made here. Pure. */
export function originOf(document: CaseTypeDocument, form: string, id: string): Origin | undefined {
  const { part, version, ids } = objectOf(objectOf(objectOf(document.layout).origins)[`${form}/${id}`]);
  if (typeof part !== 'string' || typeof version !== 'number') return undefined;
  const own = Object.entries(objectOf(ids)).flatMap(([known, here]) =>
    typeof here === 'string' ? [[known, here]] : []
  );
  return { part, version, ids: Object.fromEntries(own) };
}

/** A part as what is pasted: a fragment that says where it comes from. Pure. */
export function fragmentOfPart({ id, version, fragment }: Part): Fragment {
  const { layout: _, ...document } = fragment.document;
  const [form = ''] = formsOf(document);
  const ids = Object.fromEntries(
    elementsOf(document, form).flatMap((each) => (each.id === '' ? [] : [[each.id, each.id]]))
  );
  const origins = { [`${form}/${fragment.from.element}`]: { part: id, version, ids } };
  return { ...fragment, document: { ...document, layout: { origins } } };
}

/** The id in the library of each element here: what it has there, where it came from there. Pure. */
export function libraryIds(elements: readonly ElementInfo[], origin: Origin | undefined): Map<string, string> {
  const own = new Set(elements.map(({ id }) => id));
  const known = new Map(Object.entries(origin?.ids ?? {}).map(([there, here]) => [here, there]));
  const pairs = elements
    .filter(({ id }) => id !== '')
    .map(({ id }): [string, string] => {
      const there = known.get(id) ?? id;
      return [id, there !== id && own.has(there) ? id : there];
    });
  return new Map(pairs);
}

/** What is copied as it is kept in the library: under the ids that it has there, and without what it says of where it came from. Pure. */
export function forLibrary({ from, document: { layout, ...document }, ...fragment }: Fragment): Fragment {
  const [form = ''] = formsOf(document);
  const ids = libraryIds(elementsOf(document, form), originOf({ layout: layout ?? {} }, form, from.element));
  const names = new Map([...ids].map(([here, there]) => [here, { id: there, key: undefined }]));
  const own = inForm(named(document, form, names), 'application');
  const element = ids.get(from.element) ?? from.element;
  return { ...fragment, from: { ...from, form: 'application', element }, document: own };
}

/** How many questions a part asks. Pure. */
export const questionsIn = ({ document }: Fragment): number =>
  elementsOf(document).filter(({ element }) => element.type === 'Control').length;

/** The origin of a copy, as a document keeps it. */
export const originJson = ({ part, version, ids }: Origin): JsonObject => ({ part, version, ids: { ...ids } });
