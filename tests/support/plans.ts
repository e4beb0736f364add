import pg from 'pg';
import type { Sent } from './statements.ts';
import type { TestDatabase } from './test-database.ts';

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly Node[];
}

/** Which of two ways that cost nearly the same is taken differs from run to run; one of each pair is left. */
const STEADY = ['hashagg', 'memoize', 'material'].map((way) => `-c enable_${way}=off`).join(' ');

export interface Explainer {
  readonly planOf: (sent: Sent) => Promise<string[]>;
  readonly end: () => Promise<void>;
}

/** Tells how PostgreSQL would carry out a statement: what kinds of steps, by which indexes. Nothing of costs, which each machine has its own of. */
export async function explainer({ url }: TestDatabase): Promise<Explainer> {
  const client = new pg.Client({ connectionString: url, options: STEADY });
  await client.connect();
  return {
    planOf: async ({ text, values }) => {
      // An index of trigrams is read no other way.
      const bitmap = text.includes(' ilike ') ? 'on' : 'off';
      await client.query(`set enable_bitmapscan = ${bitmap}`);
      const { rows } = await client.query<{ 'QUERY PLAN': readonly { readonly Plan: Node }[] }>(
        `explain (costs off, format json) ${text}`,
        values
      );
      return rows.flatMap((row) => row['QUERY PLAN']).flatMap(({ Plan }) => linesOf(Plan, ''));
    },
    end: () => client.end()
  };
}

function linesOf(node: Node, indent: string): string[] {
  const by = node['Index Name'] ? ` by ${node['Index Name']}` : '';
  const of = node['Relation Name'] ? ` of ${node['Relation Name']}` : '';
  return [
    `${indent}${node['Node Type']}${of}${by}`,
    ...(node.Plans ?? []).flatMap((below) => linesOf(below, `${indent}  `))
  ];
}

const FILLERS: readonly (readonly [RegExp, string])[] = [
  [/\[\]$/, "'{}'"],
  [/^uuid/, 'gen_random_uuid()'],
  [/^(int|bigint|smallint)/, '1'],
  [/^bool/, 'false'],
  [/^(timestamp|date)/, 'now()'],
  [/^json/, "'{}'"],
  [/^bytea/, "'x'"],
  [/^text/, "'x'"]
];

/** Gives an empty table rows of no meaning, so that it has a size to begin with. What forbids them goes: no test writes to it after. */
async function fillEmpty({ sql }: TestDatabase, table: string): Promise<void> {
  const [{ filled } = { filled: true }] = await sql<{ filled: boolean }>(
    `select exists (select from ${table}) as filled`
  );
  if (filled) return;
  const checks = await sql<{ name: string }>(
    `select conname as name from pg_constraint where conrelid = $1::regclass and contype = 'c'`,
    [table]
  );
  for (const { name } of checks) await sql(`alter table ${table} drop constraint "${name}"`);
  const columns = await sql<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, null) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table]
  );
  const values = columns.map(({ type }) => FILLERS.find(([kind]) => kind.test(type))?.[1] ?? 'null');
  await sql(`alter table ${table} disable trigger all`);
  await sql(
    `insert into ${table} (${columns.map(({ name }) => `"${name}"`).join(', ')}) values (${values.join(', ')})`
  );
}

/** Lets PostgreSQL believe that these tables are so many times as large as they are. */
export async function believeLarge(database: TestDatabase, tables: readonly string[], times: number): Promise<void> {
  const { sql } = database;
  for (const table of tables) {
    await sql(`alter table ${table} set (autovacuum_enabled = off)`);
    await fillEmpty(database, table);
  }
  await sql('analyze');
  await sql(
    `update pg_class set reltuples = greatest(reltuples, 1) * $2, relpages = greatest(relpages, 1) where oid in (
       select unnest($1::regclass[]) union all select indexrelid from pg_index where indrelid = any($1::regclass[]))`,
    [tables, times]
  );
}
