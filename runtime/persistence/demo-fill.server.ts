import { pool } from './orm.server.ts';
import { read } from './transaction.server.ts';

const STATE = {
  name: 'demo-fill',
  text: `select exists (select from case_) as "hasCases", exists (select from demo_fill) as begun,
    exists (select from demo_fill where done_at is not null) as done`
};
const BEGIN = {
  name: 'demo-fill-begin',
  text: 'insert into demo_fill (id, begun_at) values (1, $1) on conflict (id) do update set begun_at = excluded.begun_at'
};
const DONE = { name: 'demo-fill-done', text: 'update demo_fill set done_at = $1 where id = 1' };

/** Everything that a fill makes. Case types, organs and people stay: to make them again does no harm. */
const ERASE = `
  begin;
  set local role none;
  truncate case_, draft, file, mail, notice, command, diarium_series cascade;
  delete from graphile_worker._private_jobs;
  commit`;

/**
 * Begins the first fill of a demo: false where there is nothing to do, since it is filled, or lived in. What a fill that was cut off
 * left is erased first: nobody can have used it, because a demo opens its doors when it is filled.
 *
 * The web role may erase no history, so this is done as the one who connects.
 */
export async function beginFill(now: Date): Promise<boolean> {
  const [state] = await read<{ hasCases: boolean; begun: boolean; done: boolean }>(STATE);
  if (!state || state.done || (state.hasCases && !state.begun)) return false;
  if (state.hasCases) await (await pool()).query(ERASE);
  await read(BEGIN, [now]);
  return true;
}

export const endFill = async (now: Date): Promise<void> => void (await read(DONE, [now]));
