import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { act, applicant, caseworker, openedCase, publishExample, stranger } from '../../tests/support/example-cases.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import { isRefusal } from '../errors/refusal.ts';
import { rememberPerson } from '../persistence/people.server.ts';
import { addParty, type NewParty } from './add-party.server.ts';
import { listCases, listMyCases } from './list-cases.server.ts';
import { readCase } from './read-case.server.ts';

const database = testDatabase();
const now = new Date('2026-03-03T09:00:00Z');

beforeAll(() => publishExample(database));

const add = (caseId: string, more: Partial<NewParty> = {}) =>
  addParty(
    {
      key: randomUUID(),
      caseId,
      actor: caseworker,
      role: 'applicant',
      who: { personId: stranger.personId, name: stranger.name },
      ...more
    },
    now
  );

describe('somebody who is added to a case', () => {
  it('is in it as the case type says, and finds it among their own', async () => {
    const { caseId } = await openedCase();
    await add(caseId);
    const found = await readCase(caseId, caseworker);
    if (isRefusal(found)) expect.unreachable();
    expect(found.parties.at(-1)).toMatchObject({ role: 'applicant', isPart: true, name: stranger.name });
    expect((await listMyCases(stranger.personId)).map(({ id }) => id)).toEqual([caseId]);
    expect(JSON.stringify(found.timeline)).not.toContain(stranger.name);
  });

  it('is added only by who the case type names, in a role that it has', async () => {
    const { caseId } = await openedCase();
    expect(await add(caseId, { actor: stranger })).toEqual({ refused: 'access.denied' });
    expect(await add(caseId, { role: 'ombud', represents: randomUUID() })).toMatchObject({
      refused: expect.any(String)
    });
  });
});

describe('somebody who logs in for the first time', () => {
  const logIn = (personnummer: string) =>
    rememberPerson(
      { issuer: 'bankid', subject: personnummer, personnummer, name: 'Eva Ny', assurance: 'loa3', memberships: null },
      { audience: 'citizen', protection: 'open' },
      now
    );

  it('finds the cases that staff have registered for their personnummer', async () => {
    const { caseId } = await openedCase();
    await add(caseId, { who: { name: 'Eva Ny', personnummer: '189001019802' } });
    expect((await listMyCases(await logIn('189001019802'))).map(({ id }) => id)).toEqual([caseId]);
  });

  it('finds no case where whoever filled in the form wrote their personnummer', async () => {
    const { caseId } = await openedCase();
    await database.sql(
      `insert into party (id, case_id, role, is_part, sees, personnummer, added_at)
       values ($1, $2, 'party', true, '{status}', '189001029819', now())`,
      [randomUUID(), caseId]
    );
    expect(await listMyCases(await logIn('189001029819'))).toEqual([]);
  });
});

describe('somebody whose identity becomes protected', () => {
  it('is masked in the cases that were opened before', async () => {
    const { caseId } = await openedCase();
    await database.sql('update person set protected = true where id = $1', [applicant.personId]);
    const found = await readCase(caseId, caseworker);
    if (isRefusal(found)) expect.unreachable();
    expect(found.parties).toMatchObject([{ isProtected: true, name: null }]);
    await database.sql('update person set protected = false where id = $1', [applicant.personId]);
  });

  it('is named by nothing that staff read of the case, and by what they read themselves', async () => {
    const { caseId } = await openedCase();
    await act(caseId, applicant, 'aterkalla');
    await database.sql("update party set name = $2, email = 'anna@example.org' where case_id = $1", [
      caseId,
      applicant.name
    ]);
    await database.sql('update handling set correspondent = $2 where case_id = $1', [caseId, applicant.name]);
    await database.sql('update person set protected = true where id = $1', [applicant.personId]);
    const [found, own, desk] = await Promise.all([
      readCase(caseId, caseworker),
      readCase(caseId, applicant),
      listCases({ actor: caseworker, scope: 'all', closed: true })
    ]);
    await database.sql('update person set protected = false where id = $1', [applicant.personId]);
    if (isRefusal(found) || isRefusal(own)) expect.unreachable();
    const { parties, timeline, submissions, handlingar, beslut, notices, assignee } = found;
    expect(timeline.length).toBeGreaterThan(1);
    const read = JSON.stringify({ parties, timeline, submissions, handlingar, beslut, notices, assignee, desk });
    expect(read).not.toContain(applicant.name);
    expect(read).not.toContain('anna@example.org');
    expect(own.parties[0]).toMatchObject({ name: applicant.name });
  });
});
