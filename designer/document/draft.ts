import { isRefusal, refuse, type Refusal } from '#runtime/errors/refusal.ts';
import { NO_HISTORY, nextBack, remember, type History } from './history.ts';
import type { CaseTypeDocument, Command, Edit, LogEntry, Patch } from './model.ts';
import { applyPatches } from './patch.ts';
import { rebase } from '#runtime/edit/rebase.ts';

/** A draft as one editor holds it: what the server has, and what is on its way there. Never changed in place. */
export interface Draft {
  readonly me: string;
  /** How many entries of the log the server's document has. */
  readonly seq: number;
  readonly saved: CaseTypeDocument;
  readonly savedHistory: History;
  readonly pending: readonly LogEntry[];
  /** `saved` with `pending`: what is shown. */
  readonly document: CaseTypeDocument;
  readonly history: History;
  /** The entry of mine that does not fit what others have done; it is in `pending`, first. */
  readonly conflict: Conflict | undefined;
}

export interface Conflict {
  readonly entry: LogEntry;
  readonly path: string;
}

/** What the server has: the document after `seq` entries, and of the log what this person may undo. */
export interface DraftStart {
  readonly me: string;
  readonly seq: number;
  readonly document: CaseTypeDocument;
  readonly log: readonly LogEntry[];
}

export interface NewEntry {
  readonly id: string;
  readonly gesture: string;
}

/** A draft as it is opened. Pure. */
export function openDraft({ me, seq, document, log }: DraftStart): Draft {
  const history = log.filter(({ by }) => by === me).reduce(remember, NO_HISTORY);
  return { me, seq, saved: document, savedHistory: history, pending: [], document, history, conflict: undefined };
}

/** A draft with a command done, or the command's refusal. Pure. */
export function runCommand(draft: Draft, command: Command, entry: NewEntry): Draft | Refusal {
  const edit = command(draft.document);
  return isRefusal(edit) ? edit : added(draft, { ...entry, kind: 'do', edit });
}

/** Undoes or redoes one's own last gesture; `edit.nothing_to_undo`, or `edit.conflict` when others have changed the same since. Pure. */
export function takeBack(draft: Draft, kind: 'undo' | 'redo', id: string): Draft | Refusal {
  const back = nextBack(kind === 'undo' ? draft.history.done : draft.history.undone);
  if (!back) return refuse('edit.nothing_to_undo');
  const edit = rebase(draft.document, back.edit);
  return isRefusal(edit) ? edit : added(draft, { id, gesture: back.gesture, kind, edit });
}

function added(draft: Draft, entry: Omit<LogEntry, 'by'>): Draft | Refusal {
  const done = applyPatches(draft.document, entry.edit.patches);
  if (isRefusal(done)) return done;
  const mine = { ...entry, by: draft.me };
  return {
    ...draft,
    pending: [...draft.pending, mine],
    document: done.document,
    history: remember(draft.history, mine)
  };
}

/**
 * A draft with what the server says has happened, one's own edits among it; the rest of one's own is put on top. What no longer fits
 * is a conflict, to be asked about. `edit.nowhere` when the two have lost each other: read the draft anew. Pure.
 */
export function received(draft: Draft, entries: readonly LogEntry[]): Draft | Refusal {
  if (entries.length === 0) return draft;
  const done = applyPatches(
    draft.saved,
    entries.flatMap(({ edit }) => edit.patches)
  );
  if (isRefusal(done)) return done;
  const known = new Set(entries.map(({ id }) => id));
  const mine = entries.filter(({ by }) => by === draft.me);
  return onTop({
    ...draft,
    seq: draft.seq + entries.length,
    saved: done.document,
    savedHistory: mine.reduce(remember, draft.savedHistory),
    pending: draft.pending.filter(({ id }) => !known.has(id))
  });
}

/** Puts what is pending on top of what is saved, as far as it fits. */
function onTop(draft: Draft): Draft {
  let { saved: document, savedHistory: history } = draft;
  const pending: LogEntry[] = [];
  for (const [index, entry] of draft.pending.entries()) {
    const edit = rebase(document, entry.edit);
    if (isRefusal(edit)) {
      const path = String(edit.params?.path ?? '');
      return {
        ...draft,
        document,
        history,
        pending: [...pending, ...draft.pending.slice(index)],
        conflict: { entry, path }
      };
    }
    const done = applyPatches(document, edit.patches);
    if (!isRefusal(done)) document = done.document;
    const fitted = { ...entry, edit };
    pending.push(fitted);
    history = remember(history, fitted);
  }
  return { ...draft, document, history, pending, conflict: undefined };
}

/** Answers a conflict: one's own edit over what the others did, or without one's own. Pure. */
export function resolved(draft: Draft, choice: 'mine' | 'theirs'): Draft {
  const { conflict } = draft;
  if (!conflict) return draft;
  const others = draft.pending.filter(({ id }) => id !== conflict.entry.id);
  const edit = choice === 'mine' ? forced(draft.document, conflict.entry.edit) : undefined;
  if (!edit) return onTop({ ...draft, pending: others });
  const at = draft.pending.findIndex(({ id }) => id === conflict.entry.id);
  return onTop({ ...draft, pending: others.toSpliced(at, 0, { ...conflict.entry, edit }) });
}

/** One's own patches as far as they lead somewhere. */
function forced(document: CaseTypeDocument, edit: Edit): Edit {
  let here = document;
  const patches: Patch[] = [];
  const inverse: Patch[] = [];
  for (const patch of edit.patches) {
    const done = applyPatches(here, [patch]);
    if (isRefusal(done)) continue;
    here = done.document;
    patches.push(patch);
    inverse.unshift(...done.inverse);
  }
  return { ...edit, patches, inverse };
}
