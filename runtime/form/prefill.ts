import canonicalize from 'canonicalize';
import type { Json, JsonObject } from '../definition/json.ts';
import type { Form, UiElement } from '../definition/types.ts';
import type { Answers } from './model.ts';
import { at, pointerOfScope, put } from './pointer.ts';

/** What is known of the applicant, by the words that a control's `prefill` uses. */
export type KnownValues = Readonly<Record<string, Json>>;

/** What stood in a draft from the start: from where, fetched when (ISO 8601). */
export interface Prefilled {
  readonly source: string;
  readonly at: string;
  readonly answers: Answers;
}

/** The controls outside repeating rows that are filled in beforehand: the pointer of the answer and what it takes. */
function prefillable(elements: readonly UiElement[]): (readonly [pointer: string, key: string])[] {
  return elements.flatMap((element) => {
    if (element.type === 'Control') {
      const key = 'prefill' in element.options ? element.options.prefill : undefined;
      return key === undefined ? [] : [[pointerOfScope(element.scope), key] as const];
    }
    return 'elements' in element ? prefillable(element.elements) : [];
  });
}

/** The answers that stand in a form from the start, where it asks for what is known. Pure. */
export const prefill = ({ ui }: Form, known: KnownValues): Answers =>
  prefillable(ui.elements).reduce<JsonObject>(
    (answers, [pointer, key]) => (known[key] === undefined ? answers : put(answers, pointer, known[key])),
    {}
  );

/** The pointers of the answers that still are as they were fetched: what the person has changed is their own. Pure. */
export const stillPrefilled = ({ ui }: Form, answers: Answers, fetched: Answers): string[] =>
  prefillable(ui.elements)
    .map(([pointer]) => pointer)
    .filter((pointer) => {
      const [then, now] = [at(fetched, pointer), at(answers, pointer)];
      return then !== undefined && now !== undefined && canonicalize(then) === canonicalize(now);
    });
