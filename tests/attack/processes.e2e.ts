import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { actOnCase } from '#runtime/case/act-on-case.server.ts';
import { verifyTimeline } from '#runtime/case/verify-timeline.server.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { chanceOf } from '#runtime/form/generate/chance.ts';
import { startSession } from '#runtime/identity/sessions.server.ts';
import { openBrowser } from '../support/browser.ts';
import { IS_WHOLE, SEED } from '../support/sample.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { client, type Filed } from './client.ts';
import { joinCluster, startCluster, type Cluster, type Member } from './cluster.ts';
import {
  expectAcknowledgedOnce,
  expectMailsFolded,
  expectNoJobLeft,
  expectNumbersWhole,
  expectOneReceiptEach,
  howMany,
  one
} from './counted.ts';

const KILLS = IS_WHOLE ? 52 : 2;
const SENDERS = IS_WHOLE ? 4 : 2;
const CASES = IS_WHOLE ? 100 : 6;
const LONG = { timeout: IS_WHOLE ? 3_600_000 : 60_000 };
/** Between what one sender sends; without it they alone would keep every core busy, and nothing would start again. */
const LONGEST_THOUGHT_MS = 300;
const PATIENCE = { timeout: 180_000, interval: 100 };

let cluster: Cluster;
let stage: Stage;
let browser: Browser;
let before: { readonly cases: number; readonly takenBack: number };
/** All that was acknowledged. */
const [filed, takenBack]: [Filed[], Filed[]] = [[], []];

const say = (text: string) => process.stdout.write(`${text}\n`);

beforeAll(async () => {
  const shared = { address: inject('address'), data: inject('data') };
  [cluster, browser] = await Promise.all([IS_WHOLE ? startCluster() : joinCluster(shared), openBrowser()]);
  stage = await openStage(cluster.data);
  stage.sql.on('error', () => undefined); // its server is killed too
  before = await howMany(stage.sql);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await stage?.close();
  await cluster?.stop();
}, 120_000);

/** In short all who send have one address, from which nobody files without end. */
const forgetTries = () => stage.sql.query('delete from rate_limit');

const sender = (name: string) => client(cluster.addresses, chanceOf(SEED, name));

describe('two processes that serve pages, and two that work', LONG, () => {
  /** A caseworker's browser at one of them, on the page of a case. */
  async function atDesk(address: string, caseId: string): Promise<Page> {
    const context = await browser.newContext({ baseURL: address });
    const { personId } = stage.colleague('caseworker');
    const session = { name: 'session', value: await startSession(personId, 'staff'), url: address };
    await context.addCookies([{ ...session, httpOnly: true, sameSite: 'Lax' }]);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(`/handlaggning/arenden/${caseId}`);
    return page;
  }

  const takesOrLeaves = (page: Page) => page.getByRole('button', { name: /^(Ta ärendet|Lämna tillbaka)$/ });
  const newsAt = (page: Page) => page.getByText('Ärendet har ändrats.');

  /** Does something to the case, and returns when it is done. */
  async function acts(page: Page): Promise<void> {
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await takesOrLeaves(page).click();
    await answered;
  }

  async function readsAgain(page: Page): Promise<void> {
    await page.getByRole('link', { name: 'Läs om' }).click();
    await newsAt(page).waitFor({ state: 'detached' });
  }

  it('tell at the one within two seconds what is done at the other, also after one was killed', async () => {
    const { caseId } = await stage.begin({ slug: 'bygglov', scenario: 'aterkallas', by: 'sofia' }, ['ta-emot']);
    const [first, second] = cluster.addresses;
    const [here, there] = [await atDesk(first, caseId), await atDesk(second, caseId)];
    const listening = () =>
      vi.waitFor(
        async () =>
          expect(
            await one(stage.sql, `select count(*)::int as n from pg_stat_activity where query = 'listen "case"'`)
          ).toEqual({ n: 2 }),
        PATIENCE
      );
    async function seesWhatIsDone(at: Page, by: Page): Promise<void> {
      await acts(by);
      const from = performance.now();
      await newsAt(at).waitFor();
      const took = Math.round(performance.now() - from);
      expect(took).toBeLessThan(2000);
      say(`seen at the other after ${took} ms`);
      await readsAgain(at);
    }
    await listening();
    await seesWhatIsDone(there, here);
    await seesWhatIsDone(here, there);
    for (const killed of new Set([cluster.second, ...cluster.workers])) {
      await killed.kill();
      await acts(here);
      await killed.start();
      // The browser opens its way to the news again by itself, and is told what was done meanwhile.
      await newsAt(there).waitFor();
      await readsAgain(there);
      await listening();
      await seesWhatIsDone(there, here);
      await seesWhatIsDone(here, there);
    }
    await Promise.all([here.context().close(), there.context().close()]);
  });

  it('have no effect of a job twice: mail, documents and payments', async () => {
    await forgetTries();
    const { file } = sender('effects');
    const own: Filed[] = [];
    const [, worker] = cluster.workers;
    for (let n = 0; n < CASES; n += 1) {
      own.push(await file());
      if (IS_WHOLE && n === CASES / 2) await worker?.kill();
    }
    filed.push(...own);
    if (IS_WHOLE) await worker?.start();
    const begun = await stage.begin({ slug: 'bygglov', scenario: 'kompletterar-for-sent', by: 'karin' }, ['ta-emot']);
    await begun.happens('forelagg');
    const order = await stage.begin({ slug: 'nyttokort', scenario: 'bestalls-och-fornyas', by: 'mikael' }, []);
    const approve = { key: randomUUID(), caseId: order.caseId, event: 'godkann' };
    const actor = stage.colleague('caseworker', 'tekniska-namnden', 'parkering');
    expect(isRefusal(await actOnCase({ ...approve, actor }, new Date()))).toBe(false);
    const all = [begun, order, ...own].map(({ number }) => number);
    await vi.waitFor(() => expectNoJobLeft(stage.sql, all), PATIENCE);

    await expectOneReceiptEach(stage.sql, own);
    expect(await one(stage.sql, DOCUMENTS_OF, [begun.caseId])).toEqual({ kinds: 2, documents: 2 });
    await pay(order.caseId);
    if (!cluster.outside) return;
    const { mails, payments } = cluster.outside;
    const again = await expectMailsFolded(stage.sql, mails);
    expect(again).toBeLessThanOrEqual(AT_A_TIME);
    expect(payments).toHaveLength(1);
    say(`${own.length} filed, ${mails.length} mails came, ${again} of them again after a kill`);
  });

  /** Pays, and comes back to both at the same moment, several times. */
  async function pay(caseId: string): Promise<void> {
    const { id, location } = await one<{ id: string; location: string }>(
      stage.sql,
      'select id, location from payment where case_id = $1',
      [caseId]
    );
    const body = new URLSearchParams({ outcome: 'betala' });
    const paid = new URL(new URL(location).pathname, cluster.payments);
    await statusOf(paid, { method: 'POST', body });
    const returns = [1, 2, 3]
      .flatMap(() => cluster.addresses)
      // As a proxy passes it on, which tells whose address it is.
      .map((address) => statusOf(`${address}/betalning/${id}`, { headers: PROXIED }));
    expect((await Promise.all(returns)).filter((status) => status >= 400)).toEqual([]);
    expect(await one(stage.sql, PAID, [caseId])).toEqual({ paid: 1, late: 0 });
  }
});

/** Reads the answer to its end: one left half read when its server is killed ends whoever asked (nodejs/undici#5360). */
async function statusOf(address: string | URL, init: RequestInit): Promise<number> {
  const response = await fetch(address, { ...init, redirect: 'manual' });
  await response.arrayBuffer();
  return response.status;
}

const PROXIED = { 'x-forwarded-for': '10.0.0.1' };
/** So many jobs a worker does at a time: no more mails can be cut off by killing it. */
const AT_A_TIME = 4;
const DOCUMENTS_OF = `
select count(*)::int as documents, count(distinct h.handlingstyp)::int as kinds
from file f join handling h on h.id = f.handling_id where h.case_id = $1 and h.origin = 'utgaende'`;
const PAID = `
select count(*) filter (where entry->'details' ? 'payment')::int as paid,
  count(*) filter (where entry->>'event' = 'paid-late')::int as late from timeline where case_id = $1`;

describe('processes that are killed at random moments while people send', LONG, () => {
  const chance = chanceOf(SEED, 'kills');

  it('keep each thing that was acknowledged, once, and every chain whole', async () => {
    say(`SAMPLE=${SEED}`);
    await forgetTries();
    const senders = Array.from({ length: SENDERS }, (_, index) => sender(`sender ${index}`));
    let isOver = false;
    const load = Promise.all(
      senders.map(async ({ file, takeBack }) => {
        while (!isOver) {
          const sent = await file();
          filed.push(sent);
          await pause(chance.whole(0, LONGEST_THOUGHT_MS));
          if (filed.length % 2 === 0) continue;
          await takeBack(sent);
          takenBack.push(sent);
        }
      })
    ).finally(() => (isOver = true));
    load.catch(() => undefined); // told below, or by what was found before
    const killed = await killing(() => isOver);
    isOver = true;
    await load;
    say(`${killed.length} killed (${told(killed)}); ${filed.length} filed, ${takenBack.length} taken back`);

    expect(cluster.ended()).toEqual([]);
    expect(senders.flatMap(({ broken }) => broken)).toEqual([]);
    await expectAcknowledgedOnce(stage.sql, { filed, takenBack }, before);
    await expectNumbersWhole(stage.sql);
    const { numberAt } = sender('afterwards');
    for (const sent of filed) expect(await numberAt(sent)).toBe(sent.number);
    const { cases, entries, faults } = await verifyTimeline();
    expect(faults).toEqual([]);
    say(`${cases} chains of ${entries} entries hold`);
    // Jobs of a worker that was killed are given to others after half a minute.
    if (!cluster.outside) return;
    const numbers = filed.map(({ number }) => number);
    await vi.waitFor(() => expectNoJobLeft(stage.sql, numbers), PATIENCE);
    await expectOneReceiptEach(stage.sql, filed);
    const { mails } = cluster.outside;
    say(`${await expectMailsFolded(stage.sql, mails)} of ${mails.length} mails came again`);
  });

  /** Kills one after another, at times two at once, while what is sent goes on. */
  async function killing(isOver: () => boolean): Promise<readonly string[]> {
    const killed: string[] = [];
    while (killed.length < KILLS && !isOver()) {
      expect(cluster.ended()).toEqual([]);
      const reached = filed.length + chance.whole(0, 5);
      await vi.waitFor(() => expect(filed.length).toBeGreaterThan(reached), { timeout: 120_000, interval: 10 });
      await pause(chance.whole(0, 250));
      const victims = victimsOf(killed.length);
      killed.push(...victims.map(({ name }) => name));
      await Promise.all(victims.map((victim) => victim.kill()));
      await Promise.all(victims.map((victim) => victim.start()));
      await forgetTries();
      if (IS_WHOLE) say(`${killed.length} ${victims.map(({ name }) => name).join(' and ')}, ${filed.length} filed`);
    }
    return killed;
  }

  /** In short, a process and PostgreSQL. */
  function victimsOf(turn: number): readonly Member[] {
    if (IS_WHOLE) return chance.some(cluster.members, 1, chance.happens(30) ? 2 : 1);
    return [turn === 0 ? cluster.second : cluster.database];
  }

  const told = (names: readonly string[]) =>
    [...Map.groupBy(names, (name) => name)].map(([name, all]) => `${name}: ${all.length}`).join(', ');
});
