import type { GroupFacts, UserFacts, Versioned } from '../../provisioning/resources.ts';
import { read, type Run } from '../transaction.server.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}
export type UserRow = UserFacts & Versioned & { readonly groups: readonly Named[] };
export type GroupRow = Omit<GroupFacts, 'members'> & Versioned & { readonly members: readonly Named[] };

/** One attribute and the value that it must have. */
interface Wanted {
  readonly attribute: string;
  readonly value: string | boolean;
}

export interface ResourceQuery {
  readonly wanted: readonly Wanted[];
  readonly day: string;
  readonly offset: number;
  readonly limit: number;
}

const USER_COLUMNS: Readonly<Record<string, string>> = {
  id: 'p.id::text',
  username: 'lower(e.user_name)',
  externalid: 'e.external_id',
  displayname: 'lower(p.name)',
  'emails.value': 'lower(p.email)',
  active: '(e.left_at is null)::text'
};
const GROUP_COLUMNS: Readonly<Record<string, string>> = {
  id: 'g.id::text',
  displayname: 'lower(g.name)',
  externalid: 'g.external_id'
};
export const USER_ATTRIBUTES = Object.keys(USER_COLUMNS);
export const GROUP_ATTRIBUTES = Object.keys(GROUP_COLUMNS);

const ACTIVE = 'm.from_day <= $1 and (m.to_day is null or m.to_day >= $1)';

const USER = `p.id, e.user_name as "userName", e.external_id as "externalId", p.name, p.email, e.title, e.left_at is null as active, e.version,
  e.created_at as "createdAt", e.changed_at as "changedAt",
  (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.name), '[]')
    from group_member m join staff_group g on g.id = m.group_id where m.person_id = p.id and ${ACTIVE}) as groups`;
const USERS = 'employee e join person p on p.id = e.person_id where not e.removed';

const GROUP = `g.id, g.name, g.external_id as "externalId", g.version, g.created_at as "createdAt", g.changed_at as "changedAt",
  (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) order by m.name), '[]') from (
    select distinct p.id, p.name from group_member m join employee e on e.person_id = m.person_id and not e.removed
      join person p on p.id = m.person_id where m.group_id = g.id and ${ACTIVE}) m) as members`;
const GROUPS = 'staff_group g where true';

interface Source {
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly select: string;
  readonly from: string;
  readonly order: string;
}
const OF_USERS = { name: 'scim-users', columns: USER_COLUMNS, select: USER, from: USERS, order: 'e.created_at, p.id' };
const OF_GROUPS = {
  name: 'scim-groups',
  columns: GROUP_COLUMNS,
  select: GROUP,
  from: GROUPS,
  order: 'g.created_at, g.id'
};

async function page<Row>({ name, columns, select, from, order }: Source, query: ResourceQuery) {
  const { wanted, day, offset, limit } = query;
  const values = wanted.map(({ attribute, value }) =>
    attribute === 'externalid' ? value : String(value).toLowerCase()
  );
  const key = `${name} ${wanted.map(({ attribute }) => attribute).join()}`;
  const where = (first: number) =>
    wanted.map(({ attribute }, index) => ` and ${columns[attribute] ?? 'null'} = $${index + first}`).join('');
  const [[counted], rows] = await Promise.all([
    read<{ total: number }>(
      { name: `${key} count`, text: `select count(*)::int as total from ${from}${where(1)}` },
      values
    ),
    read<Row & Record<string, unknown>>(
      { name: key, text: `select ${select} from ${from}${where(4)} order by ${order} offset $2 limit $3` },
      [day, offset, limit, ...values]
    )
  ]);
  return { total: counted?.total ?? 0, rows: rows satisfies Row[] };
}

export const provisionedUsers = (query: ResourceQuery) => page<UserRow>(OF_USERS, query);
export const provisionedGroups = (query: ResourceQuery) => page<GroupRow>(OF_GROUPS, query);

const LOCK_USER = { name: 'scim-lock-user', text: 'select from employee where person_id = $1 for update' };
const ONE_USER = { name: 'scim-user', text: `select ${USER} from ${USERS} and p.id = $2` };
const LOCK_GROUP = { name: 'scim-lock-group', text: 'select from staff_group where id = $1 for update' };
const ONE_GROUP = { name: 'scim-group', text: `select ${GROUP} from ${GROUPS} and g.id = $2` };

/** A user, who stays as they are until the transaction ends. */
export async function lockUser(run: Run, id: string, day: string): Promise<UserRow | undefined> {
  await run(LOCK_USER, [id]);
  const [row] = await run<UserRow & Record<string, unknown>>(ONE_USER, [day, id]);
  return row;
}

export async function lockGroup(run: Run, id: string, day: string): Promise<GroupRow | undefined> {
  await run(LOCK_GROUP, [id]);
  const [row] = await run<GroupRow & Record<string, unknown>>(ONE_GROUP, [day, id]);
  return row;
}

const END_PLACES = {
  name: 'scim-end-places',
  text: `select m.id from group_member m where m.group_id = $2 and ${ACTIVE} and not m.person_id = any($3::uuid[])`
};
const KNOWN = {
  name: 'scim-known-users',
  text: 'select count(*)::int as count from employee where person_id = any($1::uuid[]) and not removed'
};

/** The places in a group, today, of everybody but these. */
export const placesOfOthers = (
  run: Run,
  groupId: string,
  { day, members }: { day: string; members: readonly string[] }
) => run<{ id: string }>(END_PLACES, [day, groupId, members]);

export async function areUsers(run: Run, ids: readonly string[]): Promise<boolean> {
  const [row] = await run<{ count: number }>(KNOWN, [ids]);
  return row?.count === ids.length;
}
