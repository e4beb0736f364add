import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { caseworker, openedCase, publishExample } from '../../tests/support/example-cases.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import { isRefusal } from '../errors/refusal.ts';
import { addParty } from './add-party.server.ts';
import { fileDocument } from './file-document.server.ts';
import { lettersToSend, sendLetter } from './letters.server.ts';
import { readCase } from './read-case.server.ts';

const database = testDatabase();
const now = new Date('2026-03-03T09:00:00Z');

beforeAll(() => publishExample(database));

async function seen(id: string) {
  const found = await readCase(id, caseworker);
  if (isRefusal(found)) expect.unreachable(JSON.stringify(found));
  return found;
}

/** A case with a document for somebody who reads nothing on Mina sidor. */
async function waitingLetter(isProtected = false) {
  const { caseId } = await openedCase();
  const who = { name: 'Kvarnens kök AB', address: 'Kvarngatan 20\n812 30 Lindsjö', protected: isProtected };
  await addParty({ key: randomUUID(), caseId, actor: caseworker, role: 'applicant', who }, now);
  const party = (await seen(caseId)).parties.find(({ personId }) => personId === null);
  await fileDocument(
    {
      ...{ key: randomUUID(), caseId, handlingstyp: 'beslut', title: 'Beslut', expedierad: [] },
      letters: [party?.id ?? ''],
      file: {
        ...{ name: 'beslut.pdf', mediaType: 'application/pdf', size: 10 },
        sha256: 'ab'.repeat(32),
        storageKey: randomUUID()
      }
    },
    now
  );
  const letter = (await lettersToSend(caseworker)).find((one) => one.caseId === caseId);
  if (!letter) return expect.unreachable('no letter');
  return { caseId, letter };
}

describe('a document for a party who reads nothing on Mina sidor', () => {
  it('waits to be sent, with the address and the file to print', async () => {
    const { letter } = await waitingLetter();
    expect(letter).toMatchObject({
      ...{ title: 'Beslut', name: 'Kvarnens kök AB', address: ['Kvarngatan 20', '812 30 Lindsjö'], isProtected: false },
      files: [{ name: 'beslut.pdf' }]
    });
  });

  it('is expedierad and upprättad from the day it is sent, and waits no more', async () => {
    const { caseId, letter } = await waitingLetter();
    const wish = { key: randomUUID(), caseId, seq: letter.seq, actor: caseworker, letterId: letter.id };
    expect(await sendLetter({ ...wish, sentOn: '2026-03-02', how: 'Brev' }, now)).toMatchObject({
      seq: letter.seq + 1
    });
    const sent = (await seen(caseId)).handlingar.at(-1);
    expect(sent).toMatchObject({
      allman: { since: '2026-03-02', ground: 'expedierad' },
      acts: [{ kind: 'expedierad', recipient: 'Kvarnens kök AB', how: 'Brev' }]
    });
    expect((await lettersToSend(caseworker)).map(({ id }) => id)).not.toContain(letter.id);
    const again = { ...wish, key: randomUUID(), seq: letter.seq + 1, sentOn: '2026-03-03', how: 'Brev' };
    expect(await sendLetter(again, now)).toEqual({ refused: 'letter.not_found' });
  });

  it('tells neither name nor address of one who is protected', async () => {
    const { caseId, letter } = await waitingLetter(true);
    expect(letter).toMatchObject({ isProtected: true, name: null, address: [] });
    const wish = { key: randomUUID(), caseId, actor: caseworker, letterId: letter.id };
    await sendLetter({ ...wish, sentOn: '2026-03-03', how: 'Skatteverkets förmedling' }, now);
    expect(JSON.stringify((await seen(caseId)).handlingar)).not.toContain('Kvarnens kök');
  });

  it('is shown and sent by nobody who does not work with the case', async () => {
    const { caseId, letter } = await waitingLetter();
    const stranger = { ...caseworker, personId: randomUUID(), memberships: [] };
    expect(await lettersToSend(stranger)).toEqual([]);
    const wish = { key: randomUUID(), caseId, actor: stranger, letterId: letter.id, sentOn: '2026-03-03', how: 'Brev' };
    expect(await sendLetter(wish, now)).toEqual({ refused: 'access.denied' });
  });
});
