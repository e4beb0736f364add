import type { EntityManager } from '@mikro-orm/postgresql';
import { randomUUID } from 'node:crypto';
import type { Membership as StaffMembership } from '../case/model.ts';
import { entityManager } from './orm.server.ts';
import { addDays, stockholmDay } from '../time/day.ts';
import { Membership, Organ, STAFF_ROLES, Unit } from './entities/index.ts';

const same = (a: StaffMembership, b: StaffMembership) => a.organ === b.organ && a.unit === b.unit && a.role === b.role;

const active = (day: string) => ({ fromDay: { $lte: day }, $or: [{ toDay: null }, { toDay: { $gte: day } }] });

/** The staff roles that a person has on the day of `now`. */
export async function activeMemberships(em: EntityManager, personId: string, now: Date): Promise<StaffMembership[]> {
  const rows = await em.find(Membership, { person: personId, ...active(stockholmDay(now)) });
  return rows.map(({ organ, unit, role }) => ({ organ: organ.key, unit: unit?.key ?? null, role }));
}

/** The staff roles of a person on the day of `now`. */
export const membershipsOf = (personId: string, now: Date): Promise<StaffMembership[]> =>
  activeMemberships(entityManager(), personId, now);

/**
 * Makes a person's memberships those that the staff's identity provider claims: what is new begins today, what is gone ended
 * yesterday, so that who had which role when stays known. A claim of an organ or unit that is not here is passed over.
 */
export async function takeOverMemberships(
  em: EntityManager,
  person: { id: string; claimed: readonly StaffMembership[] },
  now: Date
): Promise<void> {
  const today = stockholmDay(now);
  const rows = await em.find(Membership, { person: person.id, ...active(today) });
  const have = rows.map((row) => ({
    row,
    held: { organ: row.organ.key, unit: row.unit?.key ?? null, role: row.role }
  }));
  for (const { row, held } of have) {
    if (person.claimed.some((claim) => same(claim, held))) continue;
    if (row.fromDay === today) em.remove(row);
    else row.toDay = addDays(today, -1);
  }
  for (const claim of person.claimed) {
    const role = STAFF_ROLES.find((known) => known === claim.role);
    if (!role || have.some(({ held }) => same(claim, held))) continue;
    const organ = await em.findOne(Organ, claim.organ);
    const unit = claim.unit === null ? null : await em.findOne(Unit, { organ: claim.organ, key: claim.unit });
    if (!organ || (claim.unit !== null && !unit)) continue;
    em.create(Membership, { id: randomUUID(), person: person.id, organ, unit, role, fromDay: today, toDay: null });
  }
  await em.flush();
}
