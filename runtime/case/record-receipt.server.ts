import { may } from '../access/permissions.ts';
import { refuse, type Refusal } from '../errors/refusal.ts';
import { administer, type Administered, type CaseWish } from './administer.server.ts';
import { withLagaKraft } from './appeal-of-beslut.ts';
import { lastDayToAppeal, receivedByAll, runsFromNotice } from './laga-kraft.ts';
import type { Changed, Known } from './loop.server.ts';

/** The day a party fick del av a beslut (`YYYY-MM-DD`), how, and what shows it. */
export type BeslutReceipt = CaseWish & {
  readonly beslutId: string;
  readonly partyId: string;
  readonly receivedOn: string;
  readonly how: string;
  readonly proof: string | null;
};

/**
 * Records the day a party got a beslut. When all parts have, `/case/receivedOn` becomes known, the flow's appeal time runs from it,
 * and the beslut's laga kraft is known; until then it is unknown. One whose time runs from the notice (KL 13:5) gets it by nobody's receipt.
 *
 * @returns the case's new seq, or `access.denied`, `beslut.not_found`, `case.changed`, `case.not_found`, `command.key_reused`
 */
export function recordReceipt(wish: BeslutReceipt, now: Date): Promise<Changed | Refusal> {
  const { beslutId, partyId, receivedOn, how, proof } = wish;
  const decide = (known: Known) => received(known, wish);
  return administer(wish, { event: 'receipt', content: [beslutId, partyId, receivedOn, how, proof], decide }, now);
}

function received({ locked, record }: Known, wish: BeslutReceipt): Administered | Refusal {
  if (!may(wish.actor, 'case.write', record)) return refuse('access.denied');
  const beslut = locked.beslut.find(({ id }) => id === wish.beslutId);
  const receipts = locked.receipts.filter(({ beslut_id }) => beslut_id === wish.beslutId);
  const before = receipts.find(({ party_id }) => party_id === wish.partyId);
  if (!beslut || !before) return refuse('beslut.not_found');
  const after = {
    ...before,
    ...{ received_on: wish.receivedOn, how: wish.how, proof: wish.proof },
    last_day_to_appeal: runsFromNotice(beslut.appeal) ? null : lastDayToAppeal(beslut.appeal, wish.receivedOn)
  };
  const all = receipts.map((row) => (row === before ? after : row));
  const isLatest = beslut === locked.beslut.findLast(({ change }) => change !== 'rattelse');
  return {
    details: { beslut: wish.beslutId, party: wish.partyId, on: wish.receivedOn },
    ...(isLatest && { facts: { receivedOn: receivedByAll(all) } }),
    also: { beslut_receipt: [after], beslut: [withLagaKraft(beslut, all)] }
  };
}
