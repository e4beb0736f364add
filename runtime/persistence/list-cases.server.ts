import type { QueryResultRow } from 'pg';
import { pool } from './orm.server.ts';
import type { CaseRow } from './rows.ts';

/** Where somebody works: an organ, and one of its units or (null) all. */
export interface Workplace {
  readonly organ: string;
  readonly unit: string | null;
}

export type Scope = 'mine' | 'group' | 'unassigned' | 'all';
export type Sort = 'deadline' | 'opened' | 'changed';

export interface ListWish {
  readonly personId: string;
  /** Whose cases are the reader's: their own, and those of whom they stand in for. */
  readonly queues: readonly string[];
  readonly workplaces: readonly Workplace[];
  readonly roles: readonly string[];
  readonly scope: Scope;
  readonly sort: Sort;
  readonly closed: boolean;
  readonly slugs: readonly string[];
  readonly search: string | null;
  /** The last row of the page before: what it was sorted by, and its id. */
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

/** A case as a list shows it. */
export type ListedRow = Pick<
  CaseRow,
  | 'id'
  | 'seq'
  | 'number'
  | 'version_id'
  | 'slug'
  | 'organ_key'
  | 'unit_key'
  | 'legal_state'
  | 'channel'
  | 'value'
  | 'status'
  | 'deadlines'
> & {
  readonly opened_at: string;
  readonly changed_at: string;
  readonly assignee_id: string | null;
  readonly assignee: string | null;
  readonly applicant: string | null;
  readonly applicant_protected: boolean;
  /** What it is sorted by, as the next page wants it. */
  readonly sorted_by: string;
};

/** Collects conditions and their values, numbered as PostgreSQL wants them. */
class Conditions {
  readonly values: unknown[] = [];
  readonly parts: string[] = [];
  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
  add(text: string): void {
    this.parts.push(text);
  }
}

const SORTS: Readonly<Record<Sort, { readonly by: string; readonly order: 'asc' | 'desc' }>> = {
  deadline: { by: "coalesce(c.deadline, 'infinity'::timestamptz)", order: 'asc' },
  opened: { by: 'c.opened_at', order: 'desc' },
  changed: { by: 'c.changed_at', order: 'desc' }
};

const COLUMNS = `
  c.id, c.seq, c.number, c.version_id, c.slug, c.organ_key, c.unit_key, c.legal_state, c.channel, c.value, c.status, c.deadlines,
  c.opened_at, c.changed_at, c.assignee_id, a.name as assignee, p.name as applicant, coalesce(p.protected, false) as applicant_protected`;

const JOINS = `
  left join person a on a.id = c.assignee_id
  left join lateral (select x.name, x.protected or coalesce(q.protected, false) as protected from party x left join person q on q.id = x.person_id
    where x.case_id = c.id and x.role = 'applicant' order by x.added_at limit 1) p on true`;

/** Who works where sees these cases. One organ is told apart, since only then the index keeps the order. */
function visible(where: Conditions, { workplaces, personId }: ListWish): void {
  const organs = [...new Set(workplaces.map(({ organ }) => organ))];
  const [only] = organs;
  where.add(
    organs.length === 1 ? `c.organ_key = ${where.value(only)}` : `c.organ_key = any(${where.value(organs)}::text[])`
  );
  if (workplaces.some(({ unit }) => unit !== null)) {
    const names = where.value(workplaces.map(({ organ }) => organ));
    const units = where.value(workplaces.map(({ unit }) => unit));
    where.add(`exists (select from unnest(${names}::text[], ${units}::text[]) w(organ, unit)
      where w.organ = c.organ_key and (w.unit is null or w.unit = c.unit_key))`);
  }
  where.add(
    `not exists (select from party j where j.case_id = c.id and j.is_part and j.person_id = ${where.value(personId)})`
  );
}

function scoped(where: Conditions, { scope, queues, roles }: ListWish): void {
  if (scope === 'mine') where.add(`c.assignee_id = any(${where.value(queues)}::uuid[])`);
  if (scope === 'unassigned') where.add('c.assignee_id is null');
  if (scope === 'group' || scope === 'unassigned') where.add(`c.queue_roles && ${where.value(roles)}::text[]`);
}

const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

function conditions(wish: ListWish): Conditions {
  const where = new Conditions();
  visible(where, wish);
  scoped(where, wish);
  where.add(wish.closed ? "c.legal_state not in ('oppet', 'vilande')" : "c.legal_state in ('oppet', 'vilande')");
  if (wish.slugs.length > 0) where.add(`c.slug = any(${where.value(wish.slugs)}::text[])`);
  if (wish.search !== null) {
    const text = where.value(like(wish.search));
    where.add(
      `(c.number ilike ${text} or c.id in (select x.case_id from party x left join person q on q.id = x.person_id
        where x.name ilike ${text} and not x.protected and q.protected is not true))`
    );
  }
  return where;
}

async function query<Row extends QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> {
  return (await (await pool()).query<Row>(text, values)).rows;
}

/** One page of a list, in order, by keyset: the last page costs what the first does. */
export function listRows(wish: ListWish): Promise<ListedRow[]> {
  const where = conditions(wish);
  const { by, order } = SORTS[wish.sort];
  if (wish.after) {
    const [value, id] = wish.after;
    where.add(
      `(${by}, c.id) ${order === 'asc' ? '>' : '<'} (${where.value(value)}::timestamptz, ${where.value(id)}::uuid)`
    );
  }
  const text = `select ${COLUMNS}, (${by})::text as sorted_by from case_ c ${JOINS}
    where ${where.parts.join(' and ')} order by ${by} ${order}, c.id ${order} limit ${where.value(wish.limit)}`;
  return query<ListedRow>(text, where.values);
}

/** How many cases a list holds; counted no further than `most`. */
export async function countRows(wish: ListWish, most: number): Promise<number> {
  const where = conditions(wish);
  const text = `select count(*)::int as count from (select from case_ c where ${where.parts.join(' and ')} limit ${where.value(most)}) x`;
  const [row] = await query<{ count: number }>(text, where.values);
  return row?.count ?? 0;
}

/** The cases that a person is a party in and may follow, what changed last first. */
export const listRowsOfParty = (personId: string, limit: number): Promise<ListedRow[]> =>
  query<ListedRow>(
    `select ${COLUMNS}, c.changed_at::text as sorted_by from case_ c ${JOINS}
     where c.id in (select case_id from party where person_id = $1 and 'status' = any(sees)) order by c.changed_at desc, c.id limit $2`,
    [personId, limit]
  );
