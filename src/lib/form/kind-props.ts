import type { Snippet } from 'svelte';
import type { ShownControl } from '#runtime/form/model.ts';
import type { Field } from './form-view.svelte.ts';
import type { Nested } from './nest.ts';

/** What each component in `kinds/` is given. */
export interface KindProps {
  readonly field: Field;
  readonly shown: ShownControl;
  /** What follows from each option. */
  readonly under: Readonly<Record<string, readonly Nested[]>>;
  /** Draws elements: those under an option, those of a row. */
  readonly draw: Snippet<[readonly Nested[]]>;
}
