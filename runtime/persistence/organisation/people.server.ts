import type { StaffRole } from '../../access/roles.ts';
import { read, type Run } from '../transaction.server.ts';
import type { Period, PlacedRole, Source } from './held.server.ts';

/** A colleague in a list. */
export interface ColleagueRow {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly userName: string;
  readonly leftAt: string | null;
  readonly administers: boolean;
  readonly isAbsent: boolean;
  /** Roles that they hold themselves on the day, by what they are called in data. */
  readonly roles: readonly { readonly role: StaffRole; readonly organ: string }[];
}

const LIST = {
  name: 'colleagues',
  text: `select p.id, p.name, e.title, e.user_name as "userName", e.left_at as "leftAt",
    exists (select from system_administrator s where s.person_id = p.id and s.from_day <= $1 and (s.to_day is null or s.to_day >= $1)) as administers,
    exists (select from absence a where a.person_id = p.id and a.from_day <= $1 and (a.to_day is null or a.to_day >= $1)) as "isAbsent",
    (select coalesce(jsonb_agg(distinct jsonb_build_object('role', r.role, 'organ', o.name)), '[]') from own_role r join organ o on o.key = r.organ_key
      where r.person_id = p.id and r.from_day <= $1 and (r.to_day is null or r.to_day >= $1)) as roles
    from employee e join person p on p.id = e.person_id
    where ($2::text is null or p.name ilike $2 or e.user_name ilike $2) and ($3 or e.left_at is null)
      and ($4::text is null or (p.name, p.id) > ($4, $5::uuid))
    order by p.name, p.id limit $6`
};

export interface ColleaguesWish {
  readonly day: string;
  readonly search: string | null;
  readonly withLeft: boolean;
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

export const colleagueRows = ({ day, search, withLeft, after, limit }: ColleaguesWish): Promise<ColleagueRow[]> =>
  read<ColleagueRow & Record<string, unknown>>(LIST, [
    ...[day, search === null ? null : like(search), withLeft],
    ...[after?.[0] ?? null, after?.[1] ?? null, limit]
  ]);

const AT_WORK = {
  name: 'colleagues-at-work',
  text: `select p.id, p.name, e.title from employee e join person p on p.id = e.person_id where e.left_at is null order by p.name, p.id`
};

/** Everybody who has not left, to choose among. */
export const colleaguesAtWork = (): Promise<{ id: string; name: string; title: string | null }[]> => read(AT_WORK);

interface Held extends Period {
  readonly id: string;
}

/** All that is known of a colleague at work. */
export interface ColleagueDetails {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly title: string | null;
  readonly userName: string;
  readonly externalId: string | null;
  readonly leftAt: string | null;
  readonly roles: readonly (Held &
    PlacedRole & { organName: string; unitName: string | null; source: 'page' | 'claim' })[];
  readonly groups: readonly (Held & { groupId: string; name: string; source: Source })[];
  readonly groupRoles: readonly (PlacedRole & Period & { organName: string; unitName: string | null; group: string })[];
  readonly absences: readonly (Held & { deputyId: string; deputy: string })[];
  readonly standsIn: readonly (Held & { personId: string; name: string })[];
  readonly administrator: readonly Held[];
  readonly openCases: number;
}

const list = (columns: string, from: string, order: string) =>
  `(select coalesce(jsonb_agg(jsonb_build_object(${columns}) order by ${order}), '[]') from ${from})`;

const DETAILS = {
  name: 'colleague',
  text: `select p.id, p.name, p.email, e.title, e.user_name as "userName", e.external_id as "externalId", e.left_at as "leftAt",
    ${list(
      `'id', m.id, 'organ', m.organ_key, 'unit', m.unit_key, 'role', m.role, 'from', m.from_day, 'to', m.to_day, 'source', m.source,
      'organName', o.name, 'unitName', u.name`,
      `membership m join organ o on o.key = m.organ_key left join unit u on u.organ_key = m.organ_key and u.key = m.unit_key where m.person_id = p.id`,
      'm.to_day desc nulls first, m.from_day desc, o.name, m.role'
    )} as roles,
    ${list(
      `'id', g.id, 'groupId', s.id, 'name', s.name, 'from', g.from_day, 'to', g.to_day, 'source', g.source`,
      'group_member g join staff_group s on s.id = g.group_id where g.person_id = p.id',
      'g.to_day desc nulls first, s.name'
    )} as groups,
    ${list(
      `'organ', r.organ_key, 'unit', r.unit_key, 'role', r.role, 'from', r.from_day, 'to', r.to_day, 'organName', o.name, 'unitName', u.name, 'group', s.name`,
      `own_role r join staff_group s on s.id = r.group_id join organ o on o.key = r.organ_key
        left join unit u on u.organ_key = r.organ_key and u.key = r.unit_key
        where r.person_id = p.id and (r.to_day is null or r.to_day >= greatest($2, r.from_day))`,
      'o.name, r.role'
    )} as "groupRoles",
    ${list(
      `'id', a.id, 'deputyId', d.id, 'deputy', d.name, 'from', a.from_day, 'to', a.to_day`,
      'absence a join person d on d.id = a.deputy_id where a.person_id = p.id',
      'a.to_day desc nulls first, a.from_day desc'
    )} as absences,
    ${list(
      `'id', a.id, 'personId', d.id, 'name', d.name, 'from', a.from_day, 'to', a.to_day`,
      'absence a join person d on d.id = a.person_id where a.deputy_id = p.id and (a.to_day is null or a.to_day >= $2)',
      'a.from_day, d.name'
    )} as "standsIn",
    ${list(`'id', s.id, 'from', s.from_day, 'to', s.to_day`, 'system_administrator s where s.person_id = p.id', 's.to_day desc nulls first')} as administrator,
    (select count(*)::int from case_ c where c.assignee_id = p.id and c.legal_state in ('oppet', 'vilande')) as "openCases"
    from employee e join person p on p.id = e.person_id where e.person_id = $1`
};

export async function colleagueDetails(id: string, day: string): Promise<ColleagueDetails | undefined> {
  const [row] = await read<ColleagueDetails & Record<string, unknown>>(DETAILS, [id, day]);
  return row;
}

/** What is said of a colleague. */
export interface ColleagueFacts {
  readonly name: string;
  readonly userName: string;
  readonly email: string | null;
  readonly title: string | null;
  readonly externalId: string | null;
}

const ADD_PERSON = {
  name: 'colleague-add-person',
  text: `insert into person (id, issuer, subject, name, email, created_at) values ($1, $2, $3, $4, $5, $6)
    on conflict (issuer, subject) do update set name = excluded.name, email = excluded.email
      where not exists (select from employee e where e.person_id = person.id and not e.removed)
    returning id`
};
const ADD_EMPLOYEE = {
  name: 'colleague-add',
  text: `insert into employee (person_id, user_name, external_id, title, created_at, changed_at) values ($1, $2, $3, $4, $5, $5)
    on conflict (person_id) do update set user_name = excluded.user_name, external_id = excluded.external_id, title = excluded.title,
      left_at = null, removed = false where employee.removed`
};

/**
 * Adds a colleague, whom the staff's identity provider calls by external id, or else user name. Somebody whom the directory removed is
 * the same person again. Undefined when there is one already.
 */
export async function addColleagueRow(
  run: Run,
  { name, userName, email, title, externalId }: ColleagueFacts,
  { id, issuer, now }: { readonly id: string; readonly issuer: string; readonly now: Date }
): Promise<string | undefined> {
  const [person] = await run<{ id: string }>(ADD_PERSON, [id, issuer, externalId ?? userName, name, email, now]);
  if (person) await run(ADD_EMPLOYEE, [person.id, userName, externalId, title, now]);
  return person?.id;
}

const CHANGE_PERSON = {
  name: 'colleague-change-person',
  text: `update person set name = $2, email = $3, subject = $4 where id = $1`
};
const CHANGE_EMPLOYEE = {
  name: 'colleague-change',
  text: `update employee set user_name = $2, external_id = $3, title = $4 where person_id = $1 and not removed returning person_id`
};

export async function changeColleagueRow(
  run: Run,
  id: string,
  { name, userName, email, title, externalId }: ColleagueFacts
): Promise<boolean> {
  const [row] = await run(CHANGE_EMPLOYEE, [id, userName, externalId, title]);
  if (row) await run(CHANGE_PERSON, [id, name, email, externalId ?? userName]);
  return row !== undefined;
}

const LEAVE = {
  name: 'colleague-leave',
  text: `update employee set left_at = $2 where person_id = $1 and left_at is null returning person_id`
};
const RETURN = {
  name: 'colleague-return',
  text: `update employee set left_at = null where person_id = $1 and left_at is not null and not removed returning person_id`
};
const REMOVE = {
  name: 'colleague-remove',
  text: 'update employee set removed = true, user_name = $2, external_id = null where person_id = $1'
};
const END_SESSIONS = { name: 'colleague-sessions', text: 'delete from session where person_id = $1' };

/** Takes the last right; false for one who is not here, or has left already. */
export async function leaveRow(run: Run, id: string, now: Date): Promise<boolean> {
  const [row] = await run(LEAVE, [id, now]);
  await run(END_SESSIONS, [id]);
  return row !== undefined;
}

/** Takes somebody back, whom no login from before lets in. */
export async function returnRow(run: Run, id: string): Promise<boolean> {
  await run(END_SESSIONS, [id]);
  return (await run(RETURN, [id])).length > 0;
}

/** The directory does not see them any more; their user name is free for another. */
export const removeRow = (run: Run, id: string) => run(REMOVE, [id, `removed:${id}`]);

const CASES = {
  name: 'colleague-cases',
  text: `select id from case_ where assignee_id = $1 and legal_state in ('oppet', 'vilande') order by id`
};

/** The open cases that somebody has. */
export const casesOf = async (id: string): Promise<string[]> =>
  (await read<{ id: string }>(CASES, [id])).map((row) => row.id);
