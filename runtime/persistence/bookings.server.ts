import type { Booking } from '../case/bookings.ts';
import { read, type Transaction } from './transaction.server.ts';

const LOCK = {
  name: 'lock-booking',
  text: `select pg_advisory_xact_lock(hashtextextended(format('booking %s %s', resource, time), 0))
    from (select * from jsonb_to_recordset($1::jsonb) as x(resource text, time text) order by resource, time) wanted`
};
const HELD = {
  name: 'held-by-others',
  text: `select b.resource from booking b join jsonb_to_recordset($1::jsonb) as x(resource text, time text)
    on x.resource = b.resource and x.time = b.time where b.case_id <> $2`
};

/**
 * Whether another case holds one of these times. Who asks first is answered first: the others wait until that transaction has ended,
 * and see what it wrote.
 */
export async function isTaken({ run }: Transaction, bookings: readonly Booking[], caseId: string): Promise<boolean> {
  if (bookings.length === 0) return false;
  const wanted = JSON.stringify(bookings);
  const [, held] = await Promise.all([run(LOCK, [wanted]), run(HELD, [wanted, caseId])]);
  return held.length > 0;
}

const TAKEN = {
  name: 'taken-times',
  text: `select resource, array_agg(time order by time) as times from booking
    where resource = any($1) and case_id is distinct from $2::uuid group by resource`
};

/** The times that cases hold, by resource; those of one case left out. */
export async function takenTimes(
  resources: readonly string[],
  except: string | null
): Promise<Readonly<Record<string, readonly string[]>>> {
  const rows = await read<{ resource: string; times: string[] }>(TAKEN, [resources, except]);
  return Object.fromEntries(rows.map(({ resource, times }) => [resource, times]));
}
