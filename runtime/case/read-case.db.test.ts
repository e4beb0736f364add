import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  act,
  applicant,
  caseworker,
  manager,
  OPENED_AT,
  openedCase,
  publishExample,
  stranger
} from '../../tests/support/example-cases.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import { isRefusal } from '../errors/refusal.ts';
import { workedExample } from '../testing/case-types.ts';
import { actOnCase } from './act-on-case.server.ts';
import { assignCase } from './assign-case.server.ts';
import type { Actor } from './model.ts';
import { publishCaseType } from './publish-case-type.server.ts';
import { readCase } from './read-case.server.ts';

const database = testDatabase();
const later = new Date('2026-03-03T09:00:00Z');

beforeAll(() => publishExample(database));

async function seen(id: string, actor: Actor) {
  const found = await readCase(id, actor);
  if (isRefusal(found)) expect.unreachable(JSON.stringify(found));
  return found;
}

/** A case that the manager has decided on. */
async function decided() {
  const { caseId } = await openedCase();
  await act(caseId, caseworker, 'klar', { at: later });
  const outcome = await act(caseId, manager, 'beslut', {
    at: later,
    answers: { outcome: 'avslag', reasons: 'Föreningen har fått bidrag i år.' }
  });
  if (isRefusal(outcome)) expect.unreachable(JSON.stringify(outcome));
  return caseId;
}

describe('a case as the caseworker sees it', () => {
  it('holds the application as it was shown, and whose it is', async () => {
    const { caseId } = await openedCase();
    const { submissions, parties, handlingar, data } = await seen(caseId, caseworker);
    expect(submissions).toMatchObject([{ form: 'application', submittedBy: { name: applicant.name } }]);
    expect(JSON.stringify(submissions[0]?.snapshot)).toContain('IF Test');
    expect(parties).toMatchObject([{ role: 'applicant', isPart: true, name: applicant.name }]);
    expect(handlingar).toMatchObject([
      { lopnummer: 1, origin: 'inkommen', allman: { since: '2026-03-02', ground: 'inkommen' } }
    ]);
    expect(data).toHaveProperty('application.name', 'IF Test');
  });

  it('offers the events that the caseworker may send', async () => {
    const { caseId } = await openedCase();
    expect((await seen(caseId, caseworker)).events.map(({ event }) => event)).toEqual(['begar-komplettering', 'klar']);
    expect((await seen(caseId, manager)).events).toEqual([]);
  });

  it('tells the beslut with who made it, on what delegation, and that no part has got it', async () => {
    const { beslut, timeline } = await seen(await decided(), caseworker);
    expect(beslut).toMatchObject([
      {
        ...{
          kind: 'delegationsbeslut',
          outcome: 'avslag',
          delegation: 'KFN-3.2',
          decidedBy: { name: manager.name },
          lagaKraftOn: null
        },
        receipts: [{ receivedOn: null, lastDayToAppeal: null }]
      }
    ]);
    expect(timeline.map(({ entry, actor }) => [entry?.event, actor?.name])).toEqual([
      ['open', applicant.name],
      ['klar', caseworker.name],
      ['beslut', manager.name]
    ]);
  });

  it('says nothing of somebody with protected identity but the role', async () => {
    const { caseId } = await openedCase({
      actor: caseworker,
      channel: 'letter',
      applicant: { name: 'Gömd Person', email: 'g@example.se', protected: true }
    });
    const { parties } = await seen(caseId, caseworker);
    expect(parties).toMatchObject([{ role: 'applicant', isProtected: true, name: null, email: null }]);
  });
});

describe('a case as the applicant sees it', () => {
  it('holds status, own answers and beslut, and no data of the authority', async () => {
    const mine = await seen(await decided(), applicant);
    expect(mine).toMatchObject({ data: null, handlingar: [], timeline: [], beslut: [{ outcome: 'avslag' }] });
    expect(mine.status.textKey).toMatch(/^state\./);
  });
});

describe('a case of others', () => {
  it('is refused to who has nothing to do with it, and so is all that could change it', async () => {
    const { caseId } = await openedCase();
    expect(await readCase(caseId, stranger)).toEqual({ refused: 'access.denied' });
    expect(await readCase(caseId, { kind: 'anonymous' })).toEqual({ refused: 'access.denied' });
    expect(await readCase('inget-id', caseworker)).toEqual({ refused: 'case.not_found' });
    const wish = { caseId, actor: stranger, seq: 0 };
    expect(await assignCase({ ...wish, key: randomUUID(), to: { personId: null } }, OPENED_AT)).toEqual({
      refused: 'access.denied'
    });
    expect(await actOnCase({ ...wish, key: randomUUID(), event: 'klar' }, OPENED_AT)).toEqual({
      refused: 'access.denied'
    });
  });

  it('is not there where it is secret in itself that somebody has one (OSL 26:1)', async () => {
    const caseType = workedExample();
    const settings = {
      ...{ ...caseType.settings, slug: 'hemligt' },
      eService: { ...caseType.settings.eService, authentication: 'optional', signature: 'none' },
      securityClass: { confidentiality: 3, integrity: 3, availability: 3 }
    } as const;
    await publishCaseType({ caseType: { ...caseType, settings }, templates: {} }, { kind: 'system' }, OPENED_AT);
    const { caseId } = await openedCase({ caseType: { slug: 'hemligt' } });
    const wish = { key: randomUUID(), caseId, actor: stranger, seq: 0, to: { personId: null } };
    expect(await readCase(caseId, stranger)).toEqual({ refused: 'case.not_found' });
    expect(await assignCase(wish, OPENED_AT)).toEqual({ refused: 'case.not_found' });
  });
});
