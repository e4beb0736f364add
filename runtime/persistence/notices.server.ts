import type { QueryResultRow } from 'pg';
import { stockholmDay } from '../time/day.ts';
import { read } from './transaction.server.ts';

/** A notice on the anslagstavla. */
export interface BoardNotice {
  readonly id: string;
  readonly organ: string;
  readonly title: string;
  readonly body: string;
  readonly upAt: Date;
  /** The last day that it is up, `YYYY-MM-DD`. */
  readonly lastDay: string;
}

/** A notice that has come down: that it was up, and when. What it said is no longer public here. */
export type PastNotice = Omit<BoardNotice, 'body'> & { readonly downAt: Date | null };

interface Row {
  readonly id: string;
  readonly organ: string;
  readonly title: string;
  readonly body: string;
  readonly up_at: string;
  readonly last_day: string;
  readonly down_at: string | null;
}

const COLUMNS = `n.id, o.name as organ, n.title, n.up_at, n.last_day::text, n.down_at`;
const FROM = `from notice n join organ o on o.key = n.organ_key`;
const IS_UP = `n.up_at <= $1 and n.down_at is null and n.last_day >= $2`;
const MOST = 200;

const UP = {
  name: 'notices-up',
  text: `select ${COLUMNS}, n.body ${FROM} where ${IS_UP} order by n.up_at desc, n.id desc limit ${MOST}`
};

/** What is up now, newest first. */
export async function noticesUp(now: Date): Promise<BoardNotice[]> {
  const rows = await read<Row & QueryResultRow>(UP, [now, stockholmDay(now)]);
  return rows.map((row) => ({ ...common(row), body: row.body }));
}

/** What was taken down, and what has had its time and is taken down within the hour. */
const DOWN = {
  name: 'notices-down',
  text: `select * from (
    (select ${COLUMNS}, n.down_at as ended ${FROM} where n.down_at is not null and n.up_at <= $1 order by n.down_at desc, n.id desc limit ${MOST})
    union all
    (select ${COLUMNS}, n.last_day ${FROM} where n.down_at is null and n.last_day < $2 and n.up_at <= $1)
  ) n order by n.ended desc, n.id limit ${MOST}`
};

/** What has come down, latest first. */
export async function noticesDown(now: Date): Promise<PastNotice[]> {
  const rows = await read<Row & QueryResultRow>(DOWN, [now, stockholmDay(now)]);
  return rows.map((row) => ({ ...common(row), downAt: row.down_at ? new Date(row.down_at) : null }));
}

const common = ({ id, organ, title, up_at, last_day }: Row) => ({
  id,
  organ,
  title,
  upAt: new Date(up_at),
  lastDay: last_day
});

const TAKE_DOWN = {
  name: 'take-down-notices',
  text: 'update notice set down_at = $1 where down_at is null and last_day < $2 returning id'
};

/** Takes down what has been up its time, and notes when: that is the proof that it was (KL 8:10). Says how many. */
export const takeDownNotices = async (now: Date): Promise<number> =>
  (await read(TAKE_DOWN, [now, stockholmDay(now)])).length;

const TAKE_DOWN_IN_TIME = {
  name: 'take-down-notices-in-time',
  text: `update notice set down_at = (last_day + 1)::timestamp at time zone 'Europe/Stockholm'
    where case_id = $1 and down_at is null and last_day < $2 returning id`
};

/** Takes down the notices of a case whose time is past, each the day after its last, as would have been done then. */
export async function takeDownInTime(caseId: string, now: Date): Promise<void> {
  await read(TAKE_DOWN_IN_TIME, [caseId, stockholmDay(now)]);
}
