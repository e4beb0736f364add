import { may } from '../access/permissions.ts';
import type { Json } from '../definition/json.ts';
import type { CaseTypeDocument, LogEntry } from '../edit/model.ts';
import { applyPatches } from '../edit/patch.ts';
import { PlatformError } from '../errors/platform-error.ts';
import { isRefusal, refuse, type Refusal } from '../errors/refusal.ts';
import { isObject } from '../form/pointer.ts';
import type { Actor } from '../access/model.ts';
import { selectDesign, selectEdits, type DesignRow, type EditRow } from '../persistence/designs.server.ts';
import { read, type Run } from '../persistence/transaction.server.ts';

export type Person = Extract<Actor, { kind: 'person' }>;

/** Who may change a design; `access.denied` for all others. */
export function designerOf(actor: Actor, place: { organ: string; unit: string }): Person | Refusal {
  const allowed = may(actor, 'case-type.manage', place);
  return allowed && actor.kind === 'person' ? actor : refuse('access.denied');
}

/** The design of a slug as one may open it; `case_type.not_found`, `access.denied`. */
export async function openedDesign(slug: string, actor: Actor): Promise<{ row: DesignRow; person: Person } | Refusal> {
  const row = await selectDesign(slug);
  if (!row) return refuse('case_type.not_found', { slug });
  const person = designerOf(actor, row);
  return isRefusal(person) ? person : { row, person };
}

/** The document after every edit. */
export async function documentOfRow(row: DesignRow, run: Run = read): Promise<CaseTypeDocument> {
  const start: Json = JSON.parse(row.document);
  const edits = await selectEdits(row.id, row.document_seq, run);
  const patches = edits.map(entryOf).flatMap(({ edit }) => edit.patches);
  const done = isObject(start) ? applyPatches(start, patches) : refuse('edit.nowhere');
  if (isRefusal(done)) throw new PlatformError('design.unreadable', { slug: row.slug, seq: row.seq });
  return done.document;
}

export const entryOf = ({ id, gesture, kind, person_id, edit }: EditRow): LogEntry => ({
  ...{ id, gesture, kind },
  by: person_id,
  edit: JSON.parse(edit)
});
