import { RateLimit } from './entities/index.ts';
import { entityManager } from './orm.server.ts';
import { read } from './transaction.server.ts';

const COUNT = {
  name: 'count-try',
  text: `insert into rate_limit (key, window_start, count) values ($1, $2, 1)
    on conflict (key) do update set
      count = case when rate_limit.window_start <= $3 then 1 else rate_limit.count + 1 end,
      window_start = case when rate_limit.window_start <= $3 then excluded.window_start else rate_limit.window_start end
    returning count, window_start`
};

/** Counts one try under `key` in a window of `seconds` that all nodes share. Gives how many there were, this one too, and when the window ends. */
export async function countTry(key: string, seconds: number, now: Date): Promise<{ count: number; until: Date }> {
  const oldest = new Date(now.getTime() - seconds * 1000);
  const [row] = await read<{ count: number; window_start: string }>(COUNT, [key, now, oldest]);
  const start = row?.window_start ?? now;
  return { count: row?.count ?? 1, until: new Date(new Date(start).getTime() + seconds * 1000) };
}

/** For the housekeeping: windows that began before `before`. */
export async function deleteOldTries(before: Date): Promise<void> {
  await entityManager().nativeDelete(RateLimit, { windowStart: { $lt: before } });
}
