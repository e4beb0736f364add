import type { Category, Form, UiBlock } from '#runtime/definition/types.ts';
import type { JsonObject } from '#runtime/definition/json.ts';
import { put, pointerOfScope } from '#runtime/form/pointer.ts';

/** A form that shows everything it has: what an editor draws, since what is hidden cannot be chosen. Pure. */
export const withoutConditions = (form: Form): Form => ({
  ...form,
  ui: { ...form.ui, elements: form.ui.elements.map(shownPage) }
});

function shownPage({ visibleWhen: _, ...page }: Category): Category {
  return { ...page, elements: page.elements.map(shown) };
}

function shown({ visibleWhen: _, ...element }: UiBlock): UiBlock {
  if (element.type === 'Label') return element;
  if (element.type !== 'Control') return { ...element, elements: element.elements.map(shown) };
  if (!('detail' in element.options)) return element;
  const { detail } = element.options;
  return { ...element, options: { ...element.options, detail: { ...detail, elements: detail.elements.map(shown) } } };
}

/** Answers with one row in each list, so that its questions are seen. Pure. */
export function firstRows({ ui }: Form): JsonObject {
  return ui.elements
    .flatMap(({ elements }) => elements.flatMap(listsIn))
    .reduce((answers, { scope, rows }) => put(answers, pointerOfScope(scope), [rows]), {});
}

function listsIn(element: UiBlock): { scope: string; rows: JsonObject }[] {
  if (element.type === 'Label') return [];
  if (element.type !== 'Control') return element.elements.flatMap(listsIn);
  if (!('detail' in element.options)) return [];
  const inner = element.options.detail.elements.flatMap(listsIn);
  return [
    { scope: element.scope, rows: inner.reduce((row, { scope, rows }) => put(row, pointerOfScope(scope), [rows]), {}) }
  ];
}
