import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../tests/support/test-database.ts';
import { listMyCases } from '../case/list-cases.server.ts';
import { verifyTimeline } from '../case/verify-timeline.server.ts';
import { BANKID_ISSUER } from '../identity/bankid/provider.server.ts';
import { hashCaseType } from '../definition/hash.ts';
import { readCaseTypeFolder } from '../definition/read-folder.server.ts';
import { storeVersion } from '../persistence/case-types.server.ts';
import { shippedCaseTypes } from '../testing/shipped.ts';
import { fillProgress } from '../persistence/demo-fill.server.ts';
import { rememberPerson } from '../persistence/people.server.ts';
import { memoryFileStore } from '../testing/memory-file-store.ts';
import { PLAYS } from './fill/plays.ts';
import { fillDemo, type Filled } from './fill.server.ts';

const { sql } = testDatabase();
const LONG = 60_000;
const now = new Date('2026-11-18T13:00:00Z');
/** What is shipped, as if it had been published before: `shipped.test.ts` checks each of them. */
async function keepShipped() {
  for (const [slug] of await shippedCaseTypes()) {
    const { caseType, templates } = await readCaseTypeFolder(`case-types/${slug}`);
    if (!caseType) expect.unreachable(slug);
    const version = { id: randomUUID(), settings: caseType.settings, hash: hashCaseType(caseType), templates };
    await storeVersion({ ...version, parts: JSON.stringify(caseType), publishedBy: null, publishedAt: now });
  }
}
const count = async (condition: string) =>
  Number((await sql<{ count: string }>(`select count(*) from case_ where ${condition}`))[0]?.count);

describe('the demo', () => {
  const files = memoryFileStore();
  let filled: Filled;
  beforeAll(async () => {
    await keepShipped();
    const progress = (made: number) => {
      if (made === 20) throw new Error('killed');
    };
    await expect(fillDemo({ files, progress }, now)).rejects.toThrow('killed');
    filled = await fillDemo({ files }, new Date('2026-11-18T13:05:00Z'));
  }, LONG);

  it('lives every case as it is written, each once, also when it was cut off and begun again', async () => {
    expect(filled).toEqual({ cases: PLAYS.length - 20, refused: [] });
    expect(await count('true')).toBe(PLAYS.length);
    expect(await fillProgress()).toBeNull();
  });

  it('has cases of every kind that lie at each stage, some open and some closed', async () => {
    const rows = await sql<{ slug: string; open: number; closed: number; phases: number }>(
      `select slug, count(*) filter (where legal_state = 'oppet')::int as open,
         count(*) filter (where legal_state = 'avslutat')::int as closed, count(distinct states)::int as phases
       from case_ group by slug order by slug`
    );
    expect(rows.map(({ slug }) => slug)).toEqual(['bygglov', 'felanmalan', 'livsmedelskontroll', 'utlamnande']);
    for (const { open, closed, phases } of rows) {
      expect(open).toBeGreaterThanOrEqual(4);
      expect(closed).toBeGreaterThanOrEqual(3);
      expect(phases).toBeGreaterThanOrEqual(7);
    }
    expect(await count("assignee_id is null and legal_state = 'oppet'")).toBeGreaterThanOrEqual(5);
    expect(await count("waits_for = 'applicant'")).toBeGreaterThanOrEqual(4);
  });

  it('gives each applicant what is theirs, as the person that their BankID leads to', async () => {
    const karin = { issuer: BANKID_ISSUER, subject: '198102102384', personnummer: '198102102384' } as const;
    const identity = { ...karin, name: 'Karin Lindqvist', assurance: 'loa3', memberships: null } as const;
    const personId = await rememberPerson(identity, { audience: 'citizen', protection: 'open' }, now);
    const mine = await listMyCases(personId);
    expect(mine.map(({ slug }) => slug)).toContain('bygglov');
  });

  it('keeps every file that somebody handed in, and says of a signature that it proves nothing', async () => {
    const kept = await sql<{ storage_key: string }>('select storage_key from file where draft_id is null');
    expect(kept.length).toBeGreaterThan(20);
    for (const { storage_key } of kept) expect([...files.contents.keys()]).toContain(storage_key);
    const evidence = await sql<{ evidence: object }>('select distinct evidence from signature');
    expect(evidence).toEqual([{ evidence: { madeBy: 'demo', proves: 'nothing' } }]);
  });

  it('has a timeline that nobody has changed', async () => {
    expect(await verifyTimeline()).toMatchObject({ cases: PLAYS.length, faults: [] });
  });

  it('has in each food control the operator, who has got every beslut on a day that is known or not yet', async () => {
    const controls = await sql<{ operators: number }>(
      `select count(y.id)::int as operators from case_ c left join party y on y.case_id = c.id and y.role = 'party'
       where c.slug = 'livsmedelskontroll' group by c.id`
    );
    expect(controls.length).toBeGreaterThan(5);
    expect(controls.every(({ operators }) => operators === 1)).toBe(true);
    const [receipts] = await sql<{ got: number; waits: number }>(
      `select count(r.received_on)::int as got, count(*) filter (where r.received_on is null)::int as waits
       from beslut_receipt r join party y on y.id = r.party_id where y.role = 'party'`
    );
    expect(receipts?.got).toBeGreaterThanOrEqual(2);
    expect(receipts?.waits).toBeGreaterThan(0);
  });

  it('has cases of firms by who signs for them, an ombud, and papers that were shown at the desk', async () => {
    const [row] = await sql<{ firms: number; acted: number; ombud: number; papers: number }>(
      `select (select count(*)::int from party where organisation_proved) as firms,
         (select count(*)::int from party where role = 'ombud' and represents_id is not null) as ombud,
         (select count(*)::int from fullmakt where organ_key is not null) as papers,
         (select count(*)::int from timeline where entry #>> '{details,actsFor,party}' is not null) as acted`
    );
    expect(row).toMatchObject({ firms: 3, ombud: 1, papers: 2 });
    expect(row?.acted).toBeGreaterThanOrEqual(3);
  });

  it('has taken down each notice the day after its last', async () => {
    const rows = await sql<{ late: boolean }>(
      "select (down_at at time zone 'Europe/Stockholm')::date <> last_day + 1 as late from notice where last_day < $1",
      [now]
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ late }) => !late)).toBe(true);
  });

  it('adds nothing the second time', async () => {
    expect(await fillDemo({ files }, now)).toEqual({ cases: 0, refused: [] });
    expect(await count('true')).toBe(PLAYS.length);
  });
});

describe('a simulated year', () => {
  const YEAR = 60;
  let filled: Filled;
  beforeAll(async () => {
    filled = await fillDemo({ files: memoryFileStore(), cases: YEAR, seed: 2 }, now);
  }, LONG);

  it('is lived by every case type without a refusal, and has no case in the future or older than a year', async () => {
    expect(filled).toEqual({ cases: YEAR, refused: [] });
    const [row] = await sql<{ types: number; first: Date; last: Date }>(
      `select count(distinct slug)::int as types, min(opened_at) as first, max(changed_at) as last from case_`
    );
    expect(row?.types).toBe(18);
    expect(row?.first.getTime()).toBeGreaterThan(now.getTime() - 367 * 86_400_000);
    expect(row?.last.getTime()).toBeLessThanOrEqual(now.getTime());
  });

  it('numbers without gaps, keeps each chain whole, and leaves no clock that has run out', async () => {
    const gaps = await sql(
      `select organ_key, series, year from registration group by 1, 2, 3 having max(number) <> count(*) or min(number) <> 1`
    );
    expect(gaps).toEqual([]);
    expect(await verifyTimeline()).toMatchObject({ cases: PLAYS.length + YEAR, faults: [] });
    expect(await sql('select from timer where at <= $1', [now])).toEqual([]);
    expect(await count("(legal_state <> 'oppet') <> (closed_at is not null)")).toBe(0);
  });

  it('keeps what is secret: nobody is known who reports that a child fares ill, and the protected stay so', async () => {
    expect(await count("slug = 'orosanmalan' and exists (select from status_link l where l.case_id = id)")).toBe(0);
    const [known] = await sql<{ count: number }>(
      "select count(*)::int as count from party y join case_ c on c.id = y.case_id where c.slug = 'orosanmalan' and y.person_id is not null"
    );
    expect(known?.count).toBe(0);
    const [people] = await sql<{ count: number }>('select count(*)::int as count from person where protected');
    expect(people?.count).toBeGreaterThanOrEqual(2);
  });
});
