import { randomUUID } from 'node:crypto';
import type { Json } from '../definition/json.ts';
import { log } from '../effects/log.server.ts';
import { isRefusal } from '../errors/refusal.ts';
import { isObject } from '../form/pointer.ts';
import { loadCase } from '../persistence/load-case.server.ts';
import {
  findPayment,
  insertPayment,
  paymentsOfCase,
  paymentsToAsk,
  settleOnce,
  type PaymentRow
} from '../persistence/payments.server.ts';
import type { Transaction } from '../persistence/transaction.server.ts';
import type { Clock } from '../ports/clock.ts';
import type { Payments } from '../ports/payments.ts';
import { startOfDay, stockholmDay } from '../time/day.ts';
import { decideResult } from './decide-news.ts';
import { entryOf } from './entry.ts';
import { changeCase, type Known } from './loop.server.ts';
import { askedPayments, type AskedPayment } from './payments.ts';
import type { Change } from './rows/context.server.ts';

/** What beginning and settling payments needs from outside. */
export interface PayPorts {
  readonly clock: Clock;
  readonly payments: Payments | null;
  readonly municipality: { readonly site: string };
}

/** A payment of a case as people are shown it. */
export interface CasePayment extends AskedPayment {
  /** `late`: it came when the case no longer waited for it; `out`: we have paid it. */
  readonly standing: 'asked' | 'paid' | 'late' | 'out';
  readonly paidAt: Date | null;
}

/** What a case asks to be paid now, and what was paid, oldest first. */
export async function paymentsOf(caseId: string, asked: readonly AskedPayment[]): Promise<CasePayment[]> {
  const settled = (await paymentsOfCase(caseId)).flatMap(({ status, settled_at, ...row }): CasePayment[] => {
    if (status !== 'paid' && status !== 'late') return [];
    const { automation, visit, amount } = row;
    return [
      { automation, visit, amount, text: null, standing: status, paidAt: new Date(settled_at ?? row.created_at) }
    ];
  });
  return [...settled, ...asked.map((one) => ({ ...one, standing: 'asked' as const, paidAt: null }))];
}

/** What we have paid out, as the results of the case say. */
export const payoutsIn = (results: Json | undefined): CasePayment[] =>
  Object.entries(isObject(results) ? results : {}).flatMap(([automation, result]) => {
    const { payout, amount, paidOn } = isObject(result) ? result : {};
    if (payout === undefined || typeof amount !== 'number' || typeof paidOn !== 'string') return [];
    return [{ automation, visit: 0, amount, text: null, standing: 'out', paidAt: startOfDay(paidOn) }];
  });

/**
 * Begins a payment that a case waits for, or goes on with the one that is open; each visit has one open payment at most.
 *
 * @returns the address where one pays; `refused` when the provider will never take it; null when the case does not wait for it
 * @throws PlatformError when the provider does not answer
 */
export async function beginPayment(caseId: string, automation: string, ports: PayPorts): Promise<string | null> {
  const { payments, clock } = ports;
  const found = await loadCase(caseId);
  const asked = askedPayments(found?.waiting ?? []).find((one) => one.automation === automation);
  if (!payments || !found || !asked) return null;
  const open = await openPayment(caseId, asked, ports);
  if (open) return open.status === 'open' ? open.location : null;
  const id = randomUUID();
  const reference = found.case_.number;
  const begun = await payments.begin({
    ...{ id, reference, amount: asked.amount },
    returnUrl: `${ports.municipality.site}/betalning/${id}`,
    language: found.case_.language === 'en' ? 'en' : 'sv'
  });
  if (begun === 'refused') return 'refused';
  const { providerId: provider_id, location } = begun;
  const { visit, amount } = asked;
  await insertPayment(
    { id, case_id: caseId, automation, visit, amount, provider_id, location, reference },
    clock.now()
  );
  // Another may have begun one in the same moment: then that one is paid.
  return (await openPayment(caseId, asked, ports))?.location ?? location;
}

/** The open payment of a visit, asked about anew; one that has ended is settled, and is none. */
async function openPayment(caseId: string, asked: AskedPayment, ports: PayPorts): Promise<PaymentRow | undefined> {
  const row = (await paymentsOfCase(caseId)).find(
    ({ automation, visit, status }) =>
      automation === asked.automation && visit === asked.visit && (status === 'open' || status === 'paid')
  );
  const now = row?.status === 'open' ? await settlePayment(row.id, ports) : row;
  return now?.status === 'ended' ? undefined : now;
}

/**
 * Asks the provider how a payment stands, and brings what was paid to its case: once, however often and by whomever it is
 * called. What an address or a browser says of it means nothing.
 */
export async function settlePayment(id: string, { payments, clock }: PayPorts): Promise<PaymentRow | undefined> {
  const row = await findPayment(id);
  if (!payments || row?.status !== 'open') return row;
  const state = await payments.stateOf(row.provider_id);
  const now = clock.now();
  if (state.status === 'ended') await settleOnce(id, now, async () => 'ended');
  if (state.status === 'paid') {
    if (state.amount !== row.amount || state.reference !== row.reference)
      log.error({ payment: id }, 'a payment is not what was asked for');
    else await settleOnce(id, now, (transaction) => bringPayment(transaction, row, now));
  }
  return findPayment(id);
}

/** Settles every open payment that it is time to ask about. One that fails stops none of the others. */
export async function settlePayments(ports: PayPorts): Promise<void> {
  if (!ports.payments) return;
  for (const id of await paymentsToAsk(ports.clock.now()))
    await settlePayment(id, ports).catch((error: unknown) => log.warn({ error, payment: id }, 'a payment waits'));
}

async function bringPayment(transaction: Transaction, row: PaymentRow, now: Date): Promise<'paid' | 'late'> {
  let late = false;
  const decide = (known: Known): Change => {
    const paid = paidChange(known, row, now);
    late = paid === null;
    return paid ?? lateChange(known, row);
  };
  const outcome = await changeCase(transaction, { caseId: row.case_id, decide }, now);
  return late || isRefusal(outcome) ? 'late' : 'paid';
}

const detailsOf = ({ id, amount }: PaymentRow) => ({ payment: id, amount });

function paidChange({ definition, record }: Known, row: PaymentRow, now: Date): Change | null {
  const { automation, visit, amount, reference, id } = row;
  const output = { amount, paidOn: stockholmDay(now), reference, payment: id };
  const result = { id: automation, seq: visit, outcome: { output } };
  const decision = decideResult(definition, record, result, now);
  return decision && { ...decision, actor: { kind: 'system' }, entry: { ...decision.entry, details: detailsOf(row) } };
}

/** Money that came when the flow no longer waited stands in the timeline: somebody must look at it, and perhaps pay it back. */
function lateChange({ definition, record: { state } }: Known, row: PaymentRow): Change {
  const what = { kind: 'administration', event: 'paid-late', role: null } as const;
  const entry = entryOf(definition, { ...what, before: state, after: state });
  return { state, effects: [], actor: { kind: 'system' }, entry: { ...entry, details: detailsOf(row) } };
}
