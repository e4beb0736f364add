import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { citizen, filedBygglov, handler, publishBygglov } from '../../tests/support/bygglov-cases.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import { isRefusal } from '../errors/refusal.ts';
import { listCases } from './list-cases.server.ts';
import type { Actor } from './model.ts';
import { readCase } from './read-case.server.ts';

const database = testDatabase();
beforeAll(() => publishBygglov(database));

const manager: Actor = {
  ...{ kind: 'person', personId: randomUUID(), name: 'Cilla Chef' },
  memberships: [{ organ: 'samhallsbyggnadsnamnden', unit: null, role: 'manager' }]
};
/** Name, address, e-mail, telephone and property of the applicant, as they stand in what was filed. */
const SECRETS = ['Karin Lindqvist', 'Björkvägen', 'karin@exempel.example', '["Lindsjö Björken'];

async function seen(caseId: string, actor: Actor): Promise<string> {
  const found = await readCase(caseId, actor);
  if (isRefusal(found)) expect.unreachable(found.refused);
  const { submissions, parties, handlingar, data, timeline, assignee } = found;
  return JSON.stringify({ submissions, parties, handlingar, data, timeline, assignee });
}

describe('an applicant who got protected identity after the case was filed', () => {
  it('is masked in all that staff read, but for those who have the right, and themselves', async () => {
    const { caseId } = await filedBygglov();
    const before = await seen(caseId, handler);
    for (const secret of SECRETS) expect(before).toContain(secret);

    await database.sql('update person set protected = true where id = $1', [citizen.personId]);
    const after = await seen(caseId, handler);
    for (const secret of SECRETS) expect(after).not.toContain(secret);
    expect(after).toContain('Skyddad uppgift');
    expect(after).toContain('Ett nytt rum mot trädgården.');

    const [led, own] = [await seen(caseId, manager), await seen(caseId, citizen)];
    for (const secret of SECRETS) expect(led).toContain(secret);
    expect(own).toContain('Karin Lindqvist');

    const desk = JSON.stringify(await listCases({ actor: handler, scope: 'group' }));
    expect(desk).toContain(caseId);
    expect(desk).not.toContain('Karin Lindqvist');
    await database.sql('update person set protected = false where id = $1', [citizen.personId]);
  });
});
