import { beforeAll, describe, expect, it } from 'vitest';
import {
  act,
  applicant,
  caseworker,
  manager,
  openedCase,
  publishExample,
  stranger
} from '../../tests/support/example-cases.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import { compactTally } from '../persistence/list-cases.server.ts';
import { countCases, listCases, listMyCases, type CaseQuery } from './list-cases.server.ts';

const database = testDatabase();
const opened: string[] = [];

beforeAll(async () => {
  await publishExample(database);
  for (let count = 0; count < 7; count += 1) opened.push((await openedCase()).caseId);
  const [first = '', second = ''] = opened;
  await database.sql('update case_ set assignee_id = $1 where id = $2', [caseworker.personId, first]);
  await act(second, caseworker, 'klar');
});

const ids = async (query: Partial<CaseQuery>) =>
  (await listCases({ actor: caseworker, scope: 'all', ...query })).cases.map(({ id }) => id);

describe("the desk's lists", () => {
  it('hold what is mine, what lies in my queue, what nobody has, and all', async () => {
    expect(await ids({ scope: 'mine' })).toEqual([opened[0]]);
    expect((await ids({ scope: 'group' })).toSorted()).toEqual(opened.filter((_, index) => index !== 1).toSorted());
    expect(await ids({ scope: 'unassigned' })).toHaveLength(5);
    expect((await ids({ scope: 'all' })).toSorted()).toEqual(opened.toSorted());
    expect(await countCases({ actor: caseworker })).toEqual({ mine: 1, group: 6, unassigned: 5, all: 7 });
  });

  it('lie by role: what waits for a beslut is in the queue of the manager', async () => {
    expect(await ids({ actor: manager, scope: 'group' })).toEqual([opened[1]]);
  });

  it('say where each case stands, in words', async () => {
    const { cases } = await listCases({ actor: caseworker, scope: 'mine' });
    expect(cases).toMatchObject([
      {
        caseType: 'Ansökan om föreningsbidrag',
        applicant: applicant.name,
        assignee: { name: caseworker.name },
        openedAt: new Date('2026-03-02T08:00:00Z')
      }
    ]);
  });

  it.each(['deadline', 'opened', 'changed'] as const)('come page by page, by %s, every case once', async (sort) => {
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page = await listCases({ actor: caseworker, scope: 'all', sort, limit: 3, ...(after && { after }) });
      found.push(...page.cases.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after);
    expect(found).toHaveLength(7);
    expect(new Set(found)).toEqual(new Set(opened));
  });

  it('are searched by number and by name, where a sign is only a sign', async () => {
    const [{ number } = { number: '' }] = (await listCases({ actor: caseworker, scope: 'mine' })).cases;
    expect(await ids({ search: number })).toEqual([opened[0]]);
    expect(await ids({ search: 'anna sök' })).toHaveLength(7);
    expect(await ids({ search: '%' })).toEqual([]);
  });

  it('begin anew with a cursor that is not ours', async () => {
    expect(await ids({ after: 'x' })).toHaveLength(7);
    expect(await ids({ after: Buffer.from('["1; drop table case_", "x"]').toString('base64url') })).toHaveLength(7);
  });

  it('are empty for who does not work here, and without cases that one is a part in', async () => {
    expect(await ids({ actor: stranger })).toEqual([]);
    expect(await ids({ actor: { ...applicant, memberships: caseworker.memberships } })).toEqual([]);
  });
});

describe("the desk's counts", () => {
  const counted = async () => countCases({ actor: caseworker });
  const listed = async () =>
    Object.fromEntries(
      await Promise.all(
        (['mine', 'group', 'unassigned', 'all'] as const).map(async (scope) => [scope, (await ids({ scope })).length])
      )
    );

  it('are what the lists hold after every move, and after the tally is made short', async () => {
    const [first = '', second = '', third = ''] = opened;
    await act(second, caseworker, 'aterkalla');
    await act(third, caseworker, 'begar-komplettering');
    await database.sql('update case_ set assignee_id = $1 where id = any($2)', [caseworker.personId, opened.slice(3)]);
    await database.sql('update case_ set assignee_id = null where id = $1', [first]);
    expect(await counted()).toEqual(await listed());
    await Promise.all([compactTally(), compactTally(), act(third, applicant, 'aterkalla')]);
    expect(await counted()).toEqual(await listed());
    expect(await countCases({ actor: caseworker, closed: true })).toMatchObject({
      all: (await ids({ closed: true })).length
    });
    await compactTally();
    const [rows] = await database.sql<{ rows: number; sum: number }>(
      'select count(*)::int as rows, sum(cases)::int as sum from desk_tally'
    );
    expect(rows?.sum).toBe(7);
    expect(rows?.rows).toBeLessThanOrEqual(7);
  });

  it('leave out a case that the reader is a part in', async () => {
    const own = { ...applicant, memberships: caseworker.memberships };
    expect(await countCases({ actor: own })).toEqual({ mine: 0, group: 0, unassigned: 0, all: 0 });
  });
});

describe('my own cases', () => {
  it('are those that I am a party in', async () => {
    expect(await listMyCases(applicant.personId)).toHaveLength(7);
    expect(await listMyCases(stranger.personId)).toEqual([]);
  });
});
