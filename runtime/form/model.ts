import type { Condition } from '../definition/types.ts';
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
}

/** true, false or unknown. */
export type Truth = boolean | undefined;

/** A control that is shown: its element id and the pointer of its value in the answers. */
export interface VisibleControl {
  readonly id: string;
  readonly pointer: string;
}

/** Answers with the hidden dropped and the calculated computed, and the ids of every element that is shown. */
export interface Projection {
  readonly answers: Answers;
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
