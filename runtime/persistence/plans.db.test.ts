import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act, applicant, caseworker, openedCase, publishExample } from '../../tests/support/example-cases.ts';
import { believeLarge, explainer, type Explainer } from '../../tests/support/plans.ts';
import { hearStatements } from '../../tests/support/statements.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import type { Actor } from '../access/model.ts';
import { listDeadJobs } from '../case/dead-jobs.server.ts';
import { listDrafts, listRegistrations } from '../case/drafts.server.ts';
import { lettersToSend } from '../case/letters.server.ts';
import { countCases, listCases } from '../case/list-cases.server.ts';
import { askedOf, countPartyCases, listPartyCases } from '../case/party-cases.server.ts';
import { readPartyCase } from '../case/party-case.server.ts';
import { readCase } from '../case/read-case.server.ts';
import { readStatus } from '../case/read-status.server.ts';
import { issueReceipt, readReceipt } from '../case/receipts.server.ts';
import { searchCatalogue } from '../case/search-catalogue.server.ts';
import { listCaseTypes } from '../designs/overview.server.ts';
import { readSession, startSession } from '../identity/sessions.server.ts';
import { listGroups } from '../organisation/groups.server.ts';
import { readLog } from '../organisation/log.server.ts';
import { listOrgans } from '../organisation/organs.server.ts';
import { listColleagues } from '../organisation/people.server.ts';
import { fullmakterIn, fullmakterOf, fullmakterTo } from './fullmakter.server.ts';
import { heldMandates } from './mandates.server.ts';
import { noticesDown, noticesUp } from './notices.server.ts';
import { closeDatabase } from './orm.server.ts';

const database = testDatabase();
const NOW = new Date('2026-03-10T08:00:00Z');

/** What grows with the years. */
const LARGE = [
  ...[
    'beslut',
    'beslut_receipt',
    'booking',
    'case_',
    'co_signer',
    'command',
    'draft',
    'file',
    'fullmakt',
    'handling',
    'handling_act'
  ],
  ...['letter', 'mail', 'notice', 'party', 'payment', 'person', 'receipt', 'registration', 'session', 'signature'],
  ...['status_link', 'submission', 'timeline', 'timer', 'waiting']
];

const ORGAN = 'kultur-fritidsnamnden';
const here: Actor = { ...caseworker, memberships: [{ organ: ORGAN, unit: 'foreningsstod', role: 'caseworker' }] };
const registrar: Actor = { ...caseworker, memberships: [{ organ: ORGAN, unit: null, role: 'registrar' }] };
const administrator: Actor = {
  ...caseworker,
  administers: true,
  memberships: [{ organ: ORGAN, unit: null, role: 'administrator' }]
};
let caseId = '';
let statusToken = '';
let receipt = '';
let session = '';
let explain: Explainer;
let hear: Awaited<ReturnType<typeof hearStatements>>;

beforeAll(async () => {
  await publishExample(database);
  for (let count = 0; count < 12; count += 1) {
    const { caseId: id } = await openedCase(count % 2 ? { applicant: { kind: 'person', identified: false } } : {});
    if (count % 3) await act(id, caseworker, 'begar-komplettering');
  }
  const last = await openedCase();
  [caseId, statusToken] = [last.caseId, last.statusToken ?? ''];
  receipt = await issueReceipt(caseId, NOW);
  session = await startSession(caseworker.personId, 'staff');
  await database.sql(`insert into unit (organ_key, key, name) values ('${ORGAN}', 'annan', 'Annan')`);
  await database.sql(
    `update case_ set unit_key = 'annan' where id in (select id from case_ where id <> $1 order by number limit 8)`,
    [caseId]
  );
  await database.sql('update case_ set assignee_id = $1 where id in (select id from case_ order by number limit 4)', [
    caseworker.personId
  ]);
  // Each case is somebody else's.
  await database.sql(`insert into person (id, issuer, subject, name, created_at)
    select md5(id::text)::uuid, 'test', id::text, 'Andersson ' || left(id::text, 4), now() from case_`);
  // A few wait for whom they are by personnummer: where nobody does, two indexes are as good, and which is read is chance.
  await database.sql(
    `update party set person_id = md5(case_id::text)::uuid
    where case_id <> $1 and case_id not in (select id from case_ order by number limit 3)`,
    [caseId]
  );
  await database.sql(
    'update party set person_id = null where case_id in (select id from case_ order by number limit 3)'
  );
  await database.sql(
    `update case_ set legal_state = 'avslutat', closed_at = now(), queue_roles = '{}'
    where id in (select id from case_ where id <> $1 order by number desc limit 5)`,
    [caseId]
  );
  await believeLarge(database, LARGE, 100_000);
  await closeDatabase();
  hear = await hearStatements();
  explain = await explainer(database);
});

afterAll(() => explain.end());

const COMPANY = { kind: 'organisation', organisationsnummer: '5599990016', name: 'Bolaget' } as const;
const SIGNS = { id: null, ground: 'signatory', caseTypes: null, organ: null } as const;

async function minePage(actor: typeof applicant) {
  const { actsFor } = actor;
  const owner = actsFor ? COMPANY : { personId: actor.personId };
  await askedOf({ actor, personnummer: '189001019802', language: 'sv' }, NOW);
  await countPartyCases(actor, 'sv');
  for (const ended of [false, true]) await listPartyCases({ actor, ended, limit: 20, language: 'sv' });
  return listDrafts(owner, NOW);
}

/** The pages that read from the database, and how each does. */
const PAGES: Readonly<Record<string, () => Promise<unknown>>> = {
  'every page of one who is logged in': () => readSession(session),
  'desk, counts': () => countCases({ actor: here }),
  'desk, mine': () => listCases({ actor: here, scope: 'mine' }),
  'desk, group': () => listCases({ actor: here, scope: 'group' }),
  'desk, unassigned': () => listCases({ actor: here, scope: 'unassigned' }),
  'desk, all': () => listCases({ actor: here, scope: 'all' }),
  'desk, all by change': () => listCases({ actor: here, scope: 'all', sort: 'changed' }),
  'desk, closed': () => listCases({ actor: here, scope: 'all', closed: true }),
  'desk of a registrar': () => listCases({ actor: registrar, scope: 'all' }),
  'desk, sought': () => listCases({ actor: here, scope: 'all', search: 'Andersson' }),
  'desk, counts of what is sought': () => countCases({ actor: here, search: 'Andersson' }),
  case: () => readCase(caseId, here, NOW),
  'letters to send': () => lettersToSend(registrar),
  'registrations begun': () => listRegistrations(caseworker.personId, NOW),
  'mina sidor': () => minePage({ ...applicant }),
  'mina sidor of a company': () => minePage({ ...applicant, actsFor: { principal: COMPANY, mandates: [SIGNS] } }),
  'whom somebody acts for': () => heldMandates('189001019802', '2026-03-10'),
  'fullmakter of somebody': () =>
    Promise.all([
      fullmakterOf({ kind: 'person', personId: applicant.personId }),
      fullmakterTo('189001019802', '2026-03-10')
    ]),
  'fullmakter before organs': () =>
    fullmakterIn({ organs: [ORGAN], search: null, after: ['2026-03-10 08:00:00+00', caseId], limit: 51 }),
  'case of a party': () => readPartyCase(caseId, applicant),
  'status page': () => readStatus(statusToken),
  receipt: () => readReceipt(receipt, NOW),
  'catalogue, sought': () => searchCatalogue('bidrag förening', 'sv'),
  'notice board': () => Promise.all([noticesUp(NOW), noticesDown(NOW)]),
  'admin, case types': () => listCaseTypes(administrator),
  'admin, people': () =>
    listColleagues({ search: '', withLeft: false, after: null }, { actor: administrator, now: NOW }),
  'admin, groups': () => listGroups({ actor: administrator, now: NOW }),
  'admin, organs': () => listOrgans(administrator),
  'admin, changes': () => readLog({ before: null, object: null, about: null }, administrator),
  'admin, jobs': () => listDeadJobs(administrator)
};

/** The plans are checked in: one that changes is looked at. `-u` writes them anew. */
describe('the database carries out the queries of', () => {
  it.each(Object.keys(PAGES))('%s, in a town of many years, by indexes and as it did before', async (page) => {
    const heard = await hear.during(() => PAGES[page]?.() ?? expect.unreachable(page));
    const sent = heard.filter(({ text }) => /^\s*(select|with)\b/i.test(text));
    expect(sent.length, 'statements').toBeGreaterThan(0);
    const plans: string[][] = [];
    for (const one of sent) plans.push(await explain.planOf(one));
    const scanned = plans.flat().filter((line) => LARGE.some((table) => line.trim() === `Seq Scan of ${table}`));
    expect(scanned).toEqual([]);
    // What is asked at once is heard in any order.
    const written = plans.map((lines) => lines.join('\n')).toSorted();
    await expect(`${written.join('\n\n')}\n`).toMatchFileSnapshot(`plans/${page.replaceAll(/[, ]+/g, '-')}.txt`);
  });
});
