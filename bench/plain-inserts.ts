import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type pg from 'pg';
import { CONNECTIONS } from './load.ts';

const run = promisify(execFile);

/** What is changed in place for all alike, and what is not of the deed: the counter of numbers, the session, the sample's own marks. */
const NOT_ROWS = new Set(['diarium_series', 'session', 'person', 'membership', 'rate_limit']);

/** pgbench and the address it is run against; its password goes by the environment. */
export interface PlainLoad {
  readonly perSecond: (seconds: number) => Promise<number>;
  /** How many rows each transaction inserts, by table. */
  readonly rows: Readonly<Record<string, number>>;
}

interface Table {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Columns of each unique index. */
  readonly unique: readonly (readonly string[])[];
}

const TABLES = `
select n.nspname as schema, c.relname as name,
  (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
   from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity <> 'a') as columns,
  coalesce((select json_agg((select json_agg(a.attname order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum = any(i.indkey)))
   from pg_index i where i.indrelid = c.oid and i.indisunique and i.indpred is null and i.indexprs is null), '[]') as unique
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'r' and (n.nspname = 'public' or c.relname = '_private_jobs')`;

const FOREIGN = `
select conrelid::regclass::text as child, confrelid::regclass::text as parent from pg_constraint where contype = 'f' and conrelid <> confrelid`;

/**
 * The same rows as plain inserts: does `sample` once, takes every row version that it left in any table, and makes pgbench insert such
 * rows, with ids of their own, in one transaction with prepared statements, over as many connections.
 */
export async function plainInserts(
  { sql, url, folder }: { readonly sql: pg.Pool; readonly url: string; readonly folder: string },
  name: string,
  sample: () => Promise<boolean>
): Promise<PlainLoad> {
  const { rows: tables } = await sql.query<Table>(TABLES);
  const { rows: foreign } = await sql.query<{ child: string; parent: string }>(FOREIGN);
  const [since] = (await sql.query<{ xid: string }>('select pg_current_xact_id()::text as xid')).rows;
  await sample();
  const found = new Map<Table, Record<string, string | null>[]>();
  for (const table of tables.filter((one) => !NOT_ROWS.has(one.name))) {
    const columns = table.columns.map((column) => `"${column.name}"::text`).join(', ');
    const text = `select ${columns} from ${table.schema}.${table.name} where xmin::text::bigint > $1::bigint`;
    const { rows } = await sql.query<Record<string, string | null>>(text, [since?.xid]);
    if (rows.length > 0) found.set(table, rows);
  }
  const script = scriptOf(inOrder([...found], foreign));
  const file = join(folder, `${name}.sql`);
  writeFileSync(file, script.text);
  const target = new URL(url);
  const values = script.values.flatMap((value, index) => ['-D', `v${index}=${value}`]);
  let runs = 0;
  const perSecond = async (seconds: number) => {
    runs += 1;
    const { stdout } = await run(
      'pgbench',
      [
        ...['-n', '-M', 'prepared', '-c', String(CONNECTIONS), '-j', '2', '-T', String(seconds), '-f', file],
        ...['-h', target.hostname, '-p', target.port, '-U', target.username],
        ...['-D', `count=${runs * EACH_RUN}`, ...values, target.pathname.slice(1)]
      ],
      { env: { ...process.env, PGPASSWORD: target.password }, maxBuffer: 1e7 }
    );
    const rate = Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1]);
    if (!(rate > 0) || !/number of failed transactions: 0 /.test(stdout)) throw new Error(stdout);
    return rate;
  };
  return {
    perSecond,
    rows: Object.fromEntries([...found].map(([table, rows]) => [table.name, rows.length]))
  };
}

type Found = [Table, Record<string, string | null>[]];

/** A row that others point at comes before them. */
function inOrder(found: readonly Found[], foreign: readonly { child: string; parent: string }[]): Found[] {
  const left = new Map(found.map((one) => [one[0].name, one]));
  const sorted: Found[] = [];
  while (left.size > 0) {
    const free = [...left.values()].find(
      ([{ name }]) => !foreign.some(({ child, parent }) => child === name && left.has(parent))
    );
    if (!free) throw new Error(`a circle of tables: ${[...left.keys()].join(' ')}`);
    sorted.push(free);
    left.delete(free[0].name);
  }
  return sorted;
}

function scriptOf(found: readonly Found[]): { readonly text: string; readonly values: string[] } {
  const ids = new Map<string, string>();
  for (const [table, rows] of found)
    for (const key of table.unique.filter((columns) => columns.length === 1).flat())
      for (const row of rows)
        if (table.columns.some(({ name, type }) => name === key && type === 'uuid'))
          ids.set(row[key] ?? '', fresh(ids.size));
  const values: string[] = [];
  const literal = (value: string) => {
    const known = values.indexOf(value);
    return `:v${known < 0 ? values.push(value) - 1 : known}`;
  };
  const lines = found.flatMap(([table, rows]) =>
    rows.map((row, index) => {
      const keys = newKeys(table, row, ids);
      const columns = table.columns.map(({ name, type }) => {
        const value = row[name] ?? null;
        if (value === null) return 'null';
        if (keys.has(name)) return keyOf(type, index);
        return ids.get(value) ?? `${literal(value)}::${type}`;
      });
      const names = table.columns.map(({ name }) => `"${name}"`).join(', ');
      return `insert into ${table.schema}.${table.name} (${names}) values (${columns.join(', ')});`;
    })
  );
  return { text: [...KEYS, 'begin;', ...lines, 'commit;', ''].join('\n'), values };
}

/** What no transaction has twice: `n`, spread as ids are, and `number`, small enough for an integer. */
const KEYS = [
  '\\set n random(1, 9000000000000000)',
  '\\set count :count + 1',
  `\\set number :count * ${CONNECTIONS} + :client_id`
];
/** More than one connection inserts in a run. */
const EACH_RUN = 1_000_000;

const fresh = (place: number) => `lpad(to_hex(:n::bigint * 1000 + ${place}), 32, '0')::uuid`;

/** Columns that must have a value of their own in every transaction, beside ids: the last of each unique index that no new id is in. */
function newKeys({ unique }: Table, row: Record<string, string | null>, ids: ReadonlyMap<string, string>): Set<string> {
  const open = unique.filter((columns) => !columns.some((column) => ids.has(row[column] ?? '')));
  return new Set(open.flatMap((columns) => columns.slice(-1)));
}

function keyOf(type: string, index: number): string {
  if (type === 'bytea') return `decode(lpad(to_hex(:n::bigint * 1000 + ${index}), 64, '0'), 'hex')`;
  if (type === 'text') return `'row ' || (:n::bigint * 1000 + ${index})`;
  if (type === 'bigint') return `-(:n::bigint * 1000 + ${index})`;
  return ':number::int';
}
