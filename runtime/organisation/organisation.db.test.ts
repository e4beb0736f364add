import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { openedCase, publishExample } from '../../tests/support/example-cases.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import type { Actor } from '../access/model.ts';
import { assignCase } from '../case/assign-case.server.ts';
import { listCases } from '../case/list-cases.server.ts';
import { isRefusal } from '../errors/refusal.ts';
import { endSession, readSession, startSession } from '../identity/sessions.server.ts';
import { membershipsOf } from '../persistence/memberships.server.ts';
import { closeDatabase } from '../persistence/orm.server.ts';
import { rememberPerson } from '../persistence/people.server.ts';
import { enterAdministrators } from '../persistence/staff.server.ts';
import type { Identity } from '../ports/identity-provider.ts';
import { addDays, stockholmDay } from '../time/day.ts';
import { addHolder, addItem, readDelegations } from './delegations.server.ts';
import { addGroup, addToGroup, giveGroupRole } from './groups.server.ts';
import { readLog } from './log.server.ts';
import { addOrgan, addUnit, listOrgans, readOrgan } from './organs.server.ts';
import {
  addAbsence,
  addColleague,
  beginAgain,
  endEmployment,
  endHolding,
  giveRole,
  listColleagues,
  makeAdministrator,
  readColleague
} from './people.server.ts';

const database = testDatabase();
const { sql } = database;
/** The database keeps the last administrator by its own clock, so time is real here. */
const now = new Date();
const today = stockholmDay(now);
const ISSUER = 'https://login.lindsjo.example';
const ORGAN = 'kultur-fritidsnamnden';
let rasmus: Extract<Actor, { kind: 'person' }>;
const by = () => ({ actor: rasmus, now });

type Page = Exclude<Awaited<ReturnType<typeof readLog>>, { refused: unknown }>;
const good = <T>(outcome: T): Exclude<T, { refused: string }> => {
  if (outcome !== null && typeof outcome === 'object' && isRefusal(outcome)) expect.unreachable(outcome.refused);
  return outcome as Exclude<T, { refused: string }>;
};

let count = 0;
async function colleague(name = 'Lena Norberg'): Promise<string> {
  count += 1;
  const written = { name, userName: `${name.toLowerCase().replace(' ', '.')}${count}`, email: '', title: '' };
  return good(await addColleague(written, { ...by(), issuer: ISSUER })).id;
}
const role = (name: string, from = today, to = '') => ({ place: `${ORGAN}/foreningsstod`, role: name, from, to });
const rolesOf = async (id: string, day = now) => (await membershipsOf(id, day)).map((held) => held.role).sort();
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
const administrators = async () => {
  const rows = await sql<{ person_id: string }>(
    'select person_id from system_administrator where to_day is null or to_day >= $1',
    [today]
  );
  return rows.map((row) => row.person_id);
};

beforeAll(async () => {
  await publishExample(database);
  const entered = { issuer: ISSUER, subject: 'rasmus', name: 'Rasmus Ek' };
  await enterAdministrators([entered], { now, day: today });
  await enterAdministrators([entered], { now, day: today });
  const [personId = ''] = await administrators();
  rasmus = { kind: 'person', personId, name: 'Rasmus Ek', memberships: [], administers: true };
});

describe('the organisation', () => {
  it('is told to and changed by nobody but a system administrator, whatever role they have', async () => {
    const memberships = [{ organ: ORGAN, unit: null, role: 'administrator' }] as const;
    const other = { actor: { kind: 'person', personId: rasmus.personId, name: 'x', memberships } as const, now };
    const denied = { refused: 'access.denied' };
    expect(await listOrgans(other.actor)).toEqual(denied);
    expect(await readOrgan(ORGAN, other)).toEqual(denied);
    expect(await addOrgan({ name: 'X', kind: 'namnd' }, other)).toEqual(denied);
    expect(await giveRole(rasmus.personId, role('manager'), other)).toEqual(denied);
    expect(await endEmployment(rasmus.personId, other)).toEqual(denied);
    expect(await readLog({ before: null, object: null, about: null }, other.actor)).toEqual(denied);
    expect(await listColleagues({ search: '', withLeft: false, after: null }, other)).toEqual(denied);
  });

  it('gets a new nämnd and a unit under keys made of their names, each name once', async () => {
    const { key } = good(await addOrgan({ name: 'Valnämnden', kind: 'namnd' }, by()));
    expect(key).toBe('valnamnden');
    expect(await addUnit(key, 'Valkansliet', by())).toBeNull();
    expect(await addUnit(key, ' Valkansliet ', by())).toEqual({ refused: 'organisation.name_taken' });
    expect(await addOrgan({ name: 'Valnämnden', kind: 'namnd' }, by())).toEqual({ refused: 'organisation.name_taken' });
    expect(await addOrgan({ name: 'X', kind: 'kyrka' }, by())).toEqual({ refused: 'organisation.incomplete' });
    const organs = good(await listOrgans(rasmus));
    expect(organs.find((organ) => organ.key === key)?.units).toEqual([{ key: 'valkansliet', name: 'Valkansliet' }]);
  });

  it('gives the items of a delegationsordning to roles, persons and functions, with basis and days', async () => {
    const eva = await colleague('Eva Lundin');
    const item = { organ: ORGAN, item: 'KFN-9', title: 'Bidrag till resor' };
    expect(await addItem(item, by())).toBeNull();
    expect(await addItem(item, by())).toEqual({ refused: 'organisation.name_taken' });
    const given = { item: 'KFN-9', unit: '', basis: 'Nämnden 2026-01-20 § 7', from: today, to: '' };
    for (const holder of ['role:manager', `person:${eva}`, 'automated'])
      expect(await addHolder(ORGAN, { ...given, holder }, by())).toBeNull();
    expect(await addHolder(ORGAN, { ...given, holder: 'role:applicant' }, by())).toMatchObject({
      refused: 'organisation.incomplete'
    });
    expect(await addHolder(ORGAN, { ...given, holder: 'automated', basis: '' }, by())).toMatchObject({
      refused: 'organisation.incomplete'
    });
    expect(await addHolder('finns-inte', { ...given, holder: 'automated' }, by())).toEqual({
      refused: 'organisation.not_found'
    });
    const items = good(await readDelegations(ORGAN, rasmus));
    const holders = items.find((one) => one.item === 'KFN-9')?.holders ?? [];
    expect(holders.map((held) => held.role ?? held.person ?? 'automated').sort()).toEqual([
      'Eva Lundin',
      'automated',
      'manager'
    ]);
  });
});

describe('a role from a day to a day', () => {
  it('holds on those days and no other', async () => {
    const lena = await colleague();
    await giveRole(lena, role('caseworker', addDays(today, 1), addDays(today, 3)), by());
    const held = await Promise.all([0, 1, 3, 4].map((days) => rolesOf(lena, inDays(days))));
    expect(held).toEqual([[], ['caseworker'], ['caseworker'], []]);
  });

  it('cannot end before it begins, hold where nothing is, or be one that staff cannot have', async () => {
    const lena = await colleague();
    const refused = async (written: Parameters<typeof giveRole>[1]) => await giveRole(lena, written, by());
    expect(await refused(role('caseworker', today, addDays(today, -1)))).toEqual({ refused: 'organisation.period' });
    expect(await refused(role('caseworker', 'i morgon'))).toEqual({ refused: 'organisation.period' });
    expect(await refused({ ...role('caseworker'), place: 'nowhere' })).toEqual({ refused: 'organisation.not_found' });
    expect(await refused({ ...role('caseworker'), place: `${ORGAN}/nowhere` })).toMatchObject({
      refused: 'organisation.not_found'
    });
    expect(await refused(role('system'))).toEqual({ refused: 'organisation.incomplete' });
    expect(await giveRole(randomUUID(), role('caseworker'), by())).toEqual({ refused: 'organisation.not_found' });
  });

  it('that ends at once is gone for a login that is open, and that ends later holds until then', async () => {
    const lena = await colleague();
    const session = await startSession(lena, 'staff');
    await giveRole(lena, role('caseworker', addDays(today, -30)), by());
    await giveRole(lena, role('registrar', addDays(today, -30)), by());
    const roles = async () => (await readSession(session))?.actor.memberships.map((held) => held.role).sort();
    expect(await roles()).toEqual(['caseworker', 'registrar']);
    const [first, second] = good(await readColleague(lena, by())).roles;
    const end = (id = '', lastDay = '') => endHolding({ kind: 'role', id, lastDay }, by());
    expect(await end(first?.id)).toBeNull();
    expect(await end(second?.id, addDays(today, -1))).toEqual({ refused: 'organisation.period' });
    expect(await end(second?.id, today)).toBeNull();
    expect(await roles()).toEqual([second?.role]);
    expect(await end(randomUUID())).toEqual({ refused: 'organisation.not_found' });
    await endSession(session);
  });

  it('that a group gives holds while both the place in the group and the role of the group do', async () => {
    const lena = await colleague();
    const { id } = good(await addGroup({ name: `Handläggare ${randomUUID()}`, claim: '' }, by()));
    await giveGroupRole(id, role('caseworker', today, addDays(today, 10)), by());
    await addToGroup(id, { person: lena, from: addDays(today, 2), to: addDays(today, 20) }, by());
    const held = await Promise.all([1, 2, 10, 11].map((days) => rolesOf(lena, inDays(days))));
    expect(held).toEqual([[], ['caseworker'], ['caseworker'], []]);
  });
});

describe('groups and roles that the staff’s identity provider claims', () => {
  const identity = (groups: string[] | undefined, subject: string): Identity => ({
    ...{ issuer: ISSUER, subject, name: 'Kim Strand', personnummer: null, memberships: null },
    assurance: 'none',
    ...(groups && { groups })
  });
  const logIn = (groups: string[] | undefined, subject: string, at = now) =>
    rememberPerson(identity(groups, subject), { audience: 'staff' }, at);

  it('come and go with the claim, and leave what was given here as it is', async () => {
    const claim = `sg-${randomUUID()}`;
    const { id } = good(await addGroup({ name: `Grupp ${claim}`, claim }, by()));
    await giveGroupRole(id, role('manager'), by());
    const kim = await logIn([claim, 'unknown'], claim);
    expect(await rolesOf(kim)).toEqual(['manager']);
    expect(await logIn([claim], claim)).toBe(kim);
    await giveRole(kim, role('registrar'), by());
    await logIn(undefined, claim);
    expect(await rolesOf(kim)).toEqual(['manager', 'registrar']);
    await logIn([], claim, inDays(1));
    expect(await rolesOf(kim, inDays(1))).toEqual(['registrar']);
    expect(good(await readColleague(kim, by())).groups).toMatchObject([{ source: 'claim', to: today }]);
  });

  it('do not wait for somebody who has left', async () => {
    const claim = `sg-${randomUUID()}`;
    const { id } = good(await addGroup({ name: `Grupp ${claim}`, claim }, by()));
    await giveGroupRole(id, role('manager'), by());
    const kim = await logIn([claim], claim);
    await endEmployment(kim, by());
    await logIn([claim], claim);
    await beginAgain(kim, by());
    expect(await rolesOf(kim)).toEqual([]);
    await logIn([claim], claim);
    expect(await rolesOf(kim)).toEqual(['manager']);
  });
});

describe('somebody who is absent', () => {
  it('lends roles and queue to the deputy, who passes nothing on, and who decides nothing that is given to a person', async () => {
    const [lena, anders, eva] = [await colleague(), await colleague('Anders Håkansson'), await colleague('Eva Lundin')];
    await giveRole(lena, role('caseworker'), by());
    await makeAdministrator(lena, { from: today, to: addDays(today, 1) }, by());
    await addAbsence(lena, { deputy: anders, from: today, to: addDays(today, 5) }, by());
    await addAbsence(anders, { deputy: eva, from: today, to: '' }, by());
    expect(await rolesOf(anders)).toEqual(['caseworker']);
    expect(await rolesOf(lena)).toEqual(['caseworker']);
    expect(await rolesOf(eva)).toEqual([]);
    expect(await rolesOf(anders, inDays(6))).toEqual([]);

    const actor = (await readSession(await startSession(anders, 'staff')))?.actor ?? expect.unreachable();
    expect(actor.standsInFor).toEqual([{ personId: lena, name: 'Lena Norberg', until: addDays(today, 5) }]);
    expect(actor.administers).toBeUndefined();
    const { caseId } = await openedCase();
    const to = { personId: lena };
    expect(isRefusal(await assignCase({ key: randomUUID(), caseId, actor, to }, now))).toBe(false);
    const mine = await listCases({ actor, scope: 'mine' });
    expect(mine.cases).toMatchObject([{ id: caseId, assignee: { name: 'Lena Norberg' } }]);
  });

  it('is not their own deputy', async () => {
    const lena = await colleague();
    expect(await addAbsence(lena, { deputy: lena, from: today, to: '' }, by())).toEqual({
      refused: 'organisation.incomplete'
    });
  });
});

describe('somebody who has left', () => {
  it('loses every right at once, with logins that are open; keeps a name; and cannot log in', async () => {
    const [lena, anders] = [await colleague(), await colleague('Anders Håkansson')];
    await giveRole(lena, role('caseworker', addDays(today, -5)), by());
    await giveRole(lena, role('manager', addDays(today, 5)), by());
    await addAbsence(lena, { deputy: anders, from: today, to: '' }, by());
    const [staff, other] = [await startSession(lena, 'staff'), await startSession(lena, 'staff')];
    const actor = (await readSession(staff))?.actor ?? expect.unreachable();
    const { caseId } = await openedCase();
    const taken = { key: randomUUID(), caseId, actor, to: { personId: lena } };
    expect(isRefusal(await assignCase(taken, now))).toBe(false);

    expect(await endEmployment(lena, by())).toBeNull();
    expect(await readSession(staff)).toBeNull();
    expect(await readSession(other)).toBeNull();
    expect(await readSession(await startSession(lena, 'staff'))).toBeNull();
    expect([await rolesOf(lena), await rolesOf(anders)]).toEqual([[], []]);
    const left = good(await readColleague(lena, by()));
    expect(left).toMatchObject({
      name: 'Lena Norberg',
      openCases: 0,
      roles: [{ role: 'caseworker', to: addDays(today, -1) }]
    });
    expect(await sql('select assignee_id from case_ where id = $1', [caseId])).toEqual([{ assignee_id: null }]);

    expect(await beginAgain(lena, by())).toBeNull();
    expect([await rolesOf(lena), await rolesOf(anders), await rolesOf(lena, inDays(6))]).toEqual([[], [], []]);
  });
});

describe('the last system administrator', () => {
  const last = { refused: 'organisation.last_administrator' };
  const rowsOf = async (id: string) => good(await readColleague(id, by())).administrator;
  const alone = async () => {
    for (const id of await administrators())
      if (id !== rasmus.personId)
        for (const row of await rowsOf(id)) await endHolding({ kind: 'administrator', id: row.id, lastDay: '' }, by());
  };

  it('is not removed at once, by a last day, or by leaving; also not while another has a last day or begins later', async () => {
    await alone();
    const [own] = await rowsOf(rasmus.personId);
    const end = (lastDay: string) => endHolding({ kind: 'administrator', id: own?.id ?? '', lastDay }, by());
    const all = async () => [await end(''), await end(addDays(today, 300)), await endEmployment(rasmus.personId, by())];
    expect(await all()).toEqual([last, last, last]);
    const linnea = await colleague('Linnea Strand');
    await makeAdministrator(linnea, { from: today, to: addDays(today, 9) }, by());
    await makeAdministrator(linnea, { from: addDays(today, 1), to: '' }, by());
    expect(await all()).toEqual([last, last, last]);
    await makeAdministrator(linnea, { from: today, to: '' }, by());
    expect(await end(addDays(today, 300))).toBeNull();
    await makeAdministrator(rasmus.personId, { from: today, to: '' }, by());
  });

  it('is kept by the database, past every rule of the runtime', async () => {
    await alone();
    await expect(sql('delete from system_administrator')).rejects.toThrow('the last system administrator stays');
    await expect(sql('update employee set left_at = now()')).rejects.toThrow('the last system administrator stays');
    await expect(sql('update system_administrator set from_day = $1', [addDays(today, 3)])).rejects.toThrow('stays');
  });

  it('is left when two end each other at the same moment, time after time', async () => {
    for (let round = 0; round < 10; round += 1) {
      await alone();
      const linnea = await colleague('Linnea Strand');
      await makeAdministrator(linnea, { from: today, to: '' }, by());
      const rows = [...(await rowsOf(linnea)), ...(await rowsOf(rasmus.personId))].filter(({ to }) => to === null);
      const [one, two] = rows;
      const outcomes = await Promise.all([
        endHolding({ kind: 'administrator', id: one?.id ?? '', lastDay: '' }, by()),
        round % 2 === 0
          ? endHolding({ kind: 'administrator', id: two?.id ?? '', lastDay: '' }, by())
          : endEmployment(rasmus.personId, by())
      ]);
      expect(outcomes.filter((outcome) => outcome !== null)).toEqual([last]);
      const left = await sql(
        `select from system_administrator s join employee e using (person_id)
         where e.left_at is null and s.to_day is null and s.from_day <= $1`,
        [today]
      );
      expect(left.length).toBeGreaterThan(0);
      await beginAgain(rasmus.personId, by());
      if (!(await rowsOf(rasmus.personId)).some(({ to }) => to === null))
        await makeAdministrator(rasmus.personId, { from: today, to: '' }, by());
    }
  });
});

describe('the log of the organisation', () => {
  it('says who, when, what, before and after, and is told about one person', async () => {
    const lena = await colleague();
    await giveRole(lena, role('caseworker'), by());
    const { rows } = good(await readLog({ before: null, object: null, about: lena }, rasmus));
    expect(rows.map(({ object, act, actor, by: who }) => [object, act, actor, who])).toEqual([
      ['membership', 'insert', `person:${rasmus.personId}`, 'Rasmus Ek'],
      ['employee', 'insert', `person:${rasmus.personId}`, 'Rasmus Ek']
    ]);
    expect(rows[0]).toMatchObject({
      before: null,
      after: { role: 'caseworker', from_day: today },
      names: { [lena]: 'Lena Norberg' }
    });
  });

  it('is changed by nobody, not by the owner of the database, and written by the web process in no other way', async () => {
    await expect(sql(`update organisation_log set actor = 'system'`)).rejects.toThrow('never changed');
    await expect(sql('delete from organisation_log')).rejects.toThrow('never changed');
    await expect(sql('truncate organisation_log')).rejects.toThrow('never changed');
    await closeDatabase();
    const web = new pg.Client({ connectionString: database.url, options: '-c role=smedja_web' });
    await web.connect();
    for (const statement of [
      `insert into organisation_log (at, actor, object, act) values (now(), 'x', 'organ', 'insert')`,
      'delete from organisation_log',
      `update organisation_log set actor = 'x'`
    ])
      await expect(web.query(statement)).rejects.toThrow('permission denied');
    await web.end();
  });

  it('has pages, each row once', async () => {
    const seen: number[] = [];
    let before: string | null = null;
    do {
      const { rows, next }: Page = good(await readLog({ before, object: null, about: null }, rasmus));
      seen.push(...rows.map(({ seq }) => seq));
      before = next === null ? null : String(next);
    } while (before !== null);
    const [all] = await sql<{ count: number }>('select count(*)::int as count from organisation_log');
    expect([new Set(seen).size, seen.length]).toEqual([all?.count, all?.count]);
  });
});
