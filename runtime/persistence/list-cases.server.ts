import { createHash } from 'node:crypto';
import type { QueryResultRow } from 'pg';
import type { CaseRow } from './rows.ts';
import { read } from './transaction.server.ts';

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

/** Collects the values of a statement, numbered as PostgreSQL wants them. */
class Values {
  readonly all: unknown[] = [];
  add(value: unknown): string {
    this.all.push(value);
    return `$${this.all.length}`;
  }
}

const SORTS: Readonly<Record<Sort, { readonly by: string; readonly order: 'asc' | 'desc' }>> = {
  deadline: { by: "coalesce(c.deadline, 'infinity'::timestamptz)", order: 'asc' },
  opened: { by: 'c.opened_at', order: 'desc' },
  changed: { by: 'c.changed_at', order: 'desc' }
};

export const COLUMNS = `
  c.id, c.seq, c.number, c.version_id, c.slug, c.organ_key, c.unit_key, c.legal_state, c.channel, c.value, c.status, c.deadlines,
  c.opened_at, c.changed_at, c.assignee_id, a.name as assignee, p.name as applicant, coalesce(p.protected, false) as applicant_protected`;

export const JOINS = `
  left join person a on a.id = c.assignee_id
  left join lateral (select x.name, x.protected or coalesce(q.protected, false) as protected from party x left join person q on q.id = x.person_id
    where x.case_id = c.id and x.role = 'applicant' order by x.added_at limit 1) p on true`;

const isOpen = (closed: boolean) => `c.legal_state ${closed ? 'not in' : 'in'} ('oppet', 'vilande')`;

/** Who works where sees what `row` (a case, or a tally of them) tells of. */
function inPlace(row: string, { workplaces }: ListWish, values: Values): string {
  const organs = values.add(workplaces.map(({ organ }) => organ));
  const units = values.add(workplaces.map(({ unit }) => unit));
  return `${row}.organ_key = any(${organs}::text[]) and exists (select from unnest(${organs}::text[], ${units}::text[]) w(organ, unit)
    where w.organ = ${row}.organ_key and (w.unit is null or w.unit = ${row}.unit_key))`;
}

/** @param settled the columns that every row sought has been chosen by already */
function scoped(
  row: string,
  { scope, queues, roles }: ListWish,
  values: Values,
  settled: readonly string[] = []
): string[] {
  const isShared = scope === 'group' || scope === 'unassigned';
  return [
    ...(scope === 'mine' && !settled.includes('assignee_id')
      ? [`${row}.assignee_id = any(${values.add(queues)}::uuid[])`]
      : []),
    ...(scope === 'unassigned' ? [`${row}.assignee_id is null`] : []),
    ...(isShared && !settled.includes('queue_roles') ? [`${row}.queue_roles && ${values.add(roles)}::text[]`] : [])
  ];
}

const ofTypes = (row: string, { slugs }: ListWish, values: Values): string[] =>
  slugs.length > 0 ? [`${row}.slug = any(${values.add(slugs)}::text[])`] : [];

/** Never a case that the reader is a part in (jäv, FL 16 §). */
const notOwn = ({ personId }: ListWish, values: Values): string =>
  `not exists (select from party j where j.case_id = c.id and j.is_part and j.person_id = ${values.add(personId)})`;

export const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

interface Source {
  readonly from: string;
  readonly where: string;
  /** The columns that its rows are chosen by. */
  readonly settled: readonly string[];
}

/** What the places of a list are told apart by: by deadline one's own cases of a unit, or a queue of a case type in it; else a unit. */
function placesOf({ scope, sort, closed }: ListWish): readonly string[] {
  if (sort !== 'deadline' || closed) return ['organ_key', 'unit_key'];
  return ['organ_key', 'unit_key', ...(scope === 'mine' ? ['assignee_id'] : ['slug', 'queue_roles'])];
}

/**
 * Where the rows of a list are sought. Each place that the tally knows gives its cases in the order of an index, so that a page costs
 * the same however many there are. What a place has settled is not asked again of its cases: PostgreSQL would believe that only a few
 * are left, and sort them all. What is sought by words is found by them.
 */
function sourceOf(wish: ListWish, values: Values): Source {
  if (wish.search !== null) {
    const text = values.add(like(wish.search));
    return {
      from: '(select 1) one',
      where: `c.id in (select n.id from case_ n where n.number ilike ${text} union select x.case_id from party x
        left join person q on q.id = x.person_id where x.name ilike ${text} and not x.protected and q.protected is not true) and ${inPlace('c', wish, values)}`,
      settled: []
    };
  }
  const key = placesOf(wish);
  const known = [
    inPlace('t', wish, values),
    `t.open = ${!wish.closed}`,
    ...scoped('t', wish, values),
    ...ofTypes('t', wish, values)
  ];
  return {
    from: `(select distinct ${key.map((column) => `t.${column}`).join(', ')} from desk_tally t where ${known.join(' and ')}) b`,
    where: key.map((column) => `c.${column} = b.${column}`).join(' and '),
    settled: key
  };
}

function conditions(wish: ListWish, values: Values, settled: readonly string[]): string {
  return [
    isOpen(wish.closed),
    ...scoped('c', wish, values, settled),
    ...(settled.includes('slug') ? [] : ofTypes('c', wish, values)),
    notOwn(wish, values)
  ].join(' and ');
}

/** A closed case has no deadline left to be sorted by. */
const sortable = (wish: ListWish): ListWish =>
  wish.closed && wish.sort === 'deadline' ? { ...wish, sort: 'changed' } : wish;

/** One page of a list, in order, by keyset: the last page costs what the first does. */
export function listRows(given: ListWish): Promise<ListedRow[]> {
  const wish = sortable(given);
  const values = new Values();
  const { from, where, settled } = sourceOf(wish, values);
  const { by, order } = SORTS[wish.sort];
  const isAfter = ([value, id]: readonly [string, string]) =>
    `(${by}, c.id) ${order === 'asc' ? '>' : '<'} (${values.add(value)}::timestamptz, ${values.add(id)}::uuid)`;
  const within = [where, conditions(wish, values, settled), ...(wish.after ? [isAfter(wish.after)] : [])].join(' and ');
  const limit = values.add(wish.limit);
  const sorted = (columns: string) => `order by ${columns} limit ${limit}`;
  const text = `select ${COLUMNS}, c.sorted_by::text from (
    select c.*, ${by} as sorted_by from ${from} cross join lateral (select c.* from case_ c
      where ${within} ${sorted(`${by} ${order}, c.id ${order}`)}) c
    ${sorted(`${by} ${order}, c.id ${order}`)}) c ${JOINS} order by c.sorted_by ${order}, c.id ${order}`;
  return query<ListedRow>(text, values.all);
}

/** How many cases each of the desk's lists holds. */
export type ListCounts = Readonly<Record<Scope, number>>;

const SCOPES: readonly Scope[] = ['mine', 'group', 'unassigned', 'all'];

/**
 * How many cases the desk's lists hold, exactly, at any size: the tally's sums less the cases that the reader is a part in. Of what is
 * sought by words the cases themselves are counted, and no more than `most` told.
 */
export async function countRows(wish: ListWish, most: number): Promise<ListCounts> {
  return wish.search === null ? countTallied(wish) : countFound(wish, most);
}

async function countTallied(wish: ListWish): Promise<ListCounts> {
  const values = new Values();
  const sums = SCOPES.map((scope) => {
    const which = scoped('t', { ...wish, scope }, values).join(' and ');
    return `coalesce(sum(t.cases)${which ? ` filter (where ${which})` : ''}, 0)::int as "${scope}"`;
  });
  const text = `select ${sums.join(', ')} from (
    select t.organ_key, t.unit_key, t.slug, t.open, t.assignee_id, t.queue_roles, t.cases from desk_tally t
    where ${inPlace('t', wish, values)}
    union all
    select c.organ_key, c.unit_key, c.slug, c.legal_state in ('oppet', 'vilande'), c.assignee_id, c.queue_roles, -1 from case_ c
    where ${inPlace('c', wish, values)} and c.id in (select j.case_id from party j where j.is_part and j.person_id = ${values.add(wish.personId)})
  ) t where ${[`t.open = ${!wish.closed}`, ...ofTypes('t', wish, values)].join(' and ')}`;
  const [row] = await query<Record<Scope, number>>(text, values.all);
  return row ?? { mine: 0, group: 0, unassigned: 0, all: 0 };
}

async function countFound(wish: ListWish, most: number): Promise<ListCounts> {
  const values = new Values();
  const { where, settled } = sourceOf(wish, values);
  const sums = SCOPES.map((scope) => {
    const which = scoped('c', { ...wish, scope }, values).join(' and ');
    return `least(count(*)${which ? ` filter (where ${which})` : ''}, ${most})::int as "${scope}"`;
  });
  const text = `select ${sums.join(', ')} from case_ c where ${where} and ${conditions({ ...wish, scope: 'all' }, values, settled)}`;
  const [row] = await query<Record<Scope, number>>(text, values.all);
  return row ?? { mine: 0, group: 0, unassigned: 0, all: 0 };
}

const COMPACT = {
  name: 'compact-desk-tally',
  text: `
with gone as (delete from desk_tally returning *)
insert into desk_tally (organ_key, unit_key, slug, open, assignee_id, queue_roles, cases)
select organ_key, unit_key, slug, open, assignee_id, queue_roles, sum(cases) from gone
group by organ_key, unit_key, slug, open, assignee_id, queue_roles having sum(cases) <> 0`
};

/** Makes one row of all that the tally has of a place; what is written meanwhile stays beside it. */
export const compactTally = async (): Promise<void> => void (await read(COMPACT));

const query = <Row extends QueryResultRow>(text: string, values: readonly unknown[]): Promise<Row[]> =>
  read<Row>({ name: `list ${createHash('sha256').update(text).digest('base64url')}`, text }, values);

/** The cases that a person is a party in and may follow, what changed last first. */
export const listRowsOfParty = (personId: string, limit: number): Promise<ListedRow[]> =>
  query<ListedRow>(
    `select ${COLUMNS}, c.changed_at::text as sorted_by from case_ c ${JOINS}
     where c.id in (select case_id from party where person_id = $1 and 'status' = any(sees)) order by c.changed_at desc, c.id limit $2`,
    [personId, limit]
  );
