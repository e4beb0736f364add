import type { Json } from '#runtime/definition/json.ts';
import type { Statute } from '#runtime/definition/types.ts';
import type { TextKey } from '#lib/text/translate.ts';
import type { CaseTypeDocument } from '../document/model.ts';

/** Values of a closed list with what they are called, in the order in which they are offered. */
export type Words = Readonly<Record<string, TextKey>>;

/** How a part of `case-type.json` is edited. */
export type Control =
  | { readonly kind: 'text'; readonly input?: 'email' | 'tel' | 'url' | 'date'; readonly example?: string }
  | { readonly kind: 'fixed' }
  | {
      readonly kind: 'number';
      readonly least: number;
      readonly most: number;
      /** What one step is worth: öre are written as kronor. */
      readonly worth?: number;
    }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'choice'; readonly of: Choices; readonly optional?: boolean; readonly asNumber?: boolean }
  /** Any number of a closed list. */
  | { readonly kind: 'choices'; readonly of: Choices }
  /** A list of texts, one a line. */
  | { readonly kind: 'lines'; readonly example?: string }
  | { readonly kind: 'duration'; readonly optional?: boolean }
  | { readonly kind: 'statute'; readonly optional?: boolean }
  /** Something by a word, or a date in the case; with `isAny` anything in the case. */
  | { readonly kind: 'date-of'; readonly word?: string; readonly label?: TextKey; readonly isAny?: boolean }
  /** Whether something is said at all, and what it begins as. */
  | { readonly kind: 'presence'; readonly begin: Json }
  /** Answers and facts of the case. */
  | { readonly kind: 'pointers' }
  | { readonly kind: 'rows'; readonly fields: readonly Field[]; readonly list: ListWords; readonly begin: Begin }
  /** Things by keys of their own. */
  | { readonly kind: 'named'; readonly fields: readonly Field[]; readonly list: ListWords; readonly of: Named }
  /** The key of a row, by which other parts of the case type know it. */
  | { readonly kind: 'own-key'; readonly to: 'handlingstyp' }
  /** A named one is never empty: others refer to it. */
  | { readonly kind: 'condition'; readonly optional?: boolean }
  /** A value that is written, or found or computed in the case. */
  | { readonly kind: 'value'; readonly isAmount?: boolean }
  /** A time: so many days or hours, or one that the case type names. */
  | { readonly kind: 'delay' }
  /** One of a closed list or a text of one's own, or where the case holds it. */
  | { readonly kind: 'source'; readonly of?: Choices; readonly isText?: boolean; readonly optional?: boolean }
  | { readonly kind: 'field-type' }
  | { readonly kind: 'classification' }
  | { readonly kind: 'route' }
  /** A text of the case type, in each of its languages. */
  | { readonly kind: 'case-text'; readonly key: string; readonly long?: boolean };

export type ControlKind = Control['kind'];

/** A list that is always the same, or one that depends on the rest of the case type. */
export type Choices = Words | ((document: CaseTypeDocument) => readonly Choice[]);
export interface Choice {
  readonly value: string;
  /** What it is called: a text of the page, or of the case type itself. */
  readonly label: TextKey | { readonly text: string };
}

/** What is named by keys of a map. */
export type Named = 'condition' | 'delay' | 'field' | 'value';

/** A new row; `key` is a free key. */
export type Begin = (key: string) => Json;

/** What a list calls itself and its rows. */
export interface ListWords {
  readonly add: TextKey;
  readonly none: TextKey;
  /** The parts of a row that tell it from the others, by their paths in it. */
  readonly told: readonly string[];
}

/** One property of `case-type.json`: what it is called, what helps, the law, and how it is edited. */
export interface Field {
  /** Below what holds it, with `/`; empty when the value is the row itself. */
  readonly path: string;
  readonly label: TextKey;
  readonly help?: TextKey;
  readonly law?: readonly Statute[];
  readonly control: Control;
}

export interface Section {
  /** In addresses. */
  readonly key: string;
  readonly title: TextKey;
  readonly about: TextKey;
  readonly fields: readonly Field[];
  /** What stands below the fields. */
  readonly beside?: 'appeal' | 'level';
}
