import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../tests/support/test-database.ts';
import { memoryFileStore } from '../testing/memory-file-store.ts';
import {
  deleteExpiredDrafts,
  discardDraft,
  keepDraftFiles,
  listDrafts,
  readDraft,
  readDraftFile,
  removeDraftFile,
  saveDraft,
  startDraft
} from './drafts.server.ts';

const { sql } = testDatabase();
const now = new Date('2026-11-21T09:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const alva = { personId: randomUUID() };
const browser = { token: 'a-token-of-one-browser' };
let versionId: string;

beforeAll(async () => {
  versionId = randomUUID();
  await sql(
    `insert into case_type_version (id, slug, number, hash, parts, published_at) values ($1, 'prov', 1, '\\x00', '{}', $2)`,
    [versionId, now]
  );
  await sql(
    `insert into person (id, issuer, subject, name, created_at) values ($1, 'test', 'alva', 'Alva Testberg', $2)`,
    [alva.personId, now]
  );
});

const begin = (owner: { personId: string } | { token: string }) =>
  startDraft(owner, { versionId, days: 30, language: 'sv' }, now);

async function withFile(draftId: string) {
  const files = memoryFileStore();
  const stored = await files.write(Readable.from([Buffer.from('%PDF-1.7')]));
  const [reference] = await keepDraftFiles(
    draftId,
    [
      {
        id: randomUUID(),
        name: 'ritning.pdf',
        mediaType: 'application/pdf',
        scan: 'not-scanned',
        storageKey: stored.key,
        size: stored.size,
        sha256: stored.sha256
      }
    ],
    now
  );
  return { files, id: reference?.id ?? '' };
}

describe('a draft', () => {
  it('keeps what was typed, also what nobody can read', async () => {
    const id = await begin(browser);
    await saveDraft(id, browser, { answers: { area: 'tjugofyra' }, now: later(1) });
    expect(await readDraft(id, browser, later(2))).toMatchObject({ answers: { area: 'tjugofyra' }, savedAt: later(1) });
  });

  it('is not there for anybody else', async () => {
    const id = await begin(alva);
    for (const other of [browser, { personId: randomUUID() }, { token: id }]) {
      expect(await readDraft(id, other, now)).toEqual({ refused: 'draft.not_found' });
      expect(await saveDraft(id, other, { answers: { x: 1 }, now })).toEqual({ refused: 'draft.not_found' });
    }
    expect(await readDraft('not-an-id', alva, now)).toEqual({ refused: 'draft.not_found' });
  });

  it('stands on its owner’s list until its time is out, and is then deleted with its files', async () => {
    const id = await begin(alva);
    const { files } = await withFile(id);
    expect((await listDrafts(alva, later(29))).map((draft) => draft.id)).toContain(id);
    expect(await readDraft(id, alva, later(30))).toEqual({ refused: 'draft.expired' });
    await deleteExpiredDrafts(files, later(30));
    expect(files.contents.size).toBe(0);
    expect(await sql('select 1 from draft where id = $1', [id])).toEqual([]);
  });

  it('is gone with its files when its owner throws it away', async () => {
    const id = await begin(browser);
    const { files } = await withFile(id);
    await discardDraft(id, alva, files);
    expect(files.contents.size).toBe(1);
    await discardDraft(id, browser, files);
    expect(files.contents.size).toBe(0);
    expect(await readDraft(id, browser, now)).toEqual({ refused: 'draft.not_found' });
  });

  it('holds its files by reference, and only its own', async () => {
    const id = await begin(browser);
    const file = await withFile(id);
    expect(await readDraftFile(id, file.id)).toMatchObject({ name: 'ritning.pdf', size: 8 });
    expect(await readDraftFile(await begin(browser), file.id)).toEqual({ refused: 'draft.not_found' });
    await removeDraftFile(id, file.id, file.files);
    expect(file.files.contents.size).toBe(0);
    expect(await readDraftFile(id, file.id)).toEqual({ refused: 'draft.not_found' });
  });
});
