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
  /** Something by a word, or a date in the case. */
  | { readonly kind: 'date-of'; readonly word?: string; readonly label?: TextKey }
  /** Answers and facts of the case. */
  | { readonly kind: 'pointers' }
  | { readonly kind: 'rows'; readonly fields: readonly Field[]; readonly list: ListWords; readonly begin: Begin }
  /** Things by keys of their own. */
  | { readonly kind: 'named'; readonly fields: readonly Field[]; readonly list: ListWords; readonly of: Named }
  /** The key of a row, by which other parts of the case type know it. */
  | { readonly kind: 'own-key'; readonly to: 'handlingstyp' }
  | { readonly kind: 'condition' }
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

/** What is named in `case-type.json` by keys of a map. */
export type Named = 'condition' | 'delay' | 'field';

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
