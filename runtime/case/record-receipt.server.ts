import { may } from '../access/permissions.ts';
import type { Json } from '../definition/json.ts';
import { refuse, type Refusal } from '../errors/refusal.ts';
import type { BeslutRow, ReceiptRow } from '../persistence/rows.ts';
import { inTransaction } from '../persistence/transaction.server.ts';
import { startOfDay } from '../time/day.ts';
import { decideFacts } from './decide-news.ts';
import { entryOf } from './entry.ts';
import { lagaKraft, lastDayToAppeal, receivedByAll } from './laga-kraft.ts';
import { changeCase, type Changed, type Known } from './loop.server.ts';
import type { Actor } from './model.ts';
import type { Change } from './rows/context.server.ts';

interface AboutBeslut {
  readonly key: string;
  readonly caseId: string;
  readonly seq?: number;
  readonly actor: Actor;
  readonly beslutId: string;
  readonly partyId: string;
}

/** The day a party fick del av a beslut (`YYYY-MM-DD`), how, and what shows it. */
export type Receipt = AboutBeslut & {
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
export function recordReceipt(receipt: Receipt, now: Date): Promise<Changed | Refusal> {
  const { receivedOn, how, proof } = receipt;
  const news = { event: 'receipt', on: receivedOn, content: [receivedOn, how, proof] };
  return record(receipt, news, now, (row, { appeal }) => ({
    ...row,
    ...{ received_on: receivedOn, how, proof },
    last_day_to_appeal: lastDayToAppeal(appeal, receivedOn)
  }));
}

/** Records that a party has appealed: laga kraft is unknown until it has been tried. Refused as `recordReceipt` is. */
export function recordAppeal(appealed: Appealed, now: Date): Promise<Changed | Refusal> {
  const { appealedOn } = appealed;
  const news = { event: 'appealed', on: appealedOn, content: [appealedOn] };
  return record(appealed, news, now, (row) => ({ ...row, appealed_on: appealedOn }));
}

interface News {
  readonly event: string;
  readonly on: string | null;
  readonly content: Json[];
}
type Update = (row: ReceiptRow, beslut: BeslutRow) => ReceiptRow;

const record = (about: AboutBeslut, news: News, now: Date, update: Update): Promise<Changed | Refusal> =>
  inTransaction((transaction) => {
    const { key, actor, caseId, seq, beslutId, partyId } = about;
    const content = [caseId, news.event, beslutId, partyId, ...news.content];
    const decide = (known: Known) => changeBy(known, { about, news, update }, now);
    return changeCase(
      transaction,
      { caseId, wish: { key, actor, content }, decide, ...(seq !== undefined && { seq }) },
      now
    );
  });

function changeBy(known: Known, wish: { about: AboutBeslut; news: News; update: Update }, now: Date): Change | Refusal {
  const { locked, record: place, definition } = known;
  const { about, news, update } = wish;
  if (!may(about.actor, 'case.write', place)) return refuse('access.denied');
  const beslut = locked.beslut.find(({ id }) => id === about.beslutId);
  const receipts = locked.receipts.filter(({ beslut_id }) => beslut_id === about.beslutId);
  const before = receipts.find(({ party_id }) => party_id === about.partyId);
  if (!beslut || !before) return refuse('beslut.not_found');
  const after = update(before, beslut);
  const all = receipts.map((row) => (row === before ? after : row));
  const receivedOn = receivedByAll(all);
  const isLatest = beslut === locked.beslut.at(-1);
  const facts = isLatest ? { receivedOn } : {};
  const decided = decideFacts(definition, place, { event: news.event, facts }, now) ?? unmoved(known, news.event);
  return {
    ...decided,
    actor: about.actor,
    entry: { ...decided.entry, details: { beslut: about.beslutId, party: about.partyId, on: news.on } },
    also: { beslut_receipt: [after], beslut: [withLagaKraft(beslut, all)] }
  };
}

/** A case that the news does not move: what became known is written all the same. */
function unmoved({ definition, record: { state } }: Known, event: string) {
  const entry = entryOf(definition, { kind: 'administration', event, role: null, before: state, after: state });
  return { state, effects: [], entry };
}

function withLagaKraft(beslut: BeslutRow, receipts: readonly ReceiptRow[]): BeslutRow {
  const day = lagaKraft(receipts);
  const enforceable = beslut.immediate_ground ? beslut.enforceable_since : day && startOfDay(day).toISOString();
  return { ...beslut, laga_kraft_on: day, enforceable_since: enforceable };
}
