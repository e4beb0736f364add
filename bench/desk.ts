import pg from 'pg';
import { fillDemo } from '../runtime/demo/fill.server.ts';
import { ports } from '../runtime/effects/ports.server.ts';
import { closeDatabase } from '../runtime/persistence/orm.server.ts';
import { copyCases } from './copy-cases.ts';
import { report, type Round } from './figures.ts';
import { browserAt, type Browser } from './load.ts';
import { median } from './measure.ts';
import { logIn, openDatabase, startWeb } from './stage.ts';

const [FEW, MANY] = [10_000, 1_000_000];
/** By the engine; the others are copies of them. */
const MADE = 150;
const ROUNDS = 7;
const LOOKS = 15;
const LISTS = ['mine', 'group', 'unassigned', 'all'] as const;
const MOST = 1.25;

/**
 * (d) The desk's first page with its exact counts, for a caseworker of one unit, at a million cases against ten thousand. The unit, its
 * queues and the reader's own list grow with the whole: a hundred times as many in each.
 */
export async function benchDesk(): Promise<void> {
  const database = await openDatabase();
  try {
    const { files, clock } = ports();
    await fillDemo({ files, cases: MADE }, clock.now());
    const filling = new pg.Pool({ connectionString: database.url, max: 1 });
    const cookie = await someoneAtWork(filling);
    await copyCases(filling, FEW);
    await filling.end();
    await closeDatabase();
    const many = await grown(database.url);
    const webs = [await startWeb(database.url, database.folder), await startWeb(many, database.folder)];
    try {
      const [few, large] = webs.map(({ address }) => browserAt(address, cookie));
      if (!few || !large) throw new Error('no product is served');
      report(await looks(few, large));
    } finally {
      for (const web of webs) await web.stop();
    }
  } finally {
    await database.drop();
  }
}

/** A caseworker of the unit with the most open cases, who has the cases of the colleague that has most. */
async function someoneAtWork(sql: pg.Pool): Promise<string> {
  const busiest = `select organ_key as organ, unit_key as unit, assignee_id as assignee from case_
    where legal_state in ('oppet', 'vilande') and assignee_id is not null group by 1, 2, 3 order by count(*) desc limit 1`;
  const [found] = (await sql.query<{ organ: string; unit: string; assignee: string }>(busiest)).rows;
  if (!found) throw new Error('nobody has any case');
  const { organ, unit, assignee } = found;
  const { personId, cookie } = await logIn(sql, { organ, unit, role: 'caseworker' });
  await sql.query('update case_ set assignee_id = $1 where assignee_id = $2', [personId, assignee]);
  return cookie;
}

/** A second database on the same server, grown from the first, to which nobody may be connected. */
async function grown(url: string): Promise<string> {
  const server = new URL(url);
  server.pathname = '/postgres';
  const admin = new pg.Client({ connectionString: server.href });
  await admin.connect();
  await admin.query('create database many template smedja');
  await admin.end();
  const many = new URL(url);
  many.pathname = '/many';
  const pool = new pg.Pool({ connectionString: many.href, max: 1 });
  const start = performance.now();
  await copyCases(pool, MANY);
  const [{ cases, size }] = (
    await pool.query("select count(*)::int as cases, pg_size_pretty(pg_database_size('many')) as size from case_")
  ).rows;
  console.log(`\n${cases} cases, ${size}, copied in ${Math.round((performance.now() - start) / 1000)} s`);
  await pool.end();
  return many.href;
}

async function looks(few: Browser, many: Browser) {
  const rounds = new Map(LISTS.map((list): [string, Round[]] => [list, []]));
  for (const list of LISTS) console.log(`  ${list}: ${await counted(few, list)} and ${await counted(many, list)}`);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const list of LISTS) {
      const [ours, yardstick]: number[][] = [[], []];
      for (let look = 0; look < LOOKS; look += 1) {
        yardstick?.push(await millis(few, list));
        ours?.push(await millis(many, list));
      }
      rounds.get(list)?.push({ ours: median(ours ?? []), yardstick: median(yardstick ?? []) });
    }
  return LISTS.map((list) => ({
    ...{ key: list === 'mine' ? 'd' : `d-${list}`, what: `the desk's first page, ${list}, at a million cases` },
    ...{ yardstick: 'ten thousand', unit: 'ms', most: MOST, rounds: rounds.get(list) ?? [] }
  }));
}

async function millis(browser: Browser, list: string): Promise<number> {
  const start = performance.now();
  const { status } = await browser.get(`/handlaggning?lista=${list}`);
  if (status !== 200) throw new Error(`the desk answered ${status}`);
  return performance.now() - start;
}

/** How many cases the page says that a list holds, and how many it shows. */
async function counted(browser: Browser, list: string): Promise<string> {
  const { status, body } = await browser.get(`/handlaggning?lista=${list}`);
  const count = new RegExp(`lista=${list}"[^>]*>.*?class="num[^"]*">(\\d+)<`, 's').exec(body)?.[1];
  if (status !== 200 || !count) throw new Error(`the desk answered ${status}`);
  return `${count} (${body.match(/<th scope="row"/g)?.length ?? 0} shown)`;
}
