import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  applicant,
  caseworker,
  manager,
  openedCase,
  publishExample,
  stranger
} from '../../tests/support/example-cases.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import { assignCase, type Assignment } from './assign-case.server.ts';
import type { Actor } from './model.ts';

const database = testDatabase();
const { sql } = database;
const now = new Date('2026-03-03T09:00:00Z');

beforeAll(async () => {
  await publishExample(database);
  await sql("insert into unit (organ_key, key, name) values ('kultur-fritidsnamnden', 'bibliotek', 'Bibliotek')");
  await sql(
    "insert into membership (id, person_id, organ_key, role, from_day) values (gen_random_uuid(), $1, 'kultur-fritidsnamnden', 'caseworker', '2026-01-01')",
    [caseworker.personId]
  );
});

const assign = (caseId: string, to: Assignment['to'], actor: Actor = manager) =>
  assignCase({ key: randomUUID(), caseId, actor, to }, now);
const place = async (caseId: string) =>
  (await sql("select assignee_id, unit_key, data->'case'->>'unit' as unit from case_ where id = $1", [caseId]))[0];

describe('a case', () => {
  it('is given to somebody of its unit, and put back', async () => {
    const { caseId } = await openedCase();
    await assign(caseId, { personId: caseworker.personId });
    expect(await place(caseId)).toMatchObject({ assignee_id: caseworker.personId });
    expect(await assign(caseId, { personId: null })).toMatchObject({ seq: 3 });
    expect(await place(caseId)).toMatchObject({ assignee_id: null });
  });

  it('that is handed to another unit lies there without anybody', async () => {
    const { caseId } = await openedCase();
    await assign(caseId, { personId: caseworker.personId });
    await assign(caseId, { unit: 'bibliotek' });
    expect(await place(caseId)).toEqual({ assignee_id: null, unit_key: 'bibliotek', unit: 'bibliotek' });
  });

  it('is not given to who does not work there, nor by who may not', async () => {
    const { caseId } = await openedCase();
    expect(await assign(caseId, { personId: stranger.personId })).toEqual({ refused: 'assignee.not_staff' });
    expect(await assign(caseId, { personId: null }, applicant)).toEqual({ refused: 'access.denied' });
  });
});
