import { randomUUID } from 'node:crypto';
import { may } from '../access/permissions.ts';
import type { Actor } from '../access/model.ts';
import type { CaseTypeDocument, LogEntry } from '../edit/model.ts';
import { isRefusal, refuse, type Refusal } from '../errors/refusal.ts';
import { at } from '../form/pointer.ts';
import { currentVersions } from '../persistence/case-types.server.ts';
import { deleteDesign, insertDesign, selectDesigns, selectEditsOf } from '../persistence/designs.server.ts';
import { designerOf, documentOfRow, entryOf, openedDesign } from './design.server.ts';

/** A design as an editor opens it. */
export interface Design {
  readonly slug: string;
  readonly document: CaseTypeDocument;
  readonly seq: number;
  /** The version that it was copied from. */
  readonly basedOn: string | null;
  readonly savedAt: Date;
  readonly me: string;
  /** One's own latest edits, which one may undo. */
  readonly log: readonly LogEntry[];
}

/** How many steps back one can go after a reload. */
const MOST_UNDONE = 500;

/**
 * Starts changing a case type. The organ and unit of `settings.owner` own it. Refuses `access.denied`, `edit.key_refused` for a slug that
 * is none, and `edit.key_taken` when the case type is being changed already.
 */
export async function startDesign(
  document: CaseTypeDocument,
  actor: Actor,
  now: Date
): Promise<{ readonly slug: string } | Refusal> {
  const [slug, organ, unit] = ['slug', 'owner/organ', 'owner/unit'].map((key) => at(document, `/settings/${key}`));
  if (typeof organ !== 'string' || typeof unit !== 'string') return refuse('access.denied');
  const person = designerOf(actor, { organ, unit });
  if (isRefusal(person)) return person;
  if (typeof slug !== 'string' || !/^[a-z][a-z0-9-]{0,40}$/.test(slug))
    return refuse('edit.key_refused', { key: String(slug) });
  const [based] = await currentVersions(slug);
  const row = {
    id: randomUUID(),
    slug,
    organ,
    unit,
    based_on_id: based?.id ?? null,
    document: JSON.stringify(document)
  };
  return (await insertDesign(row, now)) ? { slug } : refuse('edit.key_taken', { key: slug });
}

/** A design with what one may undo in it; `case_type.not_found`, `access.denied`. */
export async function readDesign(slug: string, actor: Actor): Promise<Design | Refusal> {
  const opened = await openedDesign(slug, actor);
  if (isRefusal(opened)) return opened;
  const { row, person } = opened;
  return {
    slug,
    document: await documentOfRow(row),
    seq: row.seq,
    basedOn: row.based_on_id,
    savedAt: new Date(row.saved_at),
    me: person.personId,
    log: (await selectEditsOf(row.id, person.personId, MOST_UNDONE)).map(entryOf)
  };
}

/** Throws a design away with its edits; what is published stays. */
export async function discardDesign(slug: string, actor: Actor): Promise<{ readonly slug: string } | Refusal> {
  const opened = await openedDesign(slug, actor);
  if (isRefusal(opened)) return opened;
  await deleteDesign(opened.row.id);
  return { slug };
}

export interface ListedDesign {
  readonly slug: string;
  readonly edits: number;
  readonly savedAt: Date;
}

/** The designs that somebody may open. */
export async function listDesigns(actor: Actor): Promise<readonly ListedDesign[]> {
  const rows = (await selectDesigns()).filter((row) => may(actor, 'case-type.manage', row));
  return rows.map(({ slug, seq, saved_at }) => ({ slug, edits: seq, savedAt: new Date(saved_at) }));
}
