import { randomUUID } from 'node:crypto';
import type { Identity } from '../ports/identity-provider.ts';
import { Person } from './entities/index.ts';
import { takeOverMemberships } from './memberships.server.ts';
import { entityManager } from './orm.server.ts';

/**
 * The person behind an identity, made at the first login. A citizen who proves the same personnummer by another e-ID is the same
 * person, so that all cases are in one place; staff never are, since work and private life are kept apart. Gives the person's id.
 */
export async function rememberPerson(identity: Identity, audience: 'citizen' | 'staff', now: Date): Promise<string> {
  return entityManager().transactional(async (em) => {
    const { issuer, subject, name, memberships } = identity;
    const personnummer = audience === 'citizen' && identity.assurance !== 'none' ? identity.personnummer : null;
    await em.execute(
      `insert into person (id, issuer, subject, personnummer, name, created_at)
       select ?, ?, ?, ?, ?, ? where not exists (select from person where personnummer = ?)
       on conflict (issuer, subject) do nothing`,
      [randomUUID(), issuer, subject, personnummer, name, now, personnummer]
    );
    const person = await em.findOneOrFail(
      Person,
      { $or: [{ issuer, subject }, ...(personnummer ? [{ personnummer }] : [])] },
      {
        orderBy: { createdAt: 'asc' }
      }
    );
    person.name = name;
    if (personnummer) person.personnummer = personnummer;
    if (audience === 'staff' && memberships)
      await takeOverMemberships(em, { id: person.id, claimed: memberships }, now);
    return person.id;
  });
}
