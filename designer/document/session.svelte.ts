import { isRefusal, type Refusal } from '#runtime/errors/refusal.ts';
import { openDraft, received, resolved, runCommand, takeBack, type Draft, type DraftStart } from './draft.ts';
import { selectionAfter } from './holding.ts';
import type { CaseTypeDocument, Command, LogEntry, Path } from './model.ts';

/** What the server answers to edits, and to the question what is new. */
export interface Exchange {
  /** Every entry after the asked `seq`, one's own among them. */
  readonly entries: readonly LogEntry[];
  /** When the last entry was saved, ISO 8601. */
  readonly savedAt: string | null;
  readonly present: readonly Present[];
}

/** Somebody else who has the draft open. */
export interface Present {
  readonly by: string;
  readonly name: string;
  /** What they have chosen, if anything. */
  readonly at: Path | null;
}

export interface SessionPorts {
  /** Gives edits to the server and asks what is new since `seq`. An edit that does not fit comes back in no entry. Rejects when nobody answers. */
  readonly exchange: (seq: number, entries: readonly LogEntry[], selection: Path | null) => Promise<Exchange>;
  /** Reads the draft anew. */
  readonly reload: () => Promise<DraftStart>;
}

/** One person's editing of one draft: everything an editor of a part needs. `run` is the only way to change anything. */
export class Session {
  #draft: Draft;
  readonly #ports: SessionPorts;
  #exchanging: Promise<void> | undefined;

  /** What is chosen: an element's path, as `/forms/application/ui/@iban`. */
  selection = $state<Path | null>(null);
  savedAt = $state<string | null>(null);
  present = $state.raw<readonly Present[]>([]);
  /** Whether the last try to save failed; what is written is kept here and tried again. */
  offline = $state(false);

  constructor(start: DraftStart & { readonly savedAt: string | null }, ports: SessionPorts) {
    this.#draft = $state.raw(openDraft(start));
    this.#ports = ports;
    this.savedAt = start.savedAt;
  }

  get document(): CaseTypeDocument {
    return this.#draft.document;
  }

  get canUndo(): boolean {
    return this.#draft.history.done.length > 0;
  }

  get canRedo(): boolean {
    return this.#draft.history.undone.length > 0;
  }

  get conflict(): Draft['conflict'] {
    return this.#draft.conflict;
  }

  get unsaved(): number {
    return this.#draft.pending.length;
  }

  /** Does a command. Those with the same `gesture`, one after the other, are undone together. Gives the refusal, if any. */
  run(command: Command, gesture: string = crypto.randomUUID()): Refusal | undefined {
    return this.#take(runCommand(this.#draft, command, { id: crypto.randomUUID(), gesture }));
  }

  undo(): Refusal | undefined {
    return this.#back('undo');
  }

  redo(): Refusal | undefined {
    return this.#back('redo');
  }

  resolve(choice: 'mine' | 'theirs'): void {
    this.#draft = resolved(this.#draft, choice);
    void this.exchange();
  }

  /** Saves what is pending and fetches what others did. Called by every change, and by a clock from outside. */
  async exchange(): Promise<void> {
    await this.#exchanging;
    this.#exchanging ??= this.#exchange().finally(() => (this.#exchanging = undefined));
    await this.#exchanging;
  }

  #back(kind: 'undo' | 'redo'): Refusal | undefined {
    const refused = this.#take(takeBack(this.#draft, kind, crypto.randomUUID()));
    const touches = this.#draft.pending.at(-1)?.edit.touches ?? [];
    if (!refused) this.selection = selectionAfter(this.document, touches) ?? this.selection;
    return refused;
  }

  #take(outcome: Draft | Refusal): Refusal | undefined {
    if (isRefusal(outcome)) return outcome;
    this.#draft = outcome;
    void this.exchange();
    return undefined;
  }

  async #exchange(): Promise<void> {
    const { seq, pending, conflict } = this.#draft;
    const ready = conflict ? pending.slice(0, pending.indexOf(conflict.entry)) : pending;
    try {
      const news = await this.#ports.exchange(seq, ready, this.selection);
      const outcome = received(this.#draft, news.entries);
      this.#draft = isRefusal(outcome) ? openDraft(await this.#ports.reload()) : outcome;
      this.savedAt = news.savedAt;
      this.present = news.present;
      this.offline = false;
    } catch {
      this.offline = true;
    }
  }
}
