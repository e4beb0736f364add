import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { applicant, application, caseworker, OPENED_AT, publishExample } from '../../tests/support/example-cases.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import { isRefusal } from '../errors/refusal.ts';
import { workedExample } from '../testing/case-types.ts';
import { listMyCases } from './list-cases.server.ts';
import { openCase } from './open-case.server.ts';
import { publishCaseType } from './publish-case-type.server.ts';
import { readCase } from './read-case.server.ts';

const database = testDatabase();

/** The worked example as a report that nobody may follow, and that asks nobody who they are. */
function report() {
  const example = workedExample();
  const { settings } = example;
  const parties = settings.parties.map((rule) => ({ ...rule, sees: [] }));
  const eService = { ...settings.eService, authentication: 'none', signature: 'none', level: 1 } as const;
  return { ...example, settings: { ...settings, slug: 'rapport', parties, eService } };
}

beforeAll(async () => {
  await publishExample(database);
  const outcome = await publishCaseType({ caseType: report(), templates: {} }, { kind: 'system' }, OPENED_AT);
  if ('problems' in outcome) expect.unreachable(JSON.stringify(outcome.problems));
});

async function opened(more: Parameters<typeof application>[0] = {}) {
  const outcome = await openCase(application({ caseType: { slug: 'rapport' }, ...more }), OPENED_AT);
  if (isRefusal(outcome)) expect.unreachable(JSON.stringify(outcome));
  return outcome;
}

describe('a case that who files it may not follow', () => {
  it('has no status link, not when it is sent again either', async () => {
    const key = randomUUID();
    const [first, again] = [await opened({ key }), await opened({ key })];
    expect([first.statusToken, again.statusToken]).toEqual([null, null]);
    expect(await database.sql('select 1 from status_link where case_id = $1', [first.caseId])).toEqual([]);
  });

  it('is not among their own cases, and cannot be read by them', async () => {
    const who = { personId: applicant.personId, name: applicant.name };
    const { caseId } = await opened({ channel: 'phone', actor: caseworker, applicant: who });
    expect(await listMyCases(applicant.personId)).toEqual([]);
    expect(await readCase(caseId, applicant)).toEqual({ refused: 'access.denied' });
    expect(isRefusal(await readCase(caseId, caseworker))).toBe(false);
  });
});

describe('somebody who is logged in and files where nobody is asked who they are', () => {
  it('stands nowhere in the case', async () => {
    const { caseId } = await opened();
    const rows = await database.sql(
      `select (select json_agg(p) from party p where p.case_id = c.id)::text as parties, c.data::text as data,
              (select json_agg(t) from timeline t where t.case_id = c.id)::text as timeline,
              (select json_agg(s) from submission s where s.case_id = c.id)::text as submissions
       from case_ c where c.id = $1`,
      [caseId]
    );
    expect(JSON.stringify(rows)).not.toContain(applicant.personId);
    expect(JSON.stringify(rows)).not.toContain(applicant.name);
  });
});
