import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { expect } from 'vitest';
import type { Membership } from '#runtime/access/model.ts';
import { STAFF_ROLES, type StaffRole } from '#runtime/access/roles.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { addServiceAccount, SCOPES, type Scope } from '#runtime/identity/service-accounts.server.ts';
import { startSession } from '#runtime/identity/sessions.server.ts';
import { rememberPerson } from '#runtime/persistence/people.server.ts';
import type { Stage } from './stage.ts';

/** Somebody who sends requests, and what lets them in. */
export interface Somebody {
  readonly name: string;
  readonly kind: 'nobody' | 'citizen' | 'colleague' | 'system';
  /** Of a colleague: their one role, and where. None administers the installation, or nothing at all. */
  readonly role?: StaffRole;
  readonly organ?: string;
  readonly administers?: true;
  /** Of another system: what its token is good for; none for a token that nobody gave. */
  readonly scope?: Scope;
  readonly personId?: string;
  /** The headers that show who it is: a new login each time, since somebody may log out. */
  readonly headers: () => Promise<Record<string, string>>;
}

const MADE = 'attack';

/** One of each who can ask: nobody, citizens by the demo's names, every staff role in each of the organs, administrators, other systems. */
export async function everybody(
  stage: Stage,
  { citizens, organs }: { readonly citizens: readonly string[]; readonly organs: readonly string[] }
): Promise<readonly Somebody[]> {
  const [home = ''] = organs;
  const colleagues = organs.flatMap((organ) => STAFF_ROLES.map((role) => ({ role, organ })));
  return [
    { name: 'nobody', kind: 'nobody', headers: () => Promise.resolve({}) },
    ...citizens.map((key): Somebody => {
      const { personId } = stage.citizen(key);
      return { name: `the citizen ${key}`, kind: 'citizen', personId, headers: () => cookie(personId, 'loa3') };
    }),
    ...(await Promise.all(
      colleagues.map(({ role, organ }) => colleague(`${role} of ${organ}`, [{ organ, unit: null, role }]))
    )),
    await colleague('a colleague without a role', []),
    await administrator(stage.sql),
    { name: 'a token that nobody gave', kind: 'system', headers: () => bearer('smedja_nobody') },
    ...(await Promise.all(SCOPES.map((scope) => system(stage, scope, home))))
  ];
}

const bearer = (token: string) => Promise.resolve({ authorization: `Bearer ${token}` });
const cookie = async (personId: string, strength: 'loa3' | 'staff') => ({
  cookie: `session=${await startSession(personId, strength)}`
});

async function colleague(name: string, memberships: readonly Membership[]): Promise<Somebody> {
  const subject = `${MADE} ${name}`;
  const identity = { issuer: MADE, subject, name, personnummer: null, assurance: 'none', memberships } as const;
  const personId = await rememberPerson(identity, { audience: 'staff' }, new Date());
  const [held] = memberships;
  const place = held && { organ: held.organ };
  const role = STAFF_ROLES.find((known) => known === held?.role);
  return {
    name,
    kind: 'colleague',
    ...place,
    ...(role && { role }),
    personId,
    headers: () => cookie(personId, 'staff')
  };
}

async function administrator(sql: pg.Pool): Promise<Somebody> {
  const known = await colleague('the system administrator', []);
  await sql.query(`insert into system_administrator (id, person_id, from_day) values ($1, $2, '2020-01-01')`, [
    randomUUID(),
    known.personId
  ]);
  return { ...known, administers: true };
}

async function system(stage: Stage, scope: Scope, organ: string): Promise<Somebody> {
  const actor = stage.colleague('administrator', 'kommunstyrelsen');
  const made = await addServiceAccount({ actor, name: `${MADE} ${scope}`, organ, scopes: [scope] }, new Date());
  if (isRefusal(made)) return expect.unreachable(made.refused);
  return { name: `a system for ${scope}`, kind: 'system', scope, headers: () => bearer(made.token) };
}
