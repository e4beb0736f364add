import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { act, caseworker, manager, openedCase, OPENED_AT, publishExample } from '../../tests/support/example-cases.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import { listenOnLoopback } from '../demo/http.server.ts';
import { PAYMENT_TEST, startPaymentServer } from '../demo/payment-server.server.ts';
import type { JsonObject } from '../definition/json.ts';
import { payOut } from '../effects/automations/pay-out.server.ts';
import { takePayment } from '../effects/automations/take-payment.server.ts';
import { httpPayments } from '../effects/payments/http-payments.server.ts';
import { isRefusal } from '../errors/refusal.ts';
import { fixedClock } from '../testing/fixed-clock.ts';
import { paidExample } from '../testing/paid-example.ts';
import { beginPayment, settlePayment, settlePayments, type PayPorts } from './pay.server.ts';
import { readCase } from './read-case.server.ts';
import { bringResult } from './bring-result.server.ts';

const database = testDatabase();
const AUTOMATION = 'utbetalning';
let provider: Server;
let origin = '';
let ports: PayPorts & { readonly clock: ReturnType<typeof fixedClock> };

beforeAll(async () => {
  await publishExample(database, paidExample());
  provider = createServer(startPaymentServer());
  origin = `http://127.0.0.1:${await listenOnLoopback(provider)}`;
});
afterAll(() => new Promise((done) => provider.close(done)));
beforeEach(() => {
  const payments = httpPayments({ url: `${origin}${PAYMENT_TEST.base}/api`, secret: PAYMENT_TEST.secret });
  ports = { payments, clock: fixedClock(OPENED_AT), municipality: { site: origin } };
});

/** A case that waits for the applicant to pay 10 000 kr. */
async function unpaid() {
  const { caseId } = await openedCase();
  await act(caseId, caseworker, 'klar');
  await act(caseId, manager, 'beslut', { answers: { outcome: 'bifall', reasons: 'Ja.' } });
  return caseId;
}

const answer = (location: string, outcome: 'betala' | 'stang') =>
  fetch(location, { method: 'POST', body: new URLSearchParams({ outcome }), redirect: 'manual' });
const begin = async (caseId: string) => (await beginPayment(caseId, AUTOMATION, ports)) ?? expect.unreachable();

async function seen(caseId: string) {
  const found = await readCase(caseId, caseworker);
  return isRefusal(found) ? expect.unreachable(found.refused) : found;
}
const orders = async (caseId: string) =>
  (await database.sql<{ id: string }>('select id from payment where case_id = $1 order by created_at', [caseId])).map(
    ({ id }) => id
  );
const run = (caseId: string) => ({ caseId, automation: AUTOMATION, key: caseId });

describe('a payment that a case waits for', () => {
  it('moves the case once the provider says that it is paid, once, however often it is asked', async () => {
    const caseId = await unpaid();
    expect(await takePayment({ direction: 'in', amount: 1000000 }, run(caseId), ports)).toBeNull();
    expect(await takePayment({ direction: 'in', amount: 1000000 }, run(caseId), ports)).toBeNull();
    const location = await begin(caseId);
    const [order = ''] = await orders(caseId);
    expect(await orders(caseId)).toHaveLength(1);
    expect((await seen(caseId)).payments).toMatchObject([{ standing: 'asked', amount: 1000000 }]);

    await answer(location, 'betala');
    await Promise.all([settlePayment(order, ports), settlePayment(order, ports), settlePayments(ports)]);
    const { states, payments, data, timeline, number } = await seen(caseId);
    expect(states).toEqual(['overklagandetid']);
    expect(payments).toMatchObject([{ standing: 'paid', amount: 1000000, paidAt: OPENED_AT }]);
    expect(data).toMatchObject({
      results: { [AUTOMATION]: { amount: 1000000, paidOn: '2026-03-02', reference: number, payment: order } }
    });
    expect(timeline.filter(({ entry }) => entry?.details?.['payment'] === order)).toHaveLength(1);
  });

  it('is not paid because a browser came back', async () => {
    const caseId = await unpaid();
    await begin(caseId);
    const [order = ''] = await orders(caseId);
    expect(await settlePayment(order, ports)).toMatchObject({ status: 'open' });
    expect((await seen(caseId)).payments).toMatchObject([{ standing: 'asked' }]);
  });

  it('is not paid by another amount than what was asked for', async () => {
    const caseId = await unpaid();
    const location = await begin(caseId);
    const [order = ''] = await orders(caseId);
    await answer(location, 'betala');
    await database.sql('update payment set amount = amount + 1 where id = $1', [order]);
    expect(await settlePayment(order, ports)).toMatchObject({ status: 'open' });
  });

  it('is found by the worker when the browser never came back', async () => {
    const caseId = await unpaid();
    await answer(await begin(caseId), 'betala');
    await settlePayments(ports);
    expect((await seen(caseId)).payments).toMatchObject([{ standing: 'asked' }]);
    ports.clock.moveTo(new Date(OPENED_AT.getTime() + 120_000));
    await settlePayments(ports);
    expect((await seen(caseId)).payments).toMatchObject([{ standing: 'paid' }]);
  });

  it('that the provider has ended is begun anew', async () => {
    const caseId = await unpaid();
    const first = await begin(caseId);
    await answer(first, 'stang');
    const second = await begin(caseId);
    expect(second).not.toBe(first);
    await answer(second, 'betala');
    const [, order = ''] = await orders(caseId);
    expect(await settlePayment(order, ports)).toMatchObject({ status: 'paid' });
  });

  it('stands in the timeline when it comes after the case has gone on', async () => {
    const caseId = await unpaid();
    const location = await begin(caseId);
    const [order = ''] = await orders(caseId);
    const [visit] = await database.sql<{ seq: number }>('select seq from waiting where case_id = $1', [caseId]);
    await bringResult(caseId, { id: AUTOMATION, seq: visit?.seq ?? 0, outcome: { error: 'gone' } }, OPENED_AT);
    await answer(location, 'betala');
    expect(await settlePayment(order, ports)).toMatchObject({ status: 'late' });
    const { states, timeline, payments } = await seen(caseId);
    expect(states).toEqual(['granska']);
    expect(payments).toMatchObject([{ standing: 'late' }]);
    expect(timeline.at(-1)?.entry).toMatchObject({ event: 'paid-late', details: { payment: order, amount: 1000000 } });
  });
});

describe('a payment that cannot be', () => {
  it('is an error of the flow, and nothing to pay is paid at once', async () => {
    const caseId = await unpaid();
    const take = (input: Parameters<typeof takePayment>[0], with_ = ports) => takePayment(input, run(caseId), with_);
    expect(await take({ direction: 'in', amount: 'ingen' })).toEqual({ error: 'payment.no-amount' });
    expect(await take({ direction: 'in', amount: 100 }, { ...ports, payments: null })).toEqual({
      error: 'not-connected'
    });
    expect(await take({ direction: 'in', amount: 0 })).toEqual({ output: { amount: 0, paidOn: '2026-03-02' } });
    await database.sql(`update waiting set input = input || '{"amount": 20000000}' where case_id = $1`, [caseId]);
    expect(await take({ direction: 'in', amount: 20000000 })).toEqual({ error: 'payment.refused' });
  });

  it('is tried again when the provider does not answer', async () => {
    const caseId = await unpaid();
    const away = { ...ports, payments: httpPayments({ url: 'http://127.0.0.1:9/', secret: 'x' }) };
    await expect(beginPayment(caseId, AUTOMATION, away)).rejects.toThrow();
    const wrong = { ...ports, payments: httpPayments({ url: `${origin}${PAYMENT_TEST.base}/api`, secret: 'x' }) };
    await expect(beginPayment(caseId, AUTOMATION, wrong)).rejects.toThrow('payments.unreadable');
  });
});

describe('a sum that is paid out', () => {
  /** A case whose applicant has written their number. */
  async function owed() {
    const caseId = await unpaid();
    await database.sql("update party set personnummer = '198102102384' where case_id = $1", [caseId]);
    return caseId;
  }

  it('goes to the applicant, and stands in the case, its timeline and on their own page', async () => {
    const caseId = await owed();
    const outcome = await payOut({ amount: 250000 }, run(caseId), ports);
    const { number } = await seen(caseId);
    expect(outcome).toEqual({
      output: { amount: 250000, paidOn: '2026-03-02', reference: number, payout: caseId }
    });
    const [visit] = await database.sql<{ seq: number }>('select seq from waiting where case_id = $1', [caseId]);
    await bringResult(caseId, { id: AUTOMATION, seq: visit?.seq ?? 0, outcome }, OPENED_AT);
    const { timeline, payments } = await seen(caseId);
    expect(timeline.at(-1)?.entry).toMatchObject({ kind: 'result', details: { payout: caseId, amount: 250000 } });
    expect(payments).toMatchObject([{ standing: 'out', amount: 250000 }]);
  });

  it('goes to nobody without a number, nor without a provider or more than it pays', async () => {
    const caseId = await owed();
    const out = (input: JsonObject, with_ = ports) => payOut(input, run(caseId), with_);
    expect(await out({ amount: 100 }, { ...ports, payments: null })).toEqual({ error: 'not-connected' });
    expect(await out({ amount: 'inget' })).toEqual({ error: 'payment.no-amount' });
    expect(await out({ amount: 20000000 })).toEqual({ error: 'payment.refused' });
    expect(await out({ amount: 0 })).toEqual({ output: { amount: 0, paidOn: '2026-03-02' } });
    await database.sql('update party set personnummer = null where case_id = $1', [caseId]);
    expect(await out({ amount: 100 })).toEqual({ error: 'payment.no-payee' });
  });
});
