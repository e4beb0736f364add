import { elementOf, elementsOf } from './elements.ts';
import type { CaseTypeDocument, Path } from './model.ts';

/** The element that a path is in, that has its answer there, or whose text it is; undefined when it is in none. Pure. */
export function holdingElement(document: CaseTypeDocument, path: Path): Path | undefined {
  const [, form = '', id = ''] = /^\/texts\/[^/]+\/form\.([^.]+)\.([^.]+)\./.exec(path) ?? [];
  if (form !== '') return elementOf(document, form, id)?.path;
  if (!path.startsWith('/forms/')) return undefined;
  const matched = (start: string | undefined) =>
    start !== undefined && (path === start || path.startsWith(`${start}/`)) ? start.length : 0;
  const holding = elementsOf(document)
    .map(({ path: element, form: own, schemaPlace }) => {
      const inSchema = schemaPlace && `/${['forms', own, 'schema', ...schemaPlace].join('/')}`;
      return { element, length: Math.max(matched(element), matched(inSchema)) };
    })
    .filter(({ length }) => length > 0)
    .toSorted((one, other) => other.length - one.length);
  return holding[0]?.element;
}

/** What to choose so that one sees what an edit did: an element for all that belongs to it; undefined to choose nothing else. Pure. */
export function selectionAfter(document: CaseTypeDocument, touches: readonly Path[]): Path | undefined {
  const element = touches.map((path) => holdingElement(document, path)).findLast((path) => path !== undefined);
  return element ?? touches.findLast((path) => !/^\/(forms|texts|layout)\//.test(path));
}
