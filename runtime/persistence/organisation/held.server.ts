import type { StaffRole } from '../../access/roles.ts';
import { addDays } from '../../time/day.ts';
import type { Run } from '../transaction.server.ts';

/** What somebody holds from a day, and perhaps until one. */
const TABLES = {
  role: 'membership',
  'group-member': 'group_member',
  'group-role': 'group_role',
  absence: 'absence',
  delegation: 'delegation',
  administrator: 'system_administrator'
} as const;

export type HeldKind = keyof typeof TABLES;
export const HELD_KINDS = ['role', 'group-member', 'group-role', 'absence', 'delegation', 'administrator'] as const;

/** Who gave something: somebody on a page, a claim at a login, the directory's provisioning. */
export type Source = 'page' | 'claim' | 'scim';

/** Days that something holds, both included; null: until further notice. */
export interface Period {
  readonly from: string;
  readonly to: string | null;
}

/**
 * Lets something end: after `lastDay`, or at once (null). What would have begun later goes, since it never held. False when there is
 * nothing such that has not ended already.
 */
export async function endHeld(
  run: Run,
  { kind, id }: { readonly kind: HeldKind; readonly id: string },
  { today, lastDay }: { readonly today: string; readonly lastDay: string | null }
): Promise<boolean> {
  const table = TABLES[kind];
  const last = lastDay ?? addDays(today, -1);
  const dropped = await run(
    { name: `drop-${table}`, text: `delete from ${table} where id = $1 and from_day > $2 returning id` },
    [id, last]
  );
  const ended = await run(
    {
      name: `end-${table}`,
      text: `update ${table} set to_day = $2 where id = $1 and (to_day is null or to_day >= $3) returning id`
    },
    [id, last, today]
  );
  return dropped.length + ended.length > 0;
}

/** Ends all that a person holds, at once: nothing of it holds today, also not for one who comes back today. */
export async function endAllHeld(run: Run, personId: string, today: string): Promise<void> {
  const last = addDays(today, -1);
  for (const table of ['membership', 'group_member', 'absence', 'delegation', 'system_administrator']) {
    const whose = table === 'absence' ? '(person_id = $1 or deputy_id = $1)' : 'person_id = $1';
    const drop = `delete from ${table} where ${whose} and from_day > $2`;
    await run({ name: `drop-all-${table}`, text: drop }, [personId, last]);
    const end = `update ${table} set to_day = $2 where ${whose} and (to_day is null or to_day > $2)`;
    await run({ name: `end-all-${table}`, text: end }, [personId, last]);
  }
}

const GIVE_ROLE = {
  name: 'give-role',
  text: `insert into membership (id, person_id, organ_key, unit_key, role, from_day, to_day, source)
    values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, 'page')`
};
const GIVE_GROUP_ROLE = {
  name: 'give-group-role',
  text: `insert into group_role (id, group_id, organ_key, unit_key, role, from_day, to_day) values (gen_random_uuid(), $1, $2, $3, $4, $5, $6)`
};
const ADD_ABSENCE = {
  name: 'add-absence',
  text: `insert into absence (id, person_id, deputy_id, from_day, to_day) values (gen_random_uuid(), $1, $2, $3, $4)`
};
const MAKE_ADMINISTRATOR = {
  name: 'make-administrator',
  text: `insert into system_administrator (id, person_id, from_day, to_day) values (gen_random_uuid(), $1, $2, $3)`
};
const ADD_MEMBER = {
  name: 'add-member',
  text: `insert into group_member (id, group_id, person_id, from_day, to_day, source) values (gen_random_uuid(), $1, $2, $3, $4, $5)`
};

/** A role in an organ, or in one unit of it. */
export interface PlacedRole {
  readonly organ: string;
  readonly unit: string | null;
  readonly role: StaffRole;
}

export const giveRoleRow = (run: Run, personId: string, { organ, unit, role, from, to }: PlacedRole & Period) =>
  run(GIVE_ROLE, [personId, organ, unit, role, from, to]);

export const giveGroupRoleRow = (run: Run, groupId: string, { organ, unit, role, from, to }: PlacedRole & Period) =>
  run(GIVE_GROUP_ROLE, [groupId, organ, unit, role, from, to]);

export const addAbsenceRow = (run: Run, personId: string, { deputyId, from, to }: { deputyId: string } & Period) =>
  run(ADD_ABSENCE, [personId, deputyId, from, to]);

export const makeAdministratorRow = (run: Run, personId: string, { from, to }: Period) =>
  run(MAKE_ADMINISTRATOR, [personId, from, to]);

export const addMemberRow = (
  run: Run,
  { groupId, personId, source }: { groupId: string; personId: string; source: 'page' | 'scim' },
  { from, to }: Period
) => run(ADD_MEMBER, [groupId, personId, from, to, source]);
