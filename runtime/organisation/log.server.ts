import type { Actor } from '../access/model.ts';
import type { Refusal } from '../errors/refusal.ts';
import { logRows, type LogRow } from '../persistence/organisation/log.server.ts';
import { mayAdminister } from './administration.server.ts';

const PAGE = 50;

export interface LogQuery {
  /** The row that the page before ended with. */
  readonly before: string | null;
  /** What was changed; null: anything. */
  readonly object: string | null;
  /** The id of a person or group, or the key of an organ, that it was about. */
  readonly about: string | null;
}

/** Who changed what of the organisation, newest first. */
export async function readLog(
  { before, object, about }: LogQuery,
  actor: Actor
): Promise<{ readonly rows: readonly LogRow[]; readonly next: number | null } | Refusal> {
  const refused = mayAdminister(actor);
  if (refused) return refused;
  const cursor = before !== null && /^\d{1,9}$/.test(before) ? Number(before) : null;
  const found = await logRows({ before: cursor, object, about, limit: PAGE + 1 });
  const rows = found.slice(0, PAGE);
  return { rows, next: found.length > PAGE ? (rows.at(-1)?.seq ?? null) : null };
}
