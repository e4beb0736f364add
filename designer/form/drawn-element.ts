import type { CaseType } from '#runtime/definition/case-type.ts';
import type { UiElement } from '#runtime/definition/types.ts';
import { elementsOf } from '#runtime/definition/walk-form.ts';
import type { ElementInfo } from '../document/elements.ts';

/** An element as the renderer and the vocabulary take it; undefined when the draft is too broken to be drawn. */
export const drawnElement = (
  caseType: CaseType | undefined,
  { form, id }: Pick<ElementInfo, 'form' | 'id'>
): UiElement | undefined =>
  caseType && elementsOf(caseType).find((placed) => placed.form === form && placed.element.id === id)?.element;
