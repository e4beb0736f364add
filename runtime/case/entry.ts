import { leavesOf } from '../flow/active.ts';
import type { Definition, EngineState } from '../flow/model.ts';
import type { TimelineEntry } from './model.ts';

export interface Happened extends Pick<TimelineEntry, 'kind' | 'event' | 'role'> {
  /** The case before; null when it is being opened. */
  readonly before: EngineState | null;
  readonly after: EngineState;
}

/** What the timeline says of one change: which states the case was in, and which it is in now. */
export function entryOf(definition: Definition, { before, after, ...what }: Happened): TimelineEntry {
  const leaves = (state: EngineState | null): string[] =>
    state ? leavesOf(definition, state).map(({ key }) => key) : [];
  return { ...what, from: leaves(before), to: leaves(after) };
}
