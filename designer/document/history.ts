import { inverseOf } from './patch.ts';
import type { Edit, LogEntry } from './model.ts';

/** What one person can undo and redo, last first out. Folded from the log, so that it survives a reload. */
export interface History {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

/** The edits of one gesture. */
interface Step {
  readonly gesture: string;
  readonly edits: readonly Edit[];
}

export const NO_HISTORY: History = { done: [], undone: [] };

/** The history after one more entry of the same person's. Pure. */
export function remember(history: History, { kind, gesture, edit }: LogEntry): History {
  const { done, undone } = history;
  const step = { gesture, edits: [edit] };
  if (kind === 'undo') return { done: done.slice(0, -1), undone: [...undone, step] };
  if (kind === 'redo') return { done: [...done, step], undone: undone.slice(0, -1) };
  const last = done.at(-1);
  if (last?.gesture !== gesture) return { done: [...done, step], undone: [] };
  return { done: [...done.slice(0, -1), { gesture, edits: [...last.edits, edit] }], undone: [] };
}

/** What undoes, or redoes, the last step. */
export function nextBack(steps: readonly Step[]): { readonly gesture: string; readonly edit: Edit } | undefined {
  const step = steps.at(-1);
  const [first, ...rest] = step?.edits ?? [];
  if (!step || !first) return undefined;
  return { gesture: step.gesture, edit: inverseOf(rest.reduce(merged, first)) };
}

const merged = (one: Edit, other: Edit): Edit => ({
  command: one.command,
  patches: [...one.patches, ...other.patches],
  inverse: [...other.inverse, ...one.inverse],
  touches: [...new Set([...one.touches, ...other.touches])]
});
