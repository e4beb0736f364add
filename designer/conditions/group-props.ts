import type { Snippet } from 'svelte';
import type { Condition } from '#runtime/definition/types.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a group of conditions is edited by. */
export interface GroupProps {
  readonly condition: Condition | undefined;
  readonly vocabulary: Vocabulary;
  /** What the group is about, for those who hear it. */
  readonly label: string;
  /** A group within another keeps its shape also with a single line, so that a second can be added. */
  readonly nested?: boolean;
  /** Opens with a line to fill in. */
  readonly begin?: boolean;
  readonly onchange: (condition: Condition | undefined) => void;
}

/** Groups hold lines, and lines on lists hold groups: the builder draws both, so that neither imports the other. */
export type DrawGroup = Snippet<[GroupProps]>;
