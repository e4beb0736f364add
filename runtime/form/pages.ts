import type { AnswerFault } from '../errors/refusal.ts';
import type { Projection, Shown } from './model.ts';
import { controlsIn } from './project.ts';

/** The ids of the pages that are shown, in order. */
export const pageIds = ({ pages }: Projection): string[] => pages.map(({ element }) => element.id);

/** The page after one; undefined after the last, where the answers are checked and sent. */
export function nextPage(projection: Projection, page: string): string | undefined {
  const ids = pageIds(projection);
  const place = ids.indexOf(page);
  return place < 0 ? ids[0] : ids[place + 1];
}

/** The page before one; undefined before the first. */
export function previousPage(projection: Projection, page: string): string | undefined {
  const ids = pageIds(projection);
  return ids[ids.indexOf(page) - 1];
}

/** The faults of what stands on one page. */
export const faultsOnPage = (projection: Projection, page: string, faults: readonly AnswerFault[]): AnswerFault[] =>
  faults.filter((fault) => pageOf(projection, fault) === page);

/** The first page with a fault; one that no page shows sends to the first page. */
export function firstFaultyPage(projection: Projection, faults: readonly AnswerFault[]): string | undefined {
  const faulty = new Set(faults.map((fault) => pageOf(projection, fault)));
  const ids = pageIds(projection);
  return ids.find((id) => faulty.has(id)) ?? (faults.length > 0 ? ids[0] : undefined);
}

function pageOf({ pages }: Projection, { pointer, params }: AnswerFault): string | undefined {
  const page = pages.find((shown) =>
    pointer === ''
      ? textsIn(shown).includes(String(params?.['element']))
      : controlsIn(shown).some((control) => `${pointer}/`.startsWith(`${control.pointer}/`))
  );
  return page?.element.id;
}

function textsIn(shown: Shown): string[] {
  if (shown.type === 'text') return [shown.element.id];
  return shown.type === 'block' ? shown.children.flatMap(textsIn) : (shown.rows?.flat().flatMap(textsIn) ?? []);
}
