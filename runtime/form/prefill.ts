import canonicalize from 'canonicalize';
import type { Json, JsonObject } from '../definition/json.ts';
import type { Control, Form, UiElement } from '../definition/types.ts';
import type { Answers, Validated } from './model.ts';
import { at, isObject, pointerOfScope, put } from './pointer.ts';

/** What is known of the applicant, by the words that a control's `prefill` uses. */
export type KnownValues = Readonly<Record<string, Json>>;

/** What stood in a draft from the start: from where, and when it was fetched or answered (ISO 8601). */
export interface Prefilled {
  /** A register by name, or the number of the applicant's own last case. */
  readonly source: string;
  readonly isLastCase?: boolean;
  readonly at: string;
  readonly answers: Answers;
}

/** The controls outside repeating rows that are filled in beforehand: the pointer of the answer and what it takes. */
function prefillable(elements: readonly UiElement[]): (readonly [pointer: string, key: string])[] {
  return elements.flatMap((element) => {
    if (element.type === 'Control') {
      const key = 'prefill' in element.options ? element.options.prefill : undefined;
      return key === undefined || isGivenAnew(element, key) ? [] : [[pointerOfScope(element.scope), key] as const];
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

/** No register knows how somebody is reached; what they said last time is the best that is known of it. */
const REMEMBERED: ReadonlySet<string> = new Set(['last-case', 'email', 'phone']);

/** Nobody agrees, promises or signs by what they did last time. */
const isGivenAnew = ({ options }: Control, key: string): boolean =>
  key === 'last-case' && ['consent', 'declaration', 'signature'].includes(options.kind);

/** Whether a form takes anything from what somebody answered last time. */
export const remembersLast = ({ ui }: Form): boolean => prefillable(ui.elements).some(([, key]) => REMEMBERED.has(key));

/**
 * Of what somebody answered last time, what stands in the form from the start: where the form asks for it, or for their e-mail or
 * telephone, and it is a valid answer to the form as it is now. Pure.
 * @param last those answers, validated against this form
 */
export const prefillFromLast = ({ ui }: Form, { answers, faults }: Validated): Answers =>
  prefillable(ui.elements).reduce<JsonObject>((kept, [pointer, key]) => {
    const value = REMEMBERED.has(key) ? at(answers, pointer) : undefined;
    const isStale = faults.some((fault) => fault.code !== 'required' && `${fault.pointer}/`.startsWith(`${pointer}/`));
    return value === undefined || isStale ? kept : put(kept, pointer, value);
  }, {});

/** All that stands in a draft from the start, whatever each part was fetched from. Pure. */
export const prefilledAnswers = (prefilled: readonly Prefilled[]): Answers =>
  prefilled.reduce<JsonObject>((all, { answers }) => merged(all, answers), {});

const merged = (one: JsonObject, other: JsonObject): JsonObject =>
  Object.entries(other).reduce<JsonObject>((all, [key, value]) => {
    const there = all[key];
    return { ...all, [key]: isObject(there) && isObject(value) ? merged(there, value) : value };
  }, one);

/** The pointers of the answers that still are as they were fetched: what the person has changed is their own. Pure. */
export const stillPrefilled = ({ ui }: Form, answers: Answers, fetched: Answers): string[] =>
  prefillable(ui.elements)
    .map(([pointer]) => pointer)
    .filter((pointer) => {
      const [then, now] = [at(fetched, pointer), at(answers, pointer)];
      return then !== undefined && now !== undefined && canonicalize(then) === canonicalize(now);
    });
