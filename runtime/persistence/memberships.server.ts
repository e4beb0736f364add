import type { EntityManager } from '@mikro-orm/postgresql';
import { randomUUID } from 'node:crypto';
import type { StandsInFor } from '../access/model.ts';
import type { Membership as StaffMembership } from '../case/model.ts';
import { addDays, stockholmDay } from '../time/day.ts';
import { GroupMember, Membership, Organ, STAFF_ROLES, StaffGroup, Unit } from './entities/index.ts';
import { read } from './transaction.server.ts';

/** A column pair `from_day`, `to_day` that holds on the day of a parameter. */
const on = (alias: string, day: string) =>
  `${alias}.from_day <= ${day} and (${alias}.to_day is null or ${alias}.to_day >= ${day})`;

/** What a person is at work on the day of a parameter; the person as SQL, by no alias of one letter: those are this text's own. */
export const standingText = (person: string, day: string): string => `select
    coalesce((select left_at is not null from employee where person_id = ${person}), false) as "hasLeft",
    exists (select from system_administrator s where s.person_id = ${person} and ${on('s', day)}) as administers,
    (select coalesce(jsonb_agg(distinct jsonb_build_object('organ', h.organ_key, 'unit', h.unit_key, 'role', h.role)), '[]')
      from held_role h where h.person_id = ${person} and ${on('h', day)}) as memberships,
    (select coalesce(jsonb_agg(jsonb_build_object('personId', a.person_id, 'name', p.name, 'until', a.to_day) order by p.name), '[]')
      from absence a join employee e on e.person_id = a.person_id and e.left_at is null join person p on p.id = a.person_id
      where a.deputy_id = ${person} and ${on('a', day)}) as "standsInFor"`;

const STANDING = { name: 'standing', text: standingText('$1', '$2') };

/** What somebody is at work on a day. */
export interface Standing {
  readonly hasLeft: boolean;
  readonly administers: boolean;
  /** Their own, those of their groups, and those of whom they stand in for. */
  readonly memberships: readonly StaffMembership[];
  readonly standsInFor: readonly StandsInFor[];
}

const NOTHING: Standing = { hasLeft: false, administers: false, memberships: [], standsInFor: [] };

/** What a person is at work on the day of `now`. */
export async function standingOf(personId: string, now: Date): Promise<Standing> {
  const [row] = await read<Standing & Record<string, unknown>>(STANDING, [personId, stockholmDay(now)]);
  return row ?? NOTHING;
}

/** The staff roles of a person on the day of `now`. */
export const membershipsOf = async (personId: string, now: Date): Promise<readonly StaffMembership[]> =>
  (await standingOf(personId, now)).memberships;

interface Claimed {
  readonly id: string;
  readonly memberships: readonly StaffMembership[] | null;
  readonly groups: readonly string[] | null;
}

const active = (day: string) => ({ fromDay: { $lte: day }, $or: [{ toDay: null }, { toDay: { $gte: day } }] });
const same = (a: StaffMembership, b: StaffMembership) => a.organ === b.organ && a.unit === b.unit && a.role === b.role;

/**
 * Makes what a person has by the staff's identity provider that which it claims now: what is new begins today, what is gone ended
 * yesterday, so that who had which role when stays known. What was given here otherwise stays. A claim of an organ, unit or group that
 * is not here is passed over, and nothing is changed by a claim that the provider does not make at all (null).
 */
export async function takeOverClaims(em: EntityManager, person: Claimed, now: Date): Promise<void> {
  const today = stockholmDay(now);
  if (person.memberships) await takeOverMemberships(em, { id: person.id, claimed: person.memberships }, today);
  if (person.groups) await takeOverGroups(em, { id: person.id, claimed: person.groups }, today);
  await em.flush();
}

async function takeOverMemberships(
  em: EntityManager,
  person: { id: string; claimed: readonly StaffMembership[] },
  today: string
): Promise<void> {
  const rows = await em.find(Membership, { person: person.id, source: 'claim', ...active(today) });
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
    const begins = { fromDay: today, toDay: null, source: 'claim' } as const;
    em.create(Membership, { id: randomUUID(), person: person.id, organ, unit, role, ...begins });
  }
}

async function takeOverGroups(
  em: EntityManager,
  person: { id: string; claimed: readonly string[] },
  today: string
): Promise<void> {
  const rows = await em.find(GroupMember, { person: person.id, ...active(today) }, { populate: ['group'] });
  for (const row of rows) {
    if (row.source !== 'claim' || (row.group.claim && person.claimed.includes(row.group.claim))) continue;
    if (row.fromDay === today) em.remove(row);
    else row.toDay = addDays(today, -1);
  }
  for (const group of await em.find(StaffGroup, { claim: { $in: [...person.claimed] } })) {
    if (rows.some((row) => row.group.id === group.id)) continue;
    const begins = { fromDay: today, toDay: null, source: 'claim' } as const;
    em.create(GroupMember, { id: randomUUID(), group, person: person.id, ...begins });
  }
}
