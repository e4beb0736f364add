import type { Category, Condition, Control, Group, HorizontalLayout, Label } from '../definition/types.ts';
import type { Json, JsonObject } from '../definition/json.ts';
import type { AnswerFault } from '../errors/refusal.ts';

/** The answers of one form: an object shaped by the form's schema. */
export type Answers = JsonObject;

/** The one document of a case, which is also the machine's context: `/application`, `/<form>`, `/case`, `/fields`, `/results`. */
export type CaseData = JsonObject;

/** What a condition or a value is evaluated in. Pure: the day comes in. */
export interface Environment {
  readonly data: CaseData;
  /** The current row of a repeating group. */
  readonly item?: Json;
  /** The day of the event in Europe/Stockholm, `YYYY-MM-DD`. */
  readonly today: string;
  /** Named conditions of the case type. */
  readonly conditions: Readonly<Record<string, Condition>>;
  /** Times that are booked already, by what they are booked of. */
  readonly taken?: Readonly<Record<string, readonly string[]>>;
}

/** true, false or unknown. */
export type Truth = boolean | undefined;

/** A control that is shown: its element id and the pointer of its value in the answers. */
export interface VisibleControl {
  readonly id: string;
  readonly pointer: string;
}

/** A page, a group or a line of controls that is shown, with what is shown in it. */
export interface ShownBlock<E extends Category | Group | HorizontalLayout = Category | Group | HorizontalLayout> {
  readonly type: 'block';
  readonly element: E;
  readonly children: readonly Shown[];
}

/** A text that is shown. */
export interface ShownText {
  readonly type: 'text';
  readonly element: Label;
}

/** A question, or a calculated value, that is shown. */
export interface ShownControl {
  readonly type: 'control';
  readonly element: Control;
  /** JSON Pointer of its value in the answers of the form. */
  readonly pointer: string;
  readonly value: Json | undefined;
  /** The rows of a repeating group, each with what is shown in it. */
  readonly rows?: readonly (readonly Shown[])[];
}

export type Shown = ShownBlock | ShownText | ShownControl;

/** Answers with the hidden dropped and the calculated computed, and everything that is shown, in document order. */
export interface Projection {
  readonly answers: Answers;
  readonly pages: readonly ShownBlock<Category>[];
  /** Every control that is shown, also those in rows. */
  readonly controls: readonly VisibleControl[];
  /** Ids of visible categories, groups, labels and controls outside repeating rows. */
  readonly elements: ReadonlySet<string>;
}

/** Projected answers and what is wrong with them; no faults means valid. */
export interface Validated {
  readonly answers: Answers;
  readonly faults: readonly AnswerFault[];
  readonly projection: Projection;
}
