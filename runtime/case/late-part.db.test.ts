import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { act, caseworker, manager, openedCase, publishExample } from '../../tests/support/example-cases.ts';
import { appealedByParts } from '../testing/case-types.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import { isRefusal } from '../errors/refusal.ts';
import { addParty } from './add-party.server.ts';
import { fileDocument } from './file-document.server.ts';
import { lettersToSend } from './letters.server.ts';
import { readCase } from './read-case.server.ts';
import { recordReceipt } from './record-receipt.server.ts';

const database = testDatabase();
const decidedAt = new Date('2026-03-03T09:00:00Z');
const later = new Date('2026-03-10T09:00:00Z');

beforeAll(() => publishExample(database, appealedByParts()));

async function seen(id: string) {
  const found = await readCase(id, caseworker);
  if (isRefusal(found)) expect.unreachable(JSON.stringify(found));
  return found;
}

/** A case with a beslut on paper that its only part got on 5 March. */
async function decided() {
  const { caseId } = await openedCase();
  await act(caseId, caseworker, 'klar', { at: decidedAt });
  await act(caseId, manager, 'beslut', { at: decidedAt, answers: { outcome: 'avslag', reasons: 'Bidrag gavs i år.' } });
  const { beslut, parties } = await seen(caseId);
  const [beslutId = '', partyId = ''] = [beslut[0]?.id, parties[0]?.id];
  const file = { name: 'beslut.pdf', mediaType: 'application/pdf', size: 10, sha256: 'cd'.repeat(32) };
  const paper = { key: randomUUID(), caseId, handlingstyp: 'beslut', title: 'Beslut', expedierad: [], beslutId };
  await fileDocument({ ...paper, file: { ...file, storageKey: randomUUID() } }, decidedAt);
  await recordReceipt(
    {
      key: randomUUID(),
      caseId,
      actor: caseworker,
      beslutId,
      partyId,
      receivedOn: '2026-03-05',
      how: 'brev',
      proof: null
    },
    decidedAt
  );
  expect((await seen(caseId)).beslut[0]).toMatchObject({ lagaKraftOn: '2026-03-27' });
  return caseId;
}

const join = (caseId: string, at: Date) =>
  addParty({ key: randomUUID(), caseId, actor: caseworker, role: 'applicant', who: { name: 'Sen Part' } }, at);

describe('somebody who becomes a part when the beslut is made', () => {
  it('is to get it, by post when they have never logged in, and laga kraft waits for that', async () => {
    const caseId = await decided();
    await join(caseId, later);
    const { beslut, data } = await seen(caseId);
    expect(beslut[0]).toMatchObject({ lagaKraftOn: null });
    expect(new Set(beslut[0]?.receipts.map(({ receivedOn }) => receivedOn))).toEqual(new Set(['2026-03-05', null]));
    expect(data).not.toHaveProperty('case.receivedOn');
    expect((await lettersToSend(caseworker)).filter((letter) => letter.caseId === caseId)).toMatchObject([
      { name: 'Sen Part', files: [{ name: 'beslut.pdf' }] }
    ]);
  });

  it('takes laga kraft from no beslut that has it', async () => {
    const caseId = await decided();
    await join(caseId, new Date('2026-03-27T09:00:00Z'));
    expect((await seen(caseId)).beslut[0]).toMatchObject({ lagaKraftOn: '2026-03-27' });
  });
});
