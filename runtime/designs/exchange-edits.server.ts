import type { Actor } from '../access/model.ts';
import type { CaseTypeDocument, LogEntry } from '../edit/model.ts';
import { applyPatches } from '../edit/patch.ts';
import { rebase } from '../edit/rebase.ts';
import { isRefusal, refuse, type Refusal } from '../errors/refusal.ts';
import {
  addEdits,
  keepDocument,
  knownEdits,
  lockDesign,
  markPresent,
  selectDesign,
  selectEdits,
  type EditRow
} from '../persistence/designs.server.ts';
import { inTransaction, type Transaction } from '../persistence/transaction.server.ts';
import { designerOf, documentOfRow, entryOf, type Person } from './design.server.ts';

/** What an editor gives and asks: its edits, and what has happened since `seq`. */
export interface EditsGiven {
  readonly seq: number;
  readonly entries: readonly Omit<LogEntry, 'by'>[];
  /** The path that is chosen, for others to see. */
  readonly selection: string | null;
}

export interface EditsTaken {
  /** Every edit after the asked `seq`, one's own among them. */
  readonly entries: readonly LogEntry[];
  readonly savedAt: Date;
  readonly present: readonly { readonly by: string; readonly name: string; readonly at: string | null }[];
}

/** The document is written anew after this many edits. */
const EDITS_PER_DOCUMENT = 25;
const PRESENT_MS = 15_000;

/**
 * Saves edits and gives what others did. Edits are put on top of what others have done; from the first that does not fit (`edit.conflict`)
 * none is taken, and the editor asks its user. An edit that is known is taken once. Refuses `case_type.not_found`, `access.denied`.
 */
export async function exchangeEdits(
  slug: string,
  given: EditsGiven,
  { actor, now }: { readonly actor: Actor; readonly now: Date }
): Promise<EditsTaken | Refusal> {
  const row = await selectDesign(slug);
  if (!row) return refuse('case_type.not_found', { slug });
  const person = designerOf(actor, row);
  if (isRefusal(person)) return person;
  if (given.entries.length > 0)
    await inTransaction((transaction) => saveEdits(transaction, { slug, given, person }, now));
  const entries = await selectEdits(row.id, given.seq);
  const who = { personId: person.personId, selection: given.selection };
  const present = await markPresent(row.id, who, { now, since: new Date(now.getTime() - PRESENT_MS) });
  return {
    entries: entries.map(entryOf),
    savedAt: given.entries.length > 0 ? now : new Date(row.saved_at),
    present: present.map(({ person_id, name, selection }) => ({ by: person_id, name, at: selection }))
  };
}

async function saveEdits(
  transaction: Transaction,
  { slug, given, person }: { readonly slug: string; readonly given: EditsGiven; readonly person: Person },
  now: Date
): Promise<void> {
  const row = await lockDesign(transaction, slug);
  if (!row) return;
  const { run } = transaction;
  const known = await knownEdits(
    row.id,
    given.entries.map(({ id }) => id),
    run
  );
  const fresh = given.entries.filter(({ id }) => !known.has(id));
  const { document, added } = fitted(await documentOfRow(row, run), fresh);
  const rows = added.map(({ edit, ...entry }, index): EditRow => ({
    ...entry,
    seq: row.seq + index + 1,
    person_id: person.personId,
    edit: JSON.stringify(edit)
  }));
  await addEdits(transaction, row.id, rows, now);
  if (row.seq + rows.length - row.document_seq >= EDITS_PER_DOCUMENT)
    await keepDocument(transaction, row.id, JSON.stringify(document));
}

/** Edits on top of a document, as far as they fit. */
function fitted(document: CaseTypeDocument, entries: readonly Omit<LogEntry, 'by'>[]) {
  let here = document;
  const added: Omit<LogEntry, 'by'>[] = [];
  for (const entry of entries) {
    const edit = rebase(here, entry.edit);
    const done = isRefusal(edit) ? edit : applyPatches(here, edit.patches);
    if (isRefusal(edit) || isRefusal(done)) break;
    here = done.document;
    added.push({ ...entry, edit });
  }
  return { document: here, added };
}
