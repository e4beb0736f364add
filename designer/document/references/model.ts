import type { Place } from '../path.ts';

/** What is named in a case type, and so can be used. */
export type Subject =
  | 'field'
  | 'option'
  | 'element'
  | 'form'
  | 'state'
  | 'event'
  | 'condition'
  | 'delay'
  | 'decision'
  | 'handlingstyp'
  | 'message'
  | 'document';

/** What a use is part of: how it is told, and how it can be removed. */
export type UseKind =
  'condition' | 'value' | 'decision' | 'delay' | 'law' | 'flow' | 'scenario' | 'text' | 'layout' | 'handlingstyp';

/** One place that names a subject. */
export interface Reference {
  readonly to: Subject;
  /**
   * A field by its pointer in the case, with `*` for rows; an option by its field's pointer, `=` and its value; an element by form and id
   * (`application/iban`); anything else by its key.
   */
  readonly key: string;
  readonly kind: UseKind;
  readonly place: Place;
  /** Whether the last step of the place, a key, is what names it, rather than the value there. */
  readonly isKey: boolean;
  /** What stands here when the subject is called `to` instead; `to` as `key` is. */
  readonly renamed: (to: string) => string;
}
