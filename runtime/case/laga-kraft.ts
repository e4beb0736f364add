import type { Appeal } from '../definition/types.ts';
import { PlatformError } from '../errors/platform-error.ts';
import { addDays, type Day } from '../time/day.ts';
import { lastDay } from '../time/last-day.ts';
import { parsePeriod } from '../time/period.ts';

/**
 * The last day to appeal for somebody who got a beslut on a day; null for a beslut that cannot be appealed. Three weeks by FL 44 §
 * unless the case type says otherwise, by lag 1930:173. Pure.
 */
export function lastDayToAppeal({ kind, period: text }: Appeal, receivedOn: Day): Day | null {
  if (kind === 'ej-overklagbart') return null;
  const period = parsePeriod(text ?? 'P3W');
  if (!period) throw new PlatformError('period.unreadable', { period: text ?? '' });
  return lastDay({ start: receivedOn, period, days: 'calendar', direction: 'after', roll: true });
}

/**
 * Whether the time to appeal runs from the notice of the adjusted minutes, for everybody alike (KL 13:5), and not for each part from the day they
 * got the beslut (FL 44 §). Pure.
 */
export const runsFromNotice = ({ kind, startsWhen }: Pick<Appeal, 'kind' | 'startsWhen'>): boolean =>
  startsWhen === undefined ? kind === 'laglighetsprovning' : startsWhen === 'notice-on-anslagstavla';

/** What is known of one part's receipt of a beslut. */
export interface ReceiptFacts {
  readonly received_on: Day | null;
  readonly last_day_to_appeal: Day | null;
  readonly appealed_on: Day | null;
}

/** The day the last of the parts got the beslut; null while any of them has not. Pure. */
export function receivedByAll(receipts: readonly ReceiptFacts[]): Day | null {
  const days = receipts.map(({ received_on }) => received_on);
  return days.includes(null) ? null : (days.toSorted().at(-1) ?? null);
}

/**
 * The day from which a beslut has laga kraft: the day after the last part's last day to appeal. Null while some part has not got
 * it, and when some part has appealed, since then a court or länsstyrelsen decides. Pure.
 */
export function lagaKraft(receipts: readonly ReceiptFacts[]): Day | null {
  if (receipts.some(({ appealed_on }) => appealed_on !== null) || receivedByAll(receipts) === null) return null;
  const last = receipts
    .flatMap(({ last_day_to_appeal }) => last_day_to_appeal ?? [])
    .toSorted()
    .at(-1);
  return last === undefined ? null : addDays(last, 1);
}
