import type { BeslutRow, ReceiptRow } from '../persistence/rows.ts';
import type { Day } from '../time/day.ts';
import { withLagaKraft } from './appeal-of-beslut.ts';
import { runsFromNotice } from './laga-kraft.ts';

interface Standing {
  readonly beslut: readonly BeslutRow[];
  readonly receipts: readonly ReceiptRow[];
}

/** What is owed to somebody who becomes a part when there are beslut already. */
interface Owed {
  /** The beslut whose laga kraft now waits for one more. */
  readonly beslut: readonly BeslutRow[];
  readonly beslut_receipt: readonly ReceiptRow[];
  /** Whether `/case/receivedOn` is unknown again: the latest beslut is among them. */
  readonly isLatest: boolean;
}

/**
 * Who becomes a part is to get what has been decided (FL 33 §), and has the whole appeal time from then (FL 44 §): so each beslut that
 * can still be appealed waits for them too, and its laga kraft is unknown. One with laga kraft keeps it, and one whose time runs from
 * the notice on the anslagstavla, for everybody alike (KL 13:5), waits for nobody. Pure.
 */
export function owedToLatePart({ beslut, receipts }: Standing, partyId: string, today: Day): Owed {
  const replaced = new Set(
    beslut.flatMap(({ change, replaces_id }) => (change === 'andring' ? (replaces_id ?? []) : []))
  );
  const waits = ({ id, appeal, change, laga_kraft_on }: BeslutRow) =>
    appeal.kind !== 'ej-overklagbart' &&
    !runsFromNotice(appeal) &&
    change !== 'rattelse' &&
    !replaced.has(id) &&
    (laga_kraft_on === null || laga_kraft_on > today);
  const open = beslut.filter(waits);
  const owed = open.map(({ id }): ReceiptRow => ({
    ...{ beslut_id: id, party_id: partyId, received_on: null, how: null, proof: null },
    ...{ last_day_to_appeal: null, appealed_on: null }
  }));
  const latest = beslut.findLast(({ change }) => change !== 'rattelse');
  return {
    beslut: open.map((row) =>
      withLagaKraft(
        row,
        [...receipts, ...owed].filter(({ beslut_id }) => beslut_id === row.id)
      )
    ),
    beslut_receipt: owed,
    isLatest: latest !== undefined && open.includes(latest)
  };
}
