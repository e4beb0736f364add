import type { Refusal } from '#runtime/errors/refusal.ts';
import type { CaseTypeDocument, Edit } from '../../document/model.ts';

export const PATTERN_KEYS = [
  'supplement',
  'remiss',
  'communication',
  'approval',
  'decision',
  'namnd',
  'payment',
  'inspection',
  'appeal',
  'enforceable',
  'announcement',
  'withdrawal',
  'authority'
] as const;
export type PatternKey = (typeof PATTERN_KEYS)[number];

/** What somebody chooses before a pattern is put in. `days` is a whole number, `money` öre, `lines` what is named one a line. */
export type Setting =
  | { readonly name: string; readonly kind: 'days' | 'money'; readonly start: number }
  | { readonly name: string; readonly kind: 'lines'; readonly start: readonly string[] }
  /** An item of the delegationsordning (KL 6:37 to 40, 7:5 to 8). */
  | { readonly name: string; readonly kind: 'item'; readonly start: string };

export type Params = Readonly<Record<string, string | number | readonly string[]>>;

/**
 * Where a pattern goes: on a way, between the step that it leaves and the step that it leads to; on a way that is a beslut;
 * beside a step, which it comes back to; or on the whole flow.
 */
export type PlaceKind = 'way' | 'beslut' | 'step' | 'whole';

/** A piece of flow that is right in law, with its forms, texts, messages, documents, times and handlingstyper. */
export interface Pattern {
  readonly key: PatternKey;
  readonly place: PlaceKind;
  readonly settings: readonly Setting[];
  /**
   * Puts it into a document; what has a free key already stays, and a key that is taken gets a number. Pure.
   *
   * @param where JSON Pointer into the flow of the way or step; `''` for the whole
   * @returns the edit, or `pattern.not_here`, `pattern.no_appeal`, `pattern.delegation_missing`
   */
  readonly insert: (document: CaseTypeDocument, where: string, params: Params) => Edit | Refusal;
}
