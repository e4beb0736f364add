import type { Snippet } from 'svelte';
import type { Value } from '#runtime/definition/types.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface ValueProps {
  readonly value: Value;
  readonly vocabulary: Vocabulary;
  readonly label: string;
  readonly isAmount: boolean;
  readonly onchange: (value: Value) => void;
}

/** Calculations hold calculations: the builder draws them, so that no component imports itself. */
export type DrawValue = Snippet<[ValueProps]>;
