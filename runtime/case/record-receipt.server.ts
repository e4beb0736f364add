import { may } from '../access/permissions.ts';
import { refuse, type Refusal } from '../errors/refusal.ts';
import type { BeslutRow, ReceiptRow } from '../persistence/rows.ts';
import { startOfDay } from '../time/day.ts';
import { administer, type Administered, type CaseWish } from './administer.server.ts';
import { lagaKraft, lastDayToAppeal, receivedByAll } from './laga-kraft.ts';
import type { Changed, Known } from './loop.server.ts';

type AboutBeslut = CaseWish & { readonly beslutId: string; readonly partyId: string };

/** The day a party fick del av a beslut (`YYYY-MM-DD`), how, and what shows it. */
export type BeslutReceipt = AboutBeslut & {
  readonly receivedOn: string;
  readonly how: string;
  readonly proof: string | null;
};

/** The day a party's appeal came in; null takes a wrong entry back. */
export type Appealed = AboutBeslut & { readonly appealedOn: string | null };

/**
 * Records the day a party got a beslut. When all parts have, `/case/receivedOn` becomes known, the flow's appeal time runs from it,
 * and the beslut's laga kraft is known; until then it is unknown.
 *
 * @returns the case's new seq, or `access.denied`, `beslut.not_found`, `case.changed`, `case.not_found`, `command.key_reused`
 */
export function recordReceipt(wish: BeslutReceipt, now: Date): Promise<Changed | Refusal> {
  const { beslutId, partyId, receivedOn, how, proof } = wish;
  const received = (row: ReceiptRow, { appeal }: BeslutRow) => ({
    ...row,
    ...{ received_on: receivedOn, how, proof },
    last_day_to_appeal: lastDayToAppeal(appeal, receivedOn)
  });
  const decide = (known: Known) => withReceipt(known, { wish, on: receivedOn, update: received });
  return administer(wish, { event: 'receipt', content: [beslutId, partyId, receivedOn, how, proof], decide }, now);
}

/** Records that a party has appealed: laga kraft is unknown until it has been tried. Refused as `recordReceipt` is. */
export function recordAppeal(wish: Appealed, now: Date): Promise<Changed | Refusal> {
  const { beslutId, partyId, appealedOn } = wish;
  const update = (row: ReceiptRow) => ({ ...row, appealed_on: appealedOn });
  const decide = (known: Known) => withReceipt(known, { wish, on: appealedOn, update });
  return administer(wish, { event: 'appealed', content: [beslutId, partyId, appealedOn], decide }, now);
}

interface News {
  readonly wish: AboutBeslut;
  readonly on: string | null;
  readonly update: (row: ReceiptRow, beslut: BeslutRow) => ReceiptRow;
}

function withReceipt({ locked, record }: Known, { wish, on, update }: News): Administered | Refusal {
  if (!may(wish.actor, 'case.write', record)) return refuse('access.denied');
  const beslut = locked.beslut.find(({ id }) => id === wish.beslutId);
  const receipts = locked.receipts.filter(({ beslut_id }) => beslut_id === wish.beslutId);
  const before = receipts.find(({ party_id }) => party_id === wish.partyId);
  if (!beslut || !before) return refuse('beslut.not_found');
  const after = update(before, beslut);
  const all = receipts.map((row) => (row === before ? after : row));
  const isLatest = beslut === locked.beslut.findLast(({ change }) => change !== 'rattelse');
  return {
    details: { beslut: wish.beslutId, party: wish.partyId, on },
    ...(isLatest && { facts: { receivedOn: receivedByAll(all) } }),
    also: { beslut_receipt: [after], beslut: [withLagaKraft(beslut, all)] }
  };
}

function withLagaKraft(beslut: BeslutRow, receipts: readonly ReceiptRow[]): BeslutRow {
  const day = lagaKraft(receipts);
  const enforceable = beslut.immediate_ground ? beslut.enforceable_since : day && startOfDay(day).toISOString();
  return { ...beslut, laga_kraft_on: day, enforceable_since: enforceable };
}
