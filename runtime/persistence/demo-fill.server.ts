import { read } from './transaction.server.ts';

/** A fill of the demo that is not done: how many cases it is to make, and what time it is in it. */
export interface Fill {
  readonly cases: number;
  readonly begunAt: Date;
}

const BEGIN = {
  name: 'demo-fill-begin',
  text: 'insert into demo_fill (id, begun_at, cases) values ($1, $2, $3) on conflict (id) do nothing'
};
const OPEN = {
  name: 'demo-fill-open',
  text: 'select begun_at as "begunAt", cases from demo_fill where id = $1 and done_at is null'
};
const DONE = { name: 'demo-fill-done', text: 'update demo_fill set done_at = $2 where id = $1' };
const IS_LIVED_IN = {
  name: 'demo-fill-lived-in',
  text: 'select exists (select from case_) and not exists (select from demo_fill) as "isLivedIn"'
};

/** Whether somebody has used the installation, and no fill has begun. */
export async function isLivedIn(): Promise<boolean> {
  const [row] = await read<{ isLivedIn: boolean }>(IS_LIVED_IN);
  return row?.isLivedIn === true;
}

/** Begins a fill, or goes on with the one of the same seed that was cut off, as it was begun; null when that one is done. */
export async function beginFill(seed: number, cases: number, now: Date): Promise<Fill | null> {
  await read(BEGIN, [seed, now, cases]);
  const [row] = await read<{ begunAt: string; cases: number }>(OPEN, [seed]);
  return row ? { cases: row.cases, begunAt: new Date(row.begunAt) } : null;
}

export const endFill = async (seed: number, now: Date): Promise<void> => void (await read(DONE, [seed, now]));

const MADE = { name: 'demo-fill-made', text: 'select key from demo_case where fill_id = $1' };
const CLAIM = {
  name: 'demo-fill-claim',
  text: 'insert into demo_case (key, fill_id) values ($1, $2) on conflict do nothing returning key'
};

/** The keys of the cases that a fill has made. */
export const madeCases = async (seed: number): Promise<ReadonlySet<string>> =>
  new Set((await read<{ key: string }>(MADE, [seed])).map(({ key }) => key));

/** Notes that a case is made, in the transaction that makes it; false when another did. */
export const claimCase = async (seed: number, key: string): Promise<boolean> =>
  (await read(CLAIM, [key, seed])).length === 1;

interface Progress {
  readonly seed: number;
  readonly made: number;
  readonly wanted: number;
}

const PROGRESS = {
  name: 'demo-fill-progress',
  text: `select f.id as seed, f.cases as wanted, count(c.key)::int as made from demo_fill f left join demo_case c on c.fill_id = f.id
    where f.done_at is null group by f.id order by f.id limit 1`
};

/** How many cases the fill that runs has made; null when none does. */
export async function fillProgress(): Promise<Progress | null> {
  const [row] = await read<Progress & Record<string, unknown>>(PROGRESS);
  return row ?? null;
}
