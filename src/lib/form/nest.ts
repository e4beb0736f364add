import type { Condition } from '#runtime/definition/types.ts';
import type { Shown, ShownControl } from '#runtime/form/model.ts';

/** What is shown, with what follows from one of its options, by the option. */
export interface Nested {
  readonly shown: Shown;
  readonly under: Readonly<Record<string, readonly Nested[]>>;
}

interface Growing {
  readonly shown: Shown;
  readonly under: Record<string, Growing[]>;
}

/** How conditions name the answer of a control: in the form a pointer into the case, in a row one from the row. */
export type NameOfChoice = (control: ShownControl) => string | undefined;

/**
 * Puts each question that is shown on one option of the question before it under that option. Only what follows its
 * question directly is moved, so that the order which conditions, keyboard and ear go by is kept.
 * @param nameOfChoice undefined for a control whose options do not show
 */
export function nest(elements: readonly Shown[], nameOfChoice: NameOfChoice): readonly Nested[] {
  const top: Growing[] = [];
  const open: { name: string; choice: Growing }[] = [];
  for (const shown of elements) {
    const grown: Growing = { shown, under: {} };
    const cause = shown.type === 'block' ? undefined : optionOf(shown.element.visibleWhen);
    const depth = open.findIndex(({ name }) => name === cause?.name);
    const host = open[depth];
    open.length = depth + 1;
    if (cause && host) (host.choice.under[cause.option] ??= []).push(grown);
    else top.push(grown);
    const name = shown.type === 'control' ? nameOfChoice(shown) : undefined;
    if (name !== undefined) open.push({ name, choice: grown });
  }
  return top;
}

/** The one option that a condition waits for, when it waits for nothing else. */
function optionOf(condition: Condition | undefined): { name: string; option: string } | undefined {
  if (condition?.op !== 'eq') return undefined;
  const { field, item, value } = condition;
  const name = field ?? item;
  if (name === undefined || (typeof value !== 'string' && typeof value !== 'boolean')) return undefined;
  return { name, option: String(value) };
}
