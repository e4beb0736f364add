import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { act, applicant, caseworker, manager, openedCase, publishExample } from '../../tests/support/example-cases.ts';
import { appealedByParts } from '../testing/case-types.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import { isRefusal } from '../errors/refusal.ts';
import { readCase } from './read-case.server.ts';
import { recordReceipt } from './record-receipt.server.ts';

const database = testDatabase();
const { sql } = database;
const decidedAt = new Date('2026-03-03T09:00:00Z');

beforeAll(() => publishExample(database, appealedByParts()));

async function seen(id: string) {
  const found = await readCase(id, caseworker);
  if (isRefusal(found)) expect.unreachable(JSON.stringify(found));
  return found;
}

/** A case with a beslut, and a neighbour who is a part beside the applicant. */
async function decided() {
  const { caseId } = await openedCase();
  await sql(
    "insert into party (id, case_id, role, is_part, sees, name, added_at) values ($1, $2, 'party', true, '{status}', 'Granne', now())",
    [randomUUID(), caseId]
  );
  await act(caseId, caseworker, 'klar', { at: decidedAt });
  await act(caseId, manager, 'beslut', { at: decidedAt, answers: { outcome: 'avslag', reasons: 'Bidrag gavs i år.' } });
  const { beslut, parties } = await seen(caseId);
  const [first] = beslut;
  const [one, other] = parties;
  if (!first || !one || !other) expect.unreachable();
  return { caseId, beslutId: first.id, one: one.id, other: other.id };
}

type Decided = Awaited<ReturnType<typeof decided>>;
const receipt = ({ caseId, beslutId }: Decided, partyId: string, receivedOn: string) =>
  recordReceipt(
    {
      key: randomUUID(),
      caseId,
      actor: caseworker,
      beslutId,
      partyId,
      receivedOn,
      how: 'delgivningskvitto',
      proof: null
    },
    decidedAt
  );

describe('a beslut that a part has not got', () => {
  it('has no laga kraft that anybody knows', async () => {
    const made = await decided();
    await receipt(made, made.one, '2026-03-05');
    const { beslut, data } = await seen(made.caseId);
    expect(beslut[0]).toMatchObject({ lagaKraftOn: null });
    expect(data).not.toHaveProperty('case.receivedOn');
  });
});

describe('a beslut that every part has got', () => {
  it('has laga kraft the day after the last day of the last part, by lag 1930:173', async () => {
    const made = await decided();
    await receipt(made, made.one, '2026-03-05');
    await receipt(made, made.other, '2026-03-13');
    const { beslut, data } = await seen(made.caseId);
    // Three weeks from 13 March end on Good Friday; the next working day is the Tuesday after Easter.
    expect(beslut[0]?.receipts.map(({ lastDayToAppeal }) => lastDayToAppeal).toSorted()).toEqual([
      '2026-03-26',
      '2026-04-07'
    ]);
    expect(beslut[0]).toMatchObject({ lagaKraftOn: '2026-04-08', enforceableSince: decidedAt });
    expect(data).toHaveProperty('case.receivedOn', '2026-03-13');
  });
});

describe('the day a part got a beslut', () => {
  it('is recorded by staff only, in the timeline without names, and once per key', async () => {
    const made = await decided();
    const wish = {
      key: randomUUID(),
      caseId: made.caseId,
      beslutId: made.beslutId,
      partyId: made.one,
      receivedOn: '2026-03-05',
      how: 'brev',
      proof: null
    };
    expect(await recordReceipt({ ...wish, actor: applicant }, decidedAt)).toEqual({ refused: 'access.denied' });
    const mine = { ...wish, key: randomUUID(), actor: caseworker };
    const first = await recordReceipt(mine, decidedAt);
    expect(await recordReceipt(mine, decidedAt)).toEqual(first);
    const { timeline } = await seen(made.caseId);
    expect(timeline.filter(({ entry }) => entry?.event === 'receipt')).toMatchObject([
      { entry: { kind: 'administration', details: { party: made.one, on: '2026-03-05' } } }
    ]);
  });

  it('cannot be told of somebody who is no part in it', async () => {
    const made = await decided();
    expect(await receipt(made, randomUUID(), '2026-03-05')).toEqual({ refused: 'beslut.not_found' });
  });
});
