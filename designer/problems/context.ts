import { createContext } from 'svelte';
import type { Problem } from '#runtime/definition/problem.ts';

/** What the check last said of the draft; null until it has answered. */
export interface Found {
  readonly problems: readonly Problem[] | null;
}

/** Set once by the frame of a case type, which has the draft checked while one edits. */
export const [useFound, setFound] = createContext<Found>();
