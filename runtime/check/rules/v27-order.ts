import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import type { UiElement } from '../../definition/types.ts';
import { elementsOf, controlsOf, type PlacedControl, type PlacedElement } from '../../definition/walk-form.ts';
import { expressionsOf } from '../expressions.ts';
import { problemsOf } from '../problems-of.ts';
import { readsOf, type PlacedExpression } from '../reads.ts';

const { error } = problemsOf('V27');

/** V27: what is shown or computed reads only what comes before it, so that one pass is right, also without JavaScript. */
export function checkOrder(caseType: CaseType): Problem[] {
  const { conditions, values } = expressionsOf(caseType);
  const order = orderOf(caseType);
  const named = (name: string) => namedReads(name, [...conditions, ...values]);
  return [...conditions, ...values].flatMap((placed) => {
    const { shown } = placed;
    if (!shown) return [];
    return [...readsOf(placed), ...throughName(placed, named)]
      .filter(({ field }) => field !== undefined && comesAfter(field, shown, order))
      .map(({ pointer, field = '' }) => error('reads-what-comes-after', pointer, { field }));
  });
}

interface Order {
  readonly elements: readonly PlacedElement[];
  readonly controls: readonly PlacedControl[];
  readonly place: (element: UiElement) => number;
  /** The place of the last element that stands in one, or of itself. */
  readonly end: (element: UiElement) => number;
}

function orderOf(caseType: CaseType): Order {
  const elements = elementsOf(caseType);
  const place = (element: UiElement) => elements.findIndex((placed) => placed.element === element);
  const end = (element: UiElement) =>
    elements.findLastIndex((placed) => placed.element === element || placed.within.includes(element));
  return { elements, controls: controlsOf(caseType), place, end };
}

/** Whether a field of the element's own form is answered only later. Other forms are case data. */
function comesAfter(field: string, { form, element }: { form: string; element: UiElement }, order: Order): boolean {
  if (field !== `/${form}` && !field.startsWith(`/${form}/`)) return false;
  const here = order.place(element);
  return order.controls
    .filter((control) => control.form === form && covers(field, control))
    .some((control) => order.end(control.element) >= here);
}

/** Whether reading a field reads a control's answer. A row's own controls speak for what is read inside a list. */
function covers(field: string, { answer, element }: PlacedControl): boolean {
  const inside = field.startsWith(`${answer}/`) && !('detail' in element.options);
  return field === answer || inside || answer.startsWith(`${field}/`);
}

function throughName(placed: PlacedExpression, named: (name: string) => readonly string[]) {
  const condition = 'condition' in placed ? placed.condition : undefined;
  if (condition?.op !== 'ref') return [];
  return named(condition.condition).map((field) => ({ pointer: `${placed.pointer}/condition`, field }));
}

/** What a named condition reads, through the conditions that it names too. */
function namedReads(name: string, expressions: readonly PlacedExpression[], seen: readonly string[] = []): string[] {
  if (seen.includes(name)) return [];
  const own = `/settings/conditions/${name}`;
  return expressions
    .filter(({ pointer }) => pointer === own || pointer.startsWith(`${own}/`))
    .flatMap((placed) => [
      ...readsOf(placed).flatMap(({ field }) => field ?? []),
      ...('condition' in placed && placed.condition.op === 'ref'
        ? namedReads(placed.condition.condition, expressions, [...seen, name])
        : [])
    ]);
}
