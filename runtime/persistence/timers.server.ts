import { read } from './transaction.server.ts';

const DUE = {
  name: 'due-cases',
  text: `
select case_id as id from timer where at <= $1 and not case_id = any($2::uuid[])
group by case_id order by min(at), case_id limit 100`
};

/** Cases with a timer that is due, the one that has waited longest first; not those that are passed over. */
export async function casesWithDueTimers(now: Date, passedOver: readonly string[]): Promise<string[]> {
  const rows = await read<{ id: string }>(DUE, [now, passedOver]);
  return rows.map(({ id }) => id);
}
