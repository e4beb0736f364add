import { read, type Run } from '../transaction.server.ts';
import type { Period, PlacedRole, Source } from './held.server.ts';

export interface GroupRow {
  readonly id: string;
  readonly name: string;
  readonly claim: string | null;
  readonly externalId: string | null;
  readonly members: number;
  readonly roles: number;
}

const LIST = {
  name: 'groups',
  text: `select g.id, g.name, g.claim, g.external_id as "externalId",
    (select count(distinct m.person_id)::int from group_member m join employee e on e.person_id = m.person_id and e.left_at is null
      where m.group_id = g.id and m.from_day <= $1 and (m.to_day is null or m.to_day >= $1)) as members,
    (select count(*)::int from group_role r where r.group_id = g.id and r.from_day <= $1 and (r.to_day is null or r.to_day >= $1)) as roles
    from staff_group g order by g.name`
};

export const groupRows = (day: string): Promise<GroupRow[]> => read<GroupRow & Record<string, unknown>>(LIST, [day]);

export interface GroupDetails {
  readonly id: string;
  readonly name: string;
  readonly claim: string | null;
  readonly externalId: string | null;
  readonly roles: readonly (PlacedRole & Period & { id: string; organName: string; unitName: string | null })[];
  readonly members: readonly (Period & { id: string; personId: string; name: string; source: Source })[];
}

const DETAILS = {
  name: 'group',
  text: `select g.id, g.name, g.claim, g.external_id as "externalId",
    (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'organ', r.organ_key, 'unit', r.unit_key, 'role', r.role, 'from', r.from_day,
        'to', r.to_day, 'organName', o.name, 'unitName', u.name) order by r.to_day desc nulls first, o.name, r.role), '[]')
      from group_role r join organ o on o.key = r.organ_key left join unit u on u.organ_key = r.organ_key and u.key = r.unit_key
      where r.group_id = g.id) as roles,
    (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'personId', p.id, 'name', p.name, 'from', m.from_day, 'to', m.to_day,
        'source', m.source) order by m.to_day desc nulls first, p.name), '[]')
      from group_member m join person p on p.id = m.person_id where m.group_id = g.id) as members
    from staff_group g where g.id = $1`
};

export async function groupDetails(id: string): Promise<GroupDetails | undefined> {
  const [row] = await read<GroupDetails & Record<string, unknown>>(DETAILS, [id]);
  return row;
}

export interface GroupFacts {
  readonly name: string;
  /** What the staff's identity provider calls it, where its claim gives members. */
  readonly claim: string | null;
  readonly externalId: string | null;
}

const ADD = {
  name: 'group-add',
  text: 'insert into staff_group (id, name, claim, external_id, created_at, changed_at) values ($1, $2, $3, $4, $5, $5)'
};
const CHANGE = {
  name: 'group-change',
  text: 'update staff_group set name = $2, claim = $3, external_id = $4 where id = $1 returning id'
};
const REMOVE = { name: 'group-remove', text: 'delete from staff_group where id = $1 returning id' };

export const addGroupRow = (
  run: Run,
  { name, claim, externalId }: GroupFacts,
  { id, now }: { readonly id: string; readonly now: Date }
) => run(ADD, [id, name, claim, externalId, now]);

export const changeGroupRow = async (run: Run, id: string, { name, claim, externalId }: GroupFacts): Promise<boolean> =>
  (await run(CHANGE, [id, name, claim, externalId])).length > 0;

/** A group goes with its members and roles; what it gave stands in the log. */
export const removeGroupRow = async (run: Run, id: string): Promise<boolean> => (await run(REMOVE, [id])).length > 0;
