import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { act, caseworker, manager, openedCase, publishExample } from '../../tests/support/example-cases.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import { isRefusal } from '../errors/refusal.ts';
import { fileDocument, type Document } from './file-document.server.ts';
import { readCase } from './read-case.server.ts';

const database = testDatabase();
const now = new Date('2026-03-03T09:00:00Z');

beforeAll(() => publishExample(database));

async function seen(id: string) {
  const found = await readCase(id, caseworker);
  if (isRefusal(found)) expect.unreachable(JSON.stringify(found));
  return found;
}

const document = (caseId: string, more: Partial<Document> = {}): Document => ({
  ...{ key: randomUUID(), caseId, handlingstyp: 'beslut', title: 'Beslut', expedierad: [] },
  file: {
    ...{ name: 'beslut.pdf', mediaType: 'application/pdf', size: 10 },
    ...{ sha256: 'ab'.repeat(32), storageKey: randomUUID() }
  },
  ...more
});

describe('a document that is sent out', () => {
  it('is expedierad to somebody and thereby upprättad, and stands in the diarium', async () => {
    const { caseId } = await openedCase();
    const wish = document(caseId, { expedierad: [{ recipient: 'Anna Sökande', how: 'e-post' }] });
    await fileDocument(wish, now);
    await fileDocument(wish, now);
    const { handlingar } = await seen(caseId);
    expect(handlingar.slice(1)).toMatchObject([
      {
        ...{
          lopnummer: 2,
          origin: 'utgaende',
          allman: { since: '2026-03-03', ground: 'expedierad' },
          registeredAt: now
        },
        acts: [{ kind: 'expedierad', recipient: 'Anna Sökande', how: 'e-post' }],
        files: [{ name: 'beslut.pdf', size: 10 }]
      }
    ]);
  });
});

describe('a document that nobody has got', () => {
  it('is arbetsmaterial', async () => {
    const { caseId } = await openedCase();
    await fileDocument(document(caseId), now);
    expect((await seen(caseId)).handlingar[1]).toMatchObject({ allman: null });
  });
});

describe('the text of a beslut', () => {
  it("is a file of the beslut's own handling", async () => {
    const { caseId } = await openedCase();
    await act(caseId, caseworker, 'klar', { at: now });
    await act(caseId, manager, 'beslut', { at: now, answers: { outcome: 'avslag', reasons: 'Nej.' } });
    const beslutId = (await seen(caseId)).beslut[0]?.id ?? '';
    await fileDocument(document(caseId, { beslutId, expedierad: [{ recipient: 'Anna', how: 'brev' }] }), now);
    const { handlingar } = await seen(caseId);
    expect(handlingar.filter((handling) => handling.beslutId === beslutId)).toMatchObject([
      { origin: 'utgaende', allman: { ground: 'expedierad' }, files: [{ name: 'beslut.pdf' }] }
    ]);
  });
});
