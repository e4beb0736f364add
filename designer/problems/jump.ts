import { pathOfPointer } from '#runtime/edit/path.ts';
import { holdingElement } from '../document/holding.ts';
import type { CaseTypeDocument, Path } from '../document/model.ts';

/** What to choose so that an editor shows the place of a problem: the element it is in, else the very place. Pure. */
export function selectionAt(document: CaseTypeDocument, pointer: string): Path | null {
  const path = pathOfPointer(document, pointer);
  return pointer.startsWith('/forms/') ? (holdingElement(document, path ?? pointer) ?? null) : (path ?? null);
}
