import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { expect } from 'vitest';
import { isStaffRole, STAFF_ROLES } from '../../runtime/access/roles.ts';
import { openCase } from '../../runtime/case/open-case.server.ts';
import { queuePlace } from '../../runtime/case/queue.ts';
import type { Rules } from '../../runtime/case/rules.ts';
import type { SimulatedCase } from '../../runtime/case/simulated-case.ts';
import type { Role } from '../../runtime/definition/types.ts';
import { isRefusal } from '../../runtime/errors/refusal.ts';
import { startSession } from '../../runtime/identity/sessions.server.ts';
import { rememberPerson } from '../../runtime/persistence/people.server.ts';
import type { Reached } from '../../runtime/testing/reachable.ts';

/** Somebody who is logged in, and has one role in the cases of a type. */
interface Person {
  readonly role: Role;
  readonly personId: string;
  readonly cookie: string;
}

/** Somebody with one role in a case, where they meet it. */
export interface Visiting {
  readonly role: Role;
  /** The page of the case that this role is given. */
  readonly page: string;
  readonly cookie: string;
}

/** A case in the database of the product. */
interface PlacedCase {
  readonly visitors: readonly Visiting[];
  /** Puts the case where a simulated one stands. */
  readonly put: (simulated: SimulatedCase) => Promise<void>;
}

/** Logs in somebody for each role that may have to do with cases of a type. */
export function peopleOf({ definition }: Rules): Promise<Person[]> {
  const { slug, owner, parties } = definition.caseType.settings;
  const { organ, unit } = owner;
  return Promise.all(
    [...parties.map(({ role }) => role), ...STAFF_ROLES].map(async (role) => {
      const isStaff = isStaffRole(role);
      const memberships = isStaff ? [{ organ, unit, role }] : null;
      const personId = await rememberPerson(
        { issuer: 'test', subject: `${slug} ${role}`, name: role, personnummer: null, assurance: 'none', memberships },
        isStaff ? { audience: 'staff' } : { audience: 'citizen', protection: 'open' },
        new Date()
      );
      return { role, personId, cookie: `session=${await startSession(personId, isStaff ? 'staff' : 'loa3')}` };
    })
  );
}

export interface Placing {
  readonly opening: Reached['opening'];
  readonly people: readonly Person[];
  readonly sql: pg.Pool;
}

/** Opens a case by the real loop, to be put in any state. Its parties are those of the people who can be one. */
export async function placedCase({ definition }: Rules, { opening, people, sql }: Placing): Promise<PlacedCase> {
  const { settings } = definition.caseType;
  const { answers, channel: name, now } = opening;
  const channel = settings.channels.find((known) => known === name) ?? 'e-service';
  const wish = { key: randomUUID(), caseType: { slug: settings.slug }, answers, channel, language: 'sv' };
  const opened = await openCase({ ...wish, actor: { kind: 'system' } }, new Date(now));
  if (isRefusal(opened)) expect.unreachable(`${settings.slug} ${JSON.stringify(opened)}`);
  const { caseId, statusToken } = opened;
  await sql.query('delete from party where case_id = $1', [caseId]);
  // The next case comes with the same answers, and wants the same time.
  await sql.query('delete from booking where case_id = $1', [caseId]);
  for (const { role, isPart, sees } of settings.parties) {
    const person = people.find((one) => one.role === role);
    await sql.query(ADD_PARTY, [randomUUID(), caseId, person?.personId, role, isPart, sees]);
  }
  const pageOf = (role: Role) => `${isStaffRole(role) ? '/handlaggning' : '/mina-sidor'}/arenden/${caseId}`;
  return {
    visitors: [
      { role: 'anyone', page: `/status/${statusToken}`, cookie: '' },
      ...people.map(({ role, cookie }) => ({ role, page: pageOf(role), cookie }))
    ],
    put: async ({ record }) => {
      const { value, status, data, visits, deadlines } = record.state;
      const { states } = queuePlace(definition, record.state);
      const [text, facts, terms] = [value, data, deadlines].map((part) => JSON.stringify(part));
      // Sent on to another unit it would be out of sight of these people, who all work where the case type is at home.
      const place = [record.legalState, states, settings.owner.organ, settings.owner.unit];
      await sql.query(PUT, [caseId, text, status, facts, visits, terms, ...place]);
      await sql.query('delete from timer where case_id = $1', [caseId]);
      await sql.query('delete from waiting where case_id = $1', [caseId]);
    }
  };
}

const ADD_PARTY = `
insert into party (id, case_id, person_id, role, is_part, sees, name, added_at) values ($1, $2, $3, $4, $5, $6, $4, now())`;

const PUT = `
update case_ set value = $2, status = $3, data = $4, visits = $5, deadlines = $6, legal_state = $7, states = $8,
  organ_key = $9, unit_key = $10, closed_at = case when $7 in ('oppet', 'vilande') then null else now() end
where id = $1`;
