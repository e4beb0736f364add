import { createHash, randomUUID } from 'node:crypto';
import type { QueryResultRow } from 'pg';
import type { Answers } from '../form/model.ts';
import type { Registration } from '../case/registration.ts';
import type { Prefilled } from '../form/prefill.ts';
import { connection, read, type Transaction } from './transaction.server.ts';

/**
 * Whose draft it is: a logged-in person's, an organisation's, or the browser's that holds the token. `begunById`: an ombud, who has only
 * what they began for the person themselves; the person has all that is theirs.
 */
export type DraftOwner =
  | { readonly personId: string; readonly begunById?: string }
  | { readonly organisationsnummer: string }
  | { readonly token: string };

export interface DraftRow {
  readonly id: string;
  readonly version_id: string;
  readonly answers: Answers;
  readonly prefilled: Prefilled | readonly Prefilled[] | null;
  readonly registration: Registration | null;
  readonly language: string;
  /** Instants as text, which is what this pool's type parsers give. */
  readonly saved_at: string;
  readonly expires_at: string;
}

/** A file of a draft, as it was kept. */
export interface DraftFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly storageKey: string;
  readonly scan: string;
}

const hashOf = (token: string) => createHash('sha256').update(token).digest();
const person = (owner: DraftOwner) => ('personId' in owner ? owner.personId : null);
const token = (owner: DraftOwner) => ('token' in owner ? hashOf(owner.token) : null);
const ombud = (owner: DraftOwner) => ('personId' in owner ? (owner.begunById ?? null) : null);
const organisation = (owner: DraftOwner) => ('organisationsnummer' in owner ? owner.organisationsnummer : null);
const keyOf = (owner: DraftOwner) => [person(owner), token(owner), organisation(owner), ombud(owner)];
/** By `keyOf`, as the parameters from the second on. */
const OWNED =
  '((person_id = $2 and ($5::uuid is null or begun_by_id = $5)) or token_hash = $3 or organisationsnummer = $4)';

const ADD = {
  name: 'add-draft',
  text: `insert into draft (id, person_id, token_hash, organisationsnummer, begun_by_id, version_id, language, created_at, saved_at, expires_at,
      answers, prefilled, registration) values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10, $11, $12)`
};

export async function insertDraft(
  owner: DraftOwner,
  draft: Pick<DraftRow, 'version_id' | 'language' | 'answers' | 'registration'> & {
    readonly prefilled: readonly Prefilled[] | null;
    readonly now: Date;
    readonly expiresAt: Date;
  }
): Promise<string> {
  const id = randomUUID();
  await read(ADD, [
    ...[id, ...keyOf(owner), draft.version_id, draft.language, draft.now, draft.expiresAt],
    ...[draft.answers, draft.prefilled && JSON.stringify(draft.prefilled), draft.registration]
  ]);
  return id;
}

const COLUMNS = 'id, version_id, answers, prefilled, registration, language, saved_at, expires_at';
const FIND = { name: 'find-draft', text: `select ${COLUMNS} from draft where id = $1 and ${OWNED}` };

/** The draft, if it is this owner's; also one that has expired and is not deleted yet. */
export async function selectDraft(id: string, owner: DraftOwner): Promise<DraftRow | undefined> {
  const [row] = await read<DraftRow & QueryResultRow>(FIND, [id, ...keyOf(owner)]);
  return row;
}

const ADD_FOR_EVENT = {
  name: 'add-event-draft',
  text: `insert into draft (id, person_id, token_hash, organisationsnummer, begun_by_id, version_id, case_id, event, answers, language, created_at, saved_at, expires_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, '{}', $9, $10, $10, $11) on conflict do nothing`
};
const FIND_FOR_EVENT = {
  name: 'find-event-draft',
  text: `select ${COLUMNS} from draft where case_id = $1 and ${OWNED} and event = $6
    order by begun_by_id nulls first limit 1`
};

/** The owner's draft for an event of a case, made empty if there is none. One for each owner: two pages of one person share it. */
export async function ensureEventDraft(
  owner: DraftOwner,
  draft: Pick<DraftRow, 'version_id' | 'language'> & {
    readonly caseId: string;
    readonly event: string;
    readonly now: Date;
    readonly expiresAt: Date;
  }
): Promise<DraftRow | undefined> {
  await read(ADD_FOR_EVENT, [
    ...[randomUUID(), ...keyOf(owner), draft.version_id, draft.caseId, draft.event],
    ...[draft.language, draft.now, draft.expiresAt]
  ]);
  return selectEventDraft(owner, draft);
}

/** What an owner keeps for an event of a case; undefined when they never opened its form. */
export async function selectEventDraft(
  owner: DraftOwner,
  { caseId, event }: { readonly caseId: string; readonly event: string }
): Promise<DraftRow | undefined> {
  const [row] = await read<DraftRow & QueryResultRow>(FIND_FOR_EVENT, [caseId, ...keyOf(owner), event]);
  return row;
}

export async function selectDraftsOf(owner: DraftOwner, now: Date): Promise<DraftRow[]> {
  const { rows } = await (
    await connection()
  ).query<DraftRow>(
    `select ${COLUMNS} from draft
     where $1::timestamptz < expires_at and ${OWNED} and case_id is null order by saved_at desc`,
    [now, ...keyOf(owner)]
  );
  return rows;
}

/** What is kept of a draft, right or wrong. */
export interface SavedDraft {
  readonly answers: Answers;
  /** Left as it was when there is none. */
  readonly registration?: Registration | null;
  readonly now: Date;
}

const SAVE = {
  name: 'save-draft',
  text: `update draft set answers = $6, saved_at = $7, registration = coalesce($8, registration) where id = $1 and ${OWNED} returning id`
};

/** False when the draft is not there, or not this owner's. */
export async function updateDraft(
  id: string,
  owner: DraftOwner,
  { answers, registration = null, now }: SavedDraft
): Promise<boolean> {
  const values = [id, ...keyOf(owner), JSON.stringify(answers), now, registration];
  return (await read(SAVE, values)).length === 1;
}

/** Deletes a draft of this owner with the rows of its files; gives their storage keys, to be erased from the store. */
export async function deleteDraft(id: string, owner: DraftOwner): Promise<string[]> {
  const { rows } = await (
    await connection()
  ).query<{ storage_key: string }>(
    `with gone as (delete from draft where id = $1 and ${OWNED} returning id)
     delete from file using gone where file.draft_id = gone.id and file.handling_id is null returning storage_key`,
    [id, ...keyOf(owner)]
  );
  return rows.map((row) => row.storage_key);
}

/** Deletes every draft whose time has passed; gives the storage keys of their files. */
export async function deleteDraftsExpiredBy(now: Date): Promise<string[]> {
  const { rows } = await (
    await connection()
  ).query<{ storage_key: string }>(
    `with gone as (delete from draft where expires_at <= $1 returning id)
     delete from file using gone where file.draft_id = gone.id and file.handling_id is null returning storage_key`,
    [now]
  );
  return rows.map((row) => row.storage_key);
}

export async function insertDraftFiles(draftId: string, files: readonly DraftFile[], now: Date): Promise<void> {
  await (
    await connection()
  ).query(
    `insert into file (id, draft_id, name, media_type, size, sha256, storage_key, scan, uploaded_at)
     select (f->>'id')::uuid, $1, f->>'name', f->>'mediaType', (f->>'size')::bigint, decode(f->>'sha256', 'hex'), f->>'storageKey', f->>'scan', $3
     from jsonb_array_elements($2::jsonb) f`,
    [draftId, JSON.stringify(files), now]
  );
}

export async function selectDraftFile(draftId: string, id: string): Promise<DraftFile | undefined> {
  const { rows } = await (
    await connection()
  ).query<DraftFile>(
    `select id, name, media_type as "mediaType", size::int as size, encode(sha256, 'hex') as sha256, storage_key as "storageKey", scan
     from file where draft_id = $1 and id = $2`,
    [draftId, id]
  );
  return rows[0];
}

/** The storage key of the deleted row, to be erased from the store. */
export async function deleteDraftFile(draftId: string, id: string): Promise<string | undefined> {
  const { rows } = await (
    await connection()
  ).query<{ storage_key: string }>('delete from file where draft_id = $1 and id = $2 returning storage_key', [
    draftId,
    id
  ]);
  return rows[0]?.storage_key;
}

const HELD = { name: 'held-draft', text: `select id from draft where id = $1 and ${OWNED} and version_id = $6` };

/** Whether a draft is there, is this owner's, and was made for this version of a case type. */
export const holdsDraft = async (
  { id, owner, versionId }: { readonly id: string; readonly owner: DraftOwner; readonly versionId: string },
  { run }: Transaction
): Promise<boolean> => (await run<{ id: string }>(HELD, [id, ...keyOf(owner), versionId])).length === 1;
