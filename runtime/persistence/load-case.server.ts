import type {
  CaseRow,
  CoSignerRow,
  PartyRow,
  TimerRow,
  WaitingRow,
  BeslutRow,
  DelegationRow,
  ReceiptRow
} from './rows.ts';
import { joined, read, type Transaction } from './transaction.server.ts';

/** A case and what the rules need to know around it. Read without lock it is a view of one moment. */
export interface LoadedCase {
  readonly case_: CaseRow;
  readonly parties: readonly PartyRow[];
  /** Who is asked to sign, and the hash of what they sign. */
  readonly coSigners: readonly (CoSignerRow & { readonly sha256: string })[];
  readonly timers: readonly TimerRow[];
  readonly waiting: readonly WaitingRow[];
  /** Every state that the case has been in. */
  readonly visited: readonly string[];
  /** The last step that people must have seen: what the platform files by itself moves nothing under their hands. */
  readonly seenSeq: number;
  readonly lastLopnummer: number;
  /** Whether the case has a number in a diarium. */
  readonly registered: boolean;
  /** Every beslut of the case, in order, and who has got them. */
  readonly beslut: readonly BeslutRow[];
  readonly receipts: readonly ReceiptRow[];
  /** The items of the organ's delegationsordning that the case type needs, with everybody who has held them, holds them or will. */
  readonly delegations: readonly DelegationRow[];
}

const LOCK = { name: 'lock-case', text: 'select seq from case_ where id = $1 for update' };

const SEEN_SEQ = `select coalesce(max(x.seq), 0) as seq from timeline x where x.case_id = $1
    and (x.actor = 'system' and x.entry->>'kind' = 'administration') is not true`;
const SEEN = { name: 'seen-seq', text: SEEN_SEQ };

/** The last step of a case that people must have seen. */
export async function seenSeq(id: string): Promise<number> {
  const [row] = await read<{ seq: number }>(SEEN, [id]);
  return row?.seq ?? 0;
}

/** A case `c` with what stands around it, as one JSON document. */
export const LOADED_CASE = `
select jsonb_build_object(
  'case_', to_jsonb(c),
  'parties', (select coalesce(jsonb_agg(to_jsonb(x) || jsonb_build_object('protected', x.protected or coalesce(q.protected, false))
      order by x.added_at, x.id), '[]') from party x left join person q on q.id = x.person_id where x.case_id = c.id),
  'coSigners', (select coalesce(jsonb_agg(to_jsonb(x) || jsonb_build_object('sha256', s.sha256) order by y.added_at, y.id), '[]')
    from co_signer x join submission s on s.id = x.submission_id join party y on y.id = x.party_id where x.case_id = c.id),
  'timers', (select coalesce(jsonb_agg(to_jsonb(x) order by x.at, x.event), '[]') from timer x where x.case_id = c.id),
  'waiting', (select coalesce(jsonb_agg(to_jsonb(x) order by x.seq), '[]') from waiting x where x.case_id = c.id),
  'visited', (select coalesce(jsonb_agg(distinct s), '[]') from timeline x, jsonb_array_elements_text(x.entry->'to') s where x.case_id = c.id),
  'seenSeq', (${SEEN_SEQ.replace('$1', 'c.id')}),
  'lastLopnummer', (select coalesce(max(lopnummer), 0) from handling where case_id = c.id),
  'registered', exists (select from registration where case_id = c.id),
  'beslut', (select coalesce(jsonb_agg(to_jsonb(x) order by x.seq), '[]') from beslut x where x.case_id = c.id),
  'receipts', (select coalesce(jsonb_agg(to_jsonb(x) order by x.party_id), '[]')
    from beslut_receipt x join beslut b on b.id = x.beslut_id where b.case_id = c.id),
  'delegations', (select coalesce(jsonb_agg(to_jsonb(x) || jsonb_build_object('title', i.title) order by x.item, x.id), '[]')
    from case_type_version v join delegation x on x.item = any(v.delegation) and x.organ_key = c.organ_key
      join delegation_item i on i.organ_key = x.organ_key and i.item = x.item where v.id = c.version_id)
) as found
from case_ c`;

export const LOAD = { name: 'load-case', text: `${LOADED_CASE} where c.id = $1` };

/**
 * Locks a case until the end of the transaction and reads it; undefined when there is none.
 *
 * @param read what was read of it a moment ago, which holds when no step has been taken since
 */
export async function lockCase(
  transaction: Transaction,
  id: string,
  read?: LoadedCase
): Promise<LoadedCase | undefined> {
  if (transaction.unit) return transaction.unit.load(id);
  if (read) {
    const [locked] = await transaction.run<{ seq: number }>(LOCK, [id]);
    if (locked?.seq === read.case_.seq) return read;
  }
  // Loaded after the lock, in a statement of its own: only then does it see what the one before us wrote to the other tables.
  const [, [row]] = await Promise.all([
    transaction.run(LOCK, [id]),
    transaction.run<{ found: LoadedCase }>(LOAD, [id])
  ]);
  return row?.found;
}

/** Reads a case as it stands. */
export async function loadCase(id: string): Promise<LoadedCase | undefined> {
  const unit = joined.getStore()?.transaction.unit;
  if (unit) return unit.load(id);
  const [row] = await read<{ found: LoadedCase }>(LOAD, [id]);
  return row?.found;
}
