import type { Json, JsonObject } from '../definition/json.ts';
import type { Refusal } from '../errors/refusal.ts';

/**
 * A case type as it is edited: the parts of `CaseType` (`settings`, `forms`, `flow`, `decisions`, `texts`, `templates`, `scenarios`, `layout`)
 * as plain JSON, so that a draft that is wrong can be kept. Never changed in place. The order of keys is kept.
 */
export type CaseTypeDocument = JsonObject;

/**
 * Where a value stands: a JSON Pointer, but an element with an `id` is named `@id` and found however deep it stands, so that the path
 * holds when the element is moved: `/forms/application/ui/@iban/visibleWhen`. A text in a list is named by itself (`=iban`), what else has no
 * `id` by index.
 */
export type Path = string;

/** The one kind of change. `before` is the key or element that a new one is put before; without it, or when that is gone, it is put last. */
export type Patch =
  | { readonly op: 'put'; readonly at: Path; readonly value: Json; readonly before?: string }
  | { readonly op: 'drop'; readonly at: Path }
  | { readonly op: 'insert'; readonly into: Path; readonly value: Json; readonly before?: string }
  | { readonly op: 'remove'; readonly at: Path }
  | { readonly op: 'move'; readonly at: Path; readonly into: Path; readonly before?: string };

/** What a command does to one document. `inverse` is in the order to apply it. */
export interface Edit {
  /** Names the command in texts: `command.<name>`. */
  readonly command: string;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
  /** The elements and values that change: what is selected when the edit is undone. */
  readonly touches: readonly Path[];
}

/** A wish for a change. Pure: the same document gives the same edit. */
export type Command = (document: CaseTypeDocument) => Edit | Refusal;

/** An edit in the log of a draft, which only grows: undoing and redoing are edits too. */
export interface LogEntry {
  /** Made by the editor, so that sending twice does no harm. */
  readonly id: string;
  /** Edits of one gesture are undone together. */
  readonly gesture: string;
  readonly kind: 'do' | 'undo' | 'redo';
  /** Whose edit it is: everyone undoes their own. */
  readonly by: string;
  readonly edit: Edit;
}
