import type pg from 'pg';

/** What lists read of a case and of whom it is about. */
const COPIED = ['person', 'case_', 'party', 'registration'] as const;

/** Columns of a copied row that are not as its original's. `k` is the number of the copy; dates lie up to two years further back. */
const OWN: Readonly<Record<string, string>> = {
  id: copyOf('r.id'),
  case_id: copyOf('r.case_id'),
  number: "r.number || '~' || k",
  subject: "r.subject || '~' || k",
  name: "r.name || ' ' || k",
  ...Object.fromEntries(
    ['deadline', 'opened_at', 'changed_at', 'closed_at', 'added_at', 'created_at', 'at'].map((column) => [
      column,
      `r.${column} - (k % 730) * interval '1 day' - (k % 86399) * interval '1 second'`
    ])
  )
};

/** The id of the k-th copy of a row. */
function copyOf(id: string): string {
  return `md5(${id}::text || '~' || k)::uuid`;
}

/** People who are a party somewhere and nobody at work: they are copied with their cases, colleagues stay who they are. */
const CITIZENS = `select p.* from person p where exists (select from party y where y.person_id = p.id)
  and not exists (select from employee e where e.person_id = p.id) and not exists (select from membership m where m.person_id = p.id)`;

const sourceOf = (table: string) => (table === 'person' ? CITIZENS : `select * from ${table}`);

/** The cases that were made by the engine, and the number of the last copy of them that is there. */
const KEPT = `
create schema if not exists copying;
create table copying.citizen as ${CITIZENS};
${COPIED.map((table) => `create table copying.${table} as ${sourceOf(table)}`).join(';\n')};
create table copying.last as select 0 as k`;

/**
 * Copies the cases that the engine made, with people and dates shifted, until there are `cases`. What only a case's own page shows is
 * not copied: timeline, handlingar and submissions. Needs the database's owner.
 */
export async function copyCases(sql: pg.Pool, cases: number): Promise<void> {
  const client = await sql.connect();
  try {
    const [known] = (await client.query("select to_regclass('copying.last') is not null as begun")).rows;
    if (!known.begun) await client.query(KEPT);
    const [{ made, last }] = (
      await client.query(
        'select (select count(*)::int from copying.case_) as made, (select k from copying.last) as last'
      )
    ).rows;
    const until = Math.ceil(cases / made) - 1;
    // Neither foreign keys nor the tally need to be kept row by row: what is copied hangs together as its original does.
    await client.query('set session_replication_role = replica');
    for (const table of COPIED) await withoutIndexes(client, table, () => copyTable(client, table, [last + 1, until]));
    await client.query('set session_replication_role = origin');
    await client.query('update copying.last set k = $1', [until]);
    await client.query(TALLY);
    await client.query('vacuum analyze');
  } finally {
    client.release();
  }
}

const TALLY = `
truncate desk_tally;
insert into desk_tally (organ_key, unit_key, slug, open, assignee_id, queue_roles, cases)
select organ_key, unit_key, slug, legal_state in ('oppet', 'vilande'), assignee_id, queue_roles, count(*) from case_ group by 1, 2, 3, 4, 5, 6`;

async function copyTable(
  client: pg.PoolClient,
  table: string,
  [first, last]: readonly [number, number]
): Promise<void> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table]
  );
  const person = `case when r.person_id in (select id from copying.citizen) then ${copyOf('r.person_id')} else r.person_id end`;
  const columns = rows.map(({ name, type }) => {
    if (name === 'person_id') return person;
    if (name === 'number' && type === 'integer') return 'r.number + k * 100000';
    return OWN[name] ?? `r.${name}`;
  });
  const names = rows.map(({ name }) => `"${name}"`).join(', ');
  await client.query(
    `insert into ${table} (${names}) select ${columns.join(', ')} from generate_series($1::int, $2::int) k, copying.${table} r`,
    [first, last]
  );
}

/** Indexes that no constraint needs are made anew afterwards, which is quicker by far. */
async function withoutIndexes(client: pg.PoolClient, table: string, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index i
     where indrelid = $1::regclass and not exists (select from pg_constraint where conindid = i.indexrelid)`,
    [table]
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  await work();
  await client.query("set maintenance_work_mem = '256MB'");
  for (const { definition } of rows) await client.query(definition);
}
