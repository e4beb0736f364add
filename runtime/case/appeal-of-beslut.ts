import type { EventMeta } from '../definition/types.ts';
import type { BeslutRow, PartyRow, ReceiptRow } from '../persistence/rows.ts';
import { startOfDay, type Day } from '../time/day.ts';
import { lagaKraft, runsFromNotice } from './laga-kraft.ts';

interface Standing {
  readonly parties: readonly Pick<PartyRow, 'id' | 'represents_id'>[];
  readonly beslut: readonly BeslutRow[];
  readonly receipts: readonly ReceiptRow[];
}

interface Appealing {
  readonly appeal: NonNullable<EventMeta['appeal']>;
  /** The parties, by id, that it comes from; none when staff take it in. */
  readonly own: readonly string[];
  /** The day it came in, which staff may register later: in time is what arrives in time (FL 45 §). */
  readonly on: Day;
}

/**
 * What an appeal that comes in does to the beslut that can still be appealed, and the rejection of the latest to those it was against: their laga kraft
 * becomes unknown, or is again what the receipts say. A party appeals for itself or for whom it speaks; of what staff take in the
 * register only knows that somebody appealed, which is enough for no part's time to run out. Laglighetsprövning is handed in to
 * the court and not to us (KL 13:1), so nothing here speaks of it. Pure.
 */
export function appealOfBeslut(
  { parties, beslut, receipts }: Standing,
  { appeal, own, on }: Appealing
): { readonly beslut: BeslutRow[]; readonly beslut_receipt: ReceiptRow[] } {
  const speaksFor = parties
    .filter(({ id }) => own.includes(id))
    .flatMap(({ id, represents_id }) => [id, ...(represents_id ? [represents_id] : [])]);
  const isOpen = (one: BeslutRow) =>
    one.appeal.kind === 'forvaltningsbesvar' &&
    one.change !== 'rattelse' &&
    (one.laga_kraft_on === null || one.laga_kraft_on > on);
  const openIds = new Set(beslut.filter(isOpen).map(({ id }) => id));
  // An earlier appeal may be with the överinstans already, and must not fall with a later one that came too late (FL 45 and 46 §§).
  const latest = receipts
    .flatMap(({ appealed_on }) => appealed_on ?? [])
    .toSorted()
    .at(-1);
  const changes = ({ beslut_id, party_id, appealed_on }: ReceiptRow) =>
    appeal === 'rejected'
      ? appealed_on !== null && appealed_on === latest
      : appealed_on === null && openIds.has(beslut_id) && (own.length === 0 || speaksFor.includes(party_id));
  const after = receipts.map((row) => (changes(row) ? { ...row, appealed_on: appeal === 'lodged' ? on : null } : row));
  const changed = after.filter((row, index) => row !== receipts[index]);
  return {
    beslut_receipt: changed,
    beslut: beslut
      .filter(({ id }) => changed.some(({ beslut_id }) => beslut_id === id))
      .map((row) =>
        withLagaKraft(
          row,
          after.filter(({ beslut_id }) => beslut_id === row.id)
        )
      )
  };
}

/** A beslut with the laga kraft, and so the verkställbarhet (FL 35 §), that its receipts give it: none where the time runs from the notice. Pure. */
export function withLagaKraft(beslut: BeslutRow, receipts: readonly ReceiptRow[]): BeslutRow {
  if (runsFromNotice(beslut.appeal)) return beslut;
  const day = lagaKraft(receipts);
  const enforceable = beslut.immediate_ground ? beslut.enforceable_since : day && startOfDay(day).toISOString();
  return { ...beslut, laga_kraft_on: day, enforceable_since: enforceable };
}

/** The day a party appealed what a beslut changes, for the appeal is of the new beslut too (FL 46 §); null for any other beslut. Pure. */
export function appealOfChanged(
  { change, replaces_id }: Pick<BeslutRow, 'change' | 'replaces_id'>,
  receipts: readonly ReceiptRow[],
  partyId: string
): Day | null {
  if (change !== 'andring') return null;
  return receipts.find((row) => row.beslut_id === replaces_id && row.party_id === partyId)?.appealed_on ?? null;
}
