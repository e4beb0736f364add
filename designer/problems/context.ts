import { createContext } from 'svelte';
import type { LevelStep } from '#runtime/check/level.ts';
import type { Problem } from '#runtime/definition/problem.ts';
import type { CaseTypeDocument } from '../document/model.ts';

/** What the check last said of the draft; null until it has answered. */
export interface Found {
  readonly problems: readonly Problem[] | null;
  /** The document that they were found in, which one may have changed since. */
  readonly document: CaseTypeDocument | null;
  /** What is missing for each level; undefined until it has answered, and while the flow is not sound. */
  readonly steps: readonly LevelStep[] | undefined;
}

/** Set once by the frame of a case type, which has the draft checked while one edits. */
export const [useFound, setFound] = createContext<Found>();
