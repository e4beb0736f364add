import type { Snippet } from 'svelte';
import type { Place } from '../../document/path.ts';
import type { Field } from '../model.ts';

/** What each control is given. It reads and writes the draft itself. */
export interface ControlProps {
  readonly field: Field;
  /** Where the value stands in the document. */
  readonly place: Place;
  /** Of the control itself, which has a label for it already when it is a single one. */
  readonly id: string;
  /** Ids of help and faults; undefined when there are none. */
  readonly describedby: string | undefined;
  readonly draw: DrawFields;
}

/** Rows hold fields, and fields hold rows: the editor draws both, so that neither imports the other. */
export type DrawFields = Snippet<[{ readonly fields: readonly Field[]; readonly place: Place }]>;
