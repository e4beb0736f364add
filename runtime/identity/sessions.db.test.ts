import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { testDatabase } from '../../tests/support/test-database.ts';
import { rememberPerson } from '../persistence/people.server.ts';
import type { Identity } from '../ports/identity-provider.ts';
import { endAllSessions, endSession, readSession, startSession } from './sessions.server.ts';

const database = testDatabase();
const MINUTE = 60_000;
const start = new Date('2026-11-23T08:00:00Z');

const karin: Identity = {
  issuer: 'bankid',
  subject: '198102102384',
  name: 'Karin Lindqvist',
  personnummer: '198102102384',
  assurance: 'loa3',
  memberships: null
};
const citizen = { audience: 'citizen', protection: 'not-asked' } as const;
const staff = { audience: 'staff' } as const;
const lena: Identity = {
  issuer: 'https://login.lindsjo.example',
  subject: 'lena',
  name: 'Lena Norberg',
  personnummer: null,
  assurance: 'none',
  memberships: [{ organ: 'miljonamnden', unit: null, role: 'caseworker' }]
};

// Lucia reads the system's clock itself.
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: start }));
afterEach(() => vi.useRealTimers());
const pass = (minutes: number) => vi.setSystemTime(Date.now() + minutes * MINUTE);

const login = async (who = karin, strength: 'loa3' | 'staff' = 'loa3') =>
  startSession(await rememberPerson(who, strength === 'staff' ? staff : citizen, new Date()), strength);

describe('a session', () => {
  it('tells who is logged in and how surely', async () => {
    expect(await readSession(await login())).toMatchObject({
      strength: 'loa3',
      personnummer: '198102102384',
      actor: { kind: 'person', name: 'Karin Lindqvist', memberships: [] }
    });
  });

  it('is new at each login', async () => {
    expect(await login()).not.toBe(await login());
  });

  it('lives while it is used, and ends after 30 idle minutes', async () => {
    const id = await login();
    for (const _ of [1, 2, 3]) {
      pass(28);
      expect(await readSession(id)).not.toBeNull();
    }
    pass(31);
    expect(await readSession(id)).toBeNull();
  });

  it('ends after eight hours however much it is used', async () => {
    const id = await login();
    for (let minutes = 0; minutes < 8 * 60 - 20; minutes += 20) {
      pass(20);
      expect(await readSession(id)).not.toBeNull();
    }
    pass(20);
    expect(await readSession(id)).toBeNull();
  });

  it('is worthless after logging out', async () => {
    const [here, there] = [await login(), await login()];
    await endSession(here);
    expect(await readSession(here)).toBeNull();
    expect(await readSession(there)).not.toBeNull();
  });

  it('is worthless after logging out everywhere, on another device too', async () => {
    const [here, there] = [await login(), await login()];
    const session = await readSession(here);
    await endAllSessions(session?.actor.personId ?? '');
    expect(await readSession(here)).toBeNull();
    expect(await readSession(there)).toBeNull();
  });

  it('cannot be taken over by one who reads the database', async () => {
    const id = await login();
    const rows = await database.sql<{ text: string }>('select s::text as text from session s');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ text }) => text.includes(id))).toBe(false);
    const [first] = await database.sql<{ id_hash: string }>('select id_hash from session');
    expect(await readSession(first?.id_hash ?? '')).toBeNull();
  });
});

describe('a person', () => {
  it('is the same by another e-ID that proves the same personnummer', async () => {
    const other = { ...karin, issuer: 'https://eid.example', subject: 'a71' };
    expect(await rememberPerson(other, citizen, start)).toBe(await rememberPerson(karin, citizen, start));
  });

  it('without a personnummer is known by issuer and subject', async () => {
    const foreign = { ...karin, personnummer: null, subject: 'prid:FI:1', name: 'Aino Virtanen' };
    expect(await rememberPerson(foreign, citizen, start)).toBe(await rememberPerson(foreign, citizen, start));
    expect(await rememberPerson({ ...foreign, subject: 'prid:FI:2' }, citizen, start)).not.toBe(
      await rememberPerson(foreign, citizen, start)
    );
  });

  it('at work is not the same as in private life', async () => {
    const atWork = { ...lena, subject: 'karin', personnummer: karin.personnummer };
    expect(await rememberPerson(atWork, staff, start)).not.toBe(await rememberPerson(karin, citizen, start));
  });
});

describe('a person of whom the register', () => {
  const sam = (protection: 'protected' | 'open' | 'unknown', subject: string) =>
    rememberPerson({ ...karin, subject, personnummer: subject }, { audience: 'citizen', protection }, start);
  const isProtected = async (id: string) => (await readSession(await startSession(id, 'loa3')))?.actor.protected;

  it('has not told anything yet counts as protected, until it has', async () => {
    expect(await isProtected(await sam('unknown', '199402022397'))).toBe(true);
    expect(await isProtected(await sam('open', '199402022397'))).toBe(false);
    expect(await isProtected(await sam('unknown', '199402022397'))).toBe(false);
  });

  it('says that they are protected is so at once', async () => {
    expect(await isProtected(await sam('open', '198502102380'))).toBe(false);
    expect(await isProtected(await sam('protected', '198502102380'))).toBe(true);
  });
});

describe('a colleague', () => {
  beforeEach(async () => {
    await database.sql(`insert into organ values ('miljonamnden', 'namnd', 'Miljönämnden') on conflict do nothing`);
  });
  const roles = async (strength: 'loa3' | 'staff') =>
    (await readSession(await startSession(await rememberPerson(lena, staff, new Date()), strength)))?.actor.memberships;

  it('has the roles that the identity provider claims, in a staff session only', async () => {
    expect(await roles('staff')).toEqual([{ organ: 'miljonamnden', unit: null, role: 'caseworker' }]);
    expect(await roles('loa3')).toEqual([]);
  });

  it('loses a role that is claimed no longer, and when it ended stays known', async () => {
    await rememberPerson(lena, staff, new Date());
    pass(24 * 60);
    const promoted = { ...lena, memberships: [{ organ: 'miljonamnden', unit: null, role: 'manager' as const }] };
    const person = await rememberPerson(promoted, staff, new Date());
    expect((await readSession(await startSession(person, 'staff')))?.actor.memberships).toEqual(promoted.memberships);
    const past = await database.sql(
      `select to_day::text from membership where role = 'caseworker' and person_id = $1`,
      [person]
    );
    expect(past).toEqual([{ to_day: '2026-11-23' }]);
  });

  it('gets no role in an organ that is not here', async () => {
    const stranger = {
      ...lena,
      subject: 'x',
      memberships: [{ organ: 'other', unit: null, role: 'caseworker' as const }]
    };
    const person = await rememberPerson(stranger, staff, new Date());
    expect((await readSession(await startSession(person, 'staff')))?.actor.memberships).toEqual([]);
  });
});
