import type { CaseTypeDocument } from '../../document/model.ts';
import { statesAt } from './flow-places.ts';
import { pointerOf } from '../../document/uses.ts';

/** The step that a way or branch leaves, by its pointer in the flow; null for what may happen at any time. */
export function sourceOf(document: CaseTypeDocument, pointer: string): string | null {
  const own = `/flow${pointer}`;
  const holding = statesAt(document).filter(({ place }) => own.startsWith(`${pointerOf(place)}/`));
  return holding.at(-1)?.key ?? null;
}
