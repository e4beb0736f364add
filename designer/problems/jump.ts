import { pathOfPointer } from '#runtime/edit/path.ts';
import { elementsOf } from '../document/elements.ts';
import type { CaseTypeDocument, Path } from '../document/model.ts';

/** What to choose so that an editor shows the place of a problem: the element it is in, else the very place. Pure. */
export function selectionAt(document: CaseTypeDocument, pointer: string): Path | null {
  if (!pointer.startsWith('/forms/')) return pathOfPointer(document, pointer) ?? null;
  const path = pathOfPointer(document, pointer) ?? pointer;
  const matched = (start: string | undefined) =>
    start !== undefined && (path === start || path.startsWith(`${start}/`)) ? start.length : 0;
  const holding = elementsOf(document)
    .map(({ path: element, form, schemaPlace }) => {
      const inSchema = schemaPlace && `/${['forms', form, 'schema', ...schemaPlace].join('/')}`;
      return { element, length: Math.max(matched(element), matched(inSchema)) };
    })
    .filter(({ length }) => length > 0)
    .toSorted((one, other) => other.length - one.length);
  return holding[0]?.element ?? null;
}
