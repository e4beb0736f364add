import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startBankIdServer, type BankIdServer } from '../../demo/bankid-server.server.ts';
import type { Outcome } from '../../demo/bankid/orders.ts';
import { CITIZENS } from '../../demo/people.ts';
import { testCertificate } from '../../demo/test-certificates.server.ts';
import { createBankIdClient, type BankIdClient } from './client.server.ts';
import { isFault, type StartedOrder } from './model.ts';

const [karin] = CITIZENS;
if (!karin) throw new Error('no citizens');
const endUserIp = '192.0.2.7';

let now = 0;
let server: BankIdServer;
let client: BankIdClient;

beforeAll(async () => {
  server = await startBankIdServer({ now: () => now });
});
beforeEach(() => {
  client = createBankIdClient({ url: server.url, ...testCertificate('client') });
});
afterEach(() => client.close());
afterAll(() => server.stop());

async function start(): Promise<StartedOrder> {
  const started = await client.auth({ endUserIp });
  if (isFault(started)) throw new Error(started.errorCode);
  return started;
}

function onPhone(orderRef: string) {
  const order = server.orders.find(orderRef);
  if (!order) throw new Error('no such order');
  return order;
}

describe('an order over mutual TLS', () => {
  it('waits until the app is opened', async () => {
    const { orderRef } = await start();
    expect(await client.collect(orderRef)).toEqual({ status: 'pending', hintCode: 'outstandingTransaction' });
  });

  it('tells who identified, once', async () => {
    const { orderRef } = await start();
    server.orders.finish(onPhone(orderRef), 'success', karin);
    expect(await client.collect(orderRef)).toMatchObject({
      status: 'complete',
      completion: {
        user: { personalNumber: karin.personalNumber, name: 'Karin Lindqvist' },
        device: { ipAddress: endUserIp }
      }
    });
    expect(await client.collect(orderRef)).toEqual({ errorCode: 'invalidParameters', httpStatus: 400 });
  });

  it.each<[Outcome, string]>([
    ['userCancel', 'userCancel'],
    ['cancelled', 'cancelled'],
    ['expiredTransaction', 'expiredTransaction'],
    ['startFailed', 'startFailed'],
    ['certificateErr', 'certificateErr'],
    ['unknownFailure', 'unknownFailure']
  ])('that ends in %s is told as failed with that hint', async (outcome, hintCode) => {
    const { orderRef } = await start();
    server.orders.finish(onPhone(orderRef), outcome, karin);
    expect(await client.collect(orderRef)).toEqual({ status: 'failed', hintCode });
  });

  it('with a hint that nobody knows is still pending', async () => {
    const { orderRef } = await start();
    server.orders.wait(onPhone(orderRef), 'unknownHint');
    expect(await client.collect(orderRef)).toEqual({ status: 'pending', hintCode: 'unknownHint' });
  });

  it('that nobody opens fails after 30 seconds, one left open after three minutes', async () => {
    const [unopened, opened] = [await start(), await start()];
    server.orders.wait(onPhone(opened.orderRef), 'userSign');
    now += 31_000;
    expect(await client.collect(unopened.orderRef)).toEqual({ status: 'failed', hintCode: 'startFailed' });
    now += 150_000;
    expect(await client.collect(opened.orderRef)).toEqual({ status: 'failed', hintCode: 'expiredTransaction' });
  });

  it('is gone once cancelled', async () => {
    const { orderRef } = await start();
    expect(await client.cancel(orderRef)).toBeUndefined();
    expect(server.orders.find(orderRef)).toBeUndefined();
  });

  it('carries what was signed, shown and not shown, in its evidence', async () => {
    const texts = { userVisibleData: 'Ansökan om bygglov på Åsen 1:2', userNonVisibleData: 'smedja:v1;case=1' };
    const started = await client.sign({ endUserIp, ...texts, requirement: { pinCode: true }, returnRisk: true });
    if (isFault(started)) throw new Error(started.errorCode);
    server.orders.finish(onPhone(started.orderRef), 'success', karin);
    const collected = await client.collect(started.orderRef);
    if (isFault(collected) || collected.status !== 'complete') throw new Error('not complete');
    const signed = Buffer.from(collected.completion.signature, 'base64').toString('utf8');
    for (const text of Object.values(texts)) expect(signed).toContain(Buffer.from(text, 'utf8').toString('base64'));
    expect(collected.completion.ocspResponse).not.toBe('');
    expect(collected.completion.risk).toBe('low');
  });
});

describe('BankID refusing to start an order', () => {
  it.each([
    ['alreadyInProgress', 400],
    ['Maintenance', 503]
  ] as const)('says %s', async (errorCode, httpStatus) => {
    server.orders.refuseNext(errorCode);
    expect(await client.auth({ endUserIp })).toEqual({ errorCode, httpStatus });
    expect(isFault(await client.auth({ endUserIp }))).toBe(false);
  });
});

describe('a server that is not the one we trust', () => {
  it('gets nothing when its authority is another', async () => {
    const { ca: _, ...own } = testCertificate('client');
    const wary = createBankIdClient({ url: server.url, ...own, ca: own.cert });
    expect(await wary.auth({ endUserIp })).toEqual({ errorCode: 'unreachable', httpStatus: 0 });
    wary.close();
  });

  it('that is not there is unreachable, not a crash', async () => {
    const lost = createBankIdClient({ url: 'https://localhost:9/rp/v6.0/', ...testCertificate('client') });
    expect(await lost.auth({ endUserIp })).toEqual({ errorCode: 'unreachable', httpStatus: 0 });
  });
});

describe('a caller without a client certificate', () => {
  it('is not let in', async () => {
    const { ca } = testCertificate('client');
    const stranger = createBankIdClient({ url: server.url, cert: '', key: '', ca });
    expect(await stranger.auth({ endUserIp })).toEqual({ errorCode: 'unreachable', httpStatus: 0 });
    stranger.close();
  });
});

describe('a request that BankID would refuse', () => {
  it('is stopped here: nothing to sign, or a text too long after its coding', async () => {
    await expect(client.sign({ endUserIp, userVisibleData: '' })).rejects.toThrow('bankid.request_invalid');
    const long = 'å'.repeat(600); // 1 200 bytes, 1 600 characters of base64
    await expect(client.auth({ endUserIp, userVisibleData: long })).rejects.toThrow('bankid.request_invalid');
  });
});
