import type { Json } from '../../definition/json.ts';
import type { ControlOptions, PropertySchema, TypedSchema } from '../../definition/types.ts';

/** What a kind may know when it reads posted text. */
export interface Reading {
  /** The schema that the form gives the answer. */
  readonly schema: TypedSchema;
  /** `YYYY-MM-DD`; a personnummer without century depends on it. */
  readonly today: string;
}

/** What a kind may know when it prints an answer. */
export interface Look {
  /** `sv` or `en`; any other prints as Swedish. */
  readonly language: string;
  /** The text of an option. */
  readonly option: (value: string) => string;
  readonly options?: ControlOptions;
}

/**
 * One kind of field: everything that the core needs to know of it. The core never asks for a kind's name.
 * All functions are pure and take any JSON: a value may be what somebody typed and nobody could read.
 */
export interface Kind {
  /** The schema that a new field of this kind gets; null for what has no answer. */
  readonly schema: PropertySchema | null;
  /** Whether somebody answers it. What is computed or only informs is never missing and never posted. */
  readonly asks: boolean;
  /** Whether it is several inputs under one legend, rather than one input with a label. */
  readonly grouped: boolean;
  /** A kind of several answers: how each is read and written, by key. Posted as `<pointer>/<key>`, of a list as `<pointer>/<index>/<key>`. */
  readonly parts?: Readonly<Record<string, Kind>>;
  /** Whether its answer is a list of rows, each with the controls of `options.detail`. */
  readonly rows?: boolean;
  /** Whether its answer is a list of such parts, which come and go by the same buttons as rows. */
  readonly many?: boolean;
  /** Whether its answer is a list of references to kept files, which no posted text can make. */
  readonly files?: boolean;
  /** Whether showing it ends the application, with its text as the reason. */
  readonly stops?: boolean;
  /** HTML autocomplete token (WCAG 1.3.5), unless the form says otherwise. */
  readonly autocomplete?: string;
  /** Reads what was posted. Nothing but blanks is no answer; what cannot be read comes back as typed, for the validation to refuse. */
  readonly parse: (posted: readonly string[], reading: Reading) => Json | undefined;
  /** The text for the input, which `parse` reads back to the same value. */
  readonly write: (value: Json, language: string) => string;
  /** The answer as lines of text, for receipt, document and staff. */
  readonly format: (value: Json, look: Look) => readonly string[];
  /** What no schema can say: the keyword of a fault in a value that the schema accepts. `taken`: times that are booked, by resource. */
  readonly fault?: (
    value: Json,
    options: ControlOptions,
    taken?: Readonly<Record<string, readonly string[]>>
  ) => string | undefined;
}
