import type { AnswerFault } from '#runtime/errors/refusal.ts';
import { faultsOnPage, nextPage, previousPage } from '#runtime/form/pages.ts';
import type { Projection, Validated } from '#runtime/form/model.ts';
import { controlsIn } from '#runtime/form/project.ts';
import type { SavedPage } from './save-page.ts';

/** Where a saved page leads. */
export type Turn =
  | { readonly to: 'page'; readonly page: string }
  | { readonly to: 'review' }
  | { readonly to: 'later' }
  /** The same page, as something on it changed; `at` is the pointer of what to go to. */
  | { readonly to: 'again'; readonly at: string | undefined; readonly because: 'button' | 'more-questions' }
  | { readonly to: 'faults'; readonly faults: readonly AnswerFault[] };

export interface Turning {
  readonly page: string;
  readonly saved: SavedPage;
  readonly validated: Validated;
  /** What the page showed when it was drawn. */
  readonly before: Projection;
}

/** Decides where a saved page leads. Pure. */
export function turnPage({ page, saved, validated, before }: Turning): Turn {
  const { projection } = validated;
  const { stays, asksWrong, at, button, refusedFiles } = saved;
  if (refusedFiles.length > 0) return { to: 'faults', faults: refusedFiles };
  if (stays && !asksWrong) return { to: 'again', at, because: 'button' };
  if (button === 'later') return { to: 'later' };
  const previous = previousPage(projection, page);
  if (button === 'back' && previous) return { to: 'page', page: previous };

  const appeared = newOn(page, before, projection);
  const unasked = new Set(appeared);
  const faults = faultsOnPage(projection, page, validated.faults).filter(({ pointer }) => !unasked.has(pointer));
  if (faults.length > 0) return { to: 'faults', faults };
  if (stays) return { to: 'again', at: undefined, because: 'button' };
  const [first] = appeared;
  if (first !== undefined) return { to: 'again', at: first, because: 'more-questions' };
  const next = nextPage(projection, page);
  return next === undefined ? { to: 'review' } : { to: 'page', page: next };
}

/**
 * Pointers of the questions on a page that an answer has made visible. A row that was not kept before was on the page all the same,
 * as the empty one that a list begins with: its questions have been there to be answered.
 */
function newOn(page: string, before: Projection, after: Projection): string[] {
  const pointers = ({ pages }: Projection) =>
    pages
      .filter(({ element }) => element.id === page)
      .flatMap((shown) => controlsIn(shown).map(({ pointer }) => pointer));
  const known = new Set(pointers(before));
  const rows = new Set([...known].flatMap(rowsAbove));
  return pointers(after).filter((pointer) => !known.has(pointer) && rowsAbove(pointer).every((row) => rows.has(row)));
}

/** The rows that a question stands in: `/budget/0` of `/budget/0/amount`. */
function rowsAbove(pointer: string): string[] {
  const keys = pointer.split('/');
  return keys.flatMap((key, index) =>
    /^\d+$/.test(key) && index < keys.length - 1 ? [keys.slice(0, index + 1).join('/')] : []
  );
}
