import { randomUUID } from 'node:crypto';
import type { Identity } from '../ports/identity-provider.ts';
import { Person } from './entities/index.ts';
import { takeOverClaims } from './memberships.server.ts';
import { entityManager } from './orm.server.ts';

/** How an identity is taken: as a citizen's, with what the population register says of protection; or as a colleague's. */
export type Known =
  | { readonly audience: 'citizen'; readonly protection: 'protected' | 'open' | 'unknown' | 'not-asked' }
  | { readonly audience: 'staff' };

/**
 * What staff registered for somebody by personnummer is that person's from the first login on. What a form was told by whoever
 * filled it in is not: a number that nobody proved would put a stranger's words among one's own cases.
 */
const TAKE_OVER_CASES = `update party p set person_id = ?
  where p.personnummer = ? and p.person_id is null and p.added_by_id is not null
    and not exists (select from party o where o.case_id = p.case_id and o.role = p.role and o.person_id = ?)`;

/** What the log says of the roles that a login brings. */
const BY_CLAIM = `select set_config('smedja.actor', 'claim', true)`;
const LEFT = 'select from employee where person_id = ? and left_at is not null';
const ADD_EMPLOYEE = `insert into employee (person_id, user_name, created_at, changed_at)
  select id, subject, ?, ? from person where id = ? on conflict do nothing`;

/**
 * The person behind an identity, made at the first login. A citizen who proves the same personnummer by another e-ID is the same
 * person, so that all cases are in one place; staff never are, since work and private life are kept apart. Somebody new whose
 * protection is unknown counts as protected until it is known. Gives the person's id.
 */
export async function rememberPerson(identity: Identity, known: Known, now: Date): Promise<string> {
  return entityManager().transactional(async (em) => {
    const { issuer, subject, name, memberships, groups = null } = identity;
    const isCitizen = known.audience === 'citizen';
    const personnummer = isCitizen && identity.assurance !== 'none' ? identity.personnummer : null;
    const protection = isCitizen ? known.protection : 'not-asked';
    await em.execute(
      `insert into person (id, issuer, subject, personnummer, name, protected, created_at)
       select ?, ?, ?, ?, ?, ?, ? where not exists (select from person where personnummer = ?)
       on conflict (issuer, subject) do nothing`,
      [randomUUID(), issuer, subject, personnummer, name, protection === 'unknown', now, personnummer]
    );
    const same = [{ issuer, subject }, ...(personnummer ? [{ personnummer }] : [])];
    const person = await em.findOneOrFail(Person, { $or: same }, { orderBy: { createdAt: 'asc' } });
    person.name = name;
    if (personnummer) {
      person.personnummer = personnummer;
      await em.execute(TAKE_OVER_CASES, [person.id, personnummer, person.id]);
    }
    if (protection === 'protected' || protection === 'open') person.protected = protection === 'protected';
    if (!isCitizen) {
      await em.execute(BY_CLAIM);
      await em.execute(ADD_EMPLOYEE, [now, now, person.id]);
      await em.flush();
      // Claims about somebody who has left must not wait for the day that they come back.
      const left = await em.execute<object[]>(LEFT, [person.id]);
      if (left.length === 0) await takeOverClaims(em, { id: person.id, memberships, groups }, now);
    }
    return person.id;
  });
}

/** The persons that are known by personnummer, by it. */
export async function personIdsByPersonnummer(numbers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const people = await entityManager().find(Person, { personnummer: { $in: [...numbers] } });
  return new Map(people.flatMap(({ id, personnummer }) => (!personnummer ? [] : [[personnummer, id] as const])));
}

/** A person's personnummer or samordningsnummer, if one is known. */
export const personnummerOf = async (personId: string): Promise<string | null> =>
  (await entityManager().findOne(Person, personId))?.personnummer ?? null;

/** Whether somebody is known by personnummer, and has protected identity; undefined for one who is not known. */
export async function shieldOf(
  personnummer: string
): Promise<{ readonly id: string; readonly protected: boolean } | undefined> {
  const [person] = await entityManager().find(Person, { personnummer }, { orderBy: { createdAt: 'asc' }, limit: 1 });
  return person && { id: person.id, protected: person.protected };
}

/** Makes somebody known by personnummer who has not logged in, as a register or a colleague names them. Their first login finds them. */
export async function rememberByNumber(
  { personnummer, name }: { readonly personnummer: string; readonly name: string },
  now: Date
): Promise<string> {
  await entityManager().execute(
    `insert into person (id, issuer, subject, personnummer, name, created_at) select ?, 'number', ?, ?, ?, ?
     where not exists (select from person where personnummer = ?) on conflict (issuer, subject) do nothing`,
    [randomUUID(), personnummer, personnummer, name, now, personnummer]
  );
  return (await entityManager().findOneOrFail(Person, { personnummer }, { orderBy: { createdAt: 'asc' } })).id;
}
