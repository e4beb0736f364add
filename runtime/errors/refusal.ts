import type { ErrorCode, ErrorParams } from './codes.ts';

/** An expected "no": a value, never thrown. `faults` says what is wrong in the answers of a form. */
export interface Refusal {
  readonly refused: ErrorCode;
  readonly params?: ErrorParams;
  readonly faults?: readonly AnswerFault[];
}

/** One fault in an answer. `pointer` is a JSON Pointer into the answers of the form; `code` is the keyword that failed. */
export interface AnswerFault {
  readonly pointer: string;
  readonly code: string;
  readonly params?: ErrorParams;
}

export const refuse = (refused: ErrorCode, params?: ErrorParams): Refusal =>
  params ? { refused, params } : { refused };

/** Narrows an outcome to its refusal. */
export const isRefusal = (outcome: object): outcome is Refusal => 'refused' in outcome;
