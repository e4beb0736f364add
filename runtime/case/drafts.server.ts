import { PlatformError } from '../errors/platform-error.ts';
import { refuse, type Refusal } from '../errors/refusal.ts';
import type { Answers } from '../form/model.ts';
import { prefilledAnswers, type Prefilled } from '../form/prefill.ts';
import type { Registration } from './registration.ts';
import type { FileReference } from '../form/kinds/file.ts';
import {
  deleteDraft,
  deleteDraftFile,
  deleteDraftsExpiredBy,
  ensureEventDraft,
  insertDraft,
  insertDraftFiles,
  selectDraft,
  selectDraftFile,
  selectDraftsOf,
  selectEventDraft,
  updateDraft,
  type DraftFile,
  type DraftOwner,
  type DraftRow,
  type SavedDraft
} from '../persistence/drafts.server.ts';
import type { FileStore } from '../ports/file-store.ts';
import { isUuid } from '../uuid.ts';

export type { DraftFile, DraftOwner };

/** What a citizen has filled in and not sent: stored for the citizen (TF 2:13), read by nobody else, deleted when its time is out. */
export interface Draft {
  readonly id: string;
  /** The version whose form it is filled in on; it keeps it also when a newer one is published. */
  readonly versionId: string;
  /** As typed: what could not be read stands as it was written. */
  readonly answers: Answers;
  /** What stood in it from the start. */
  readonly prefilled: readonly Prefilled[];
  /** How it came in, when somebody at work fills it in for another. */
  readonly registration: Registration | null;
  readonly language: string;
  readonly savedAt: Date;
  readonly expiresAt: Date;
}

const DAY_MS = 86_400_000;
const draftOf = (row: DraftRow): Draft => ({
  id: row.id,
  versionId: row.version_id,
  answers: row.answers,
  // A draft of before there were several holds one by itself.
  prefilled: [row.prefilled ?? []].flat(),
  registration: row.registration,
  language: row.language,
  savedAt: new Date(row.saved_at),
  expiresAt: new Date(row.expires_at)
});

export interface NewDraft {
  readonly versionId: string;
  readonly days: number;
  readonly language: string;
  /** What is known already stands in it from the start. */
  readonly prefilled?: readonly Prefilled[];
  readonly registration?: Registration;
}

/** Begins a draft, kept for `days` days from now. Returns its id. */
export const startDraft = (
  owner: DraftOwner,
  { versionId, days, language, prefilled = [], registration }: NewDraft,
  now: Date
): Promise<string> =>
  insertDraft(owner, {
    version_id: versionId,
    language,
    prefilled: prefilled.length > 0 ? prefilled : null,
    answers: prefilledAnswers(prefilled),
    registration: registration ?? null,
    expiresAt: new Date(now.getTime() + days * DAY_MS),
    now
  });

/** The owner's draft. Refuses `draft.not_found` (also another's: nobody learns that it is there) and `draft.expired`. */
export async function readDraft(id: string, owner: DraftOwner, now: Date): Promise<Draft | Refusal> {
  const row = isUuid(id) ? await selectDraft(id, owner) : undefined;
  if (!row) return refuse('draft.not_found');
  const draft = draftOf(row);
  return draft.expiresAt <= now ? refuse('draft.expired') : draft;
}

const EVENT_DRAFT_DAYS = 30;

/**
 * What somebody is filling in for an event of a case: the same at each visit until it is sent. A caseworker may leave a beslut
 * half-written; a page that was refused because the case had changed loses nothing.
 */
export async function eventDraft(
  owner: DraftOwner,
  of: { readonly caseId: string; readonly event: string; readonly versionId: string; readonly language: string },
  now: Date
): Promise<Draft> {
  const { caseId, event, language, versionId } = of;
  const expiresAt = new Date(now.getTime() + EVENT_DRAFT_DAYS * DAY_MS);
  const row = await ensureEventDraft(owner, { caseId, event, language, version_id: versionId, expiresAt, now });
  if (!row) throw new PlatformError('draft.not_made', { event });
  return draftOf(row);
}

/** What somebody once began to fill in for an event, also when the case no longer takes it; null when they never did. */
export async function keptEventDraft(
  owner: DraftOwner,
  of: { readonly caseId: string; readonly event: string }
): Promise<Draft | null> {
  const row = await selectEventDraft(owner, of);
  return row ? draftOf(row) : null;
}

/** Somebody's drafts of applications that are still kept, last saved first. */
export const listDrafts = async (owner: DraftOwner, now: Date): Promise<Draft[]> =>
  (await selectDraftsOf(owner, now)).map(draftOf).filter(({ registration }) => registration === null);

/** What somebody at work has begun to register for others and not opened, last saved first. */
export const listRegistrations = async (personId: string, now: Date): Promise<Draft[]> =>
  (await selectDraftsOf({ personId }, now)).map(draftOf).filter(({ registration }) => registration !== null);

/** Keeps the answers as they are, right or wrong. */
export async function saveDraft(
  id: string,
  owner: DraftOwner,
  saved: SavedDraft
): Promise<Refusal | { readonly savedAt: Date }> {
  return (await updateDraft(id, owner, saved)) ? { savedAt: saved.now } : refuse('draft.not_found');
}

/** Throws a draft away with its files, as its owner asks. */
export async function discardDraft(id: string, owner: DraftOwner, files: FileStore): Promise<void> {
  for (const key of isUuid(id) ? await deleteDraft(id, owner) : []) await files.delete(key);
}

/** Deletes every draft whose time has passed, with its files: the citizen was told that it would be. */
export async function deleteExpiredDrafts(files: FileStore, now: Date): Promise<void> {
  for (const key of await deleteDraftsExpiredBy(now)) await files.delete(key);
}

/** Records files that are already in the store as the draft's; gives the references that stand in the answers. */
export async function keepDraftFiles(
  draftId: string,
  files: readonly DraftFile[],
  now: Date
): Promise<readonly FileReference[]> {
  if (files.length > 0) await insertDraftFiles(draftId, files, now);
  return files.map(({ id, name, size, mediaType }) => ({ id, name, size, type: mediaType }));
}

/** A file of a draft that the caller has read as its owner. */
export const readDraftFile = async (draftId: string, id: string): Promise<DraftFile | Refusal> =>
  (isUuid(id) ? await selectDraftFile(draftId, id) : undefined) ?? refuse('draft.not_found');

/** Takes a file out of a draft that the caller has read as its owner. */
export async function removeDraftFile(draftId: string, id: string, files: FileStore): Promise<void> {
  const key = isUuid(id) ? await deleteDraftFile(draftId, id) : undefined;
  if (key) await files.delete(key);
}
