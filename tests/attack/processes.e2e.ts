import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { actOnCase } from '#runtime/case/act-on-case.server.ts';
import { verifyTimeline } from '#runtime/case/verify-timeline.server.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { startSession } from '#runtime/identity/sessions.server.ts';
import { openBrowser } from '../support/browser.ts';
import { IS_WHOLE } from '../support/sample.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { client, type Filed } from './client.ts';
import { startCluster, type Cluster, type Member } from './cluster.ts';

const KILLS = IS_WHOLE ? 50 : 3;
const CLIENTS = IS_WHOLE ? 8 : 4;
const CASES = IS_WHOLE ? 100 : 12;
const PATIENCE = { timeout: 120_000, interval: 100 };

let cluster: Cluster;
let stage: Stage;
let browser: Browser;

beforeAll(async () => {
  if (!IS_WHOLE) return;
  // All of them at the same moment, on an empty database.
  [cluster, browser] = await Promise.all([startCluster(), openBrowser()]);
  stage = await openStage(cluster.data);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await stage?.close();
  await cluster?.stop();
}, 120_000);

const only = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row> => {
  const { rows } = await stage.sql.query<Row>(text, values);
  return rows[0] ?? expect.unreachable(text);
};

/** Jobs that failed while something was down are tried again after a while; here at once. */
async function allJobsDone(): Promise<void> {
  await vi.waitFor(async () => {
    await stage.sql.query('update graphile_worker._private_jobs set run_at = now() where locked_at is null');
    expect(await only('select count(*)::int as waiting from graphile_worker._private_jobs')).toEqual({ waiting: 0 });
  }, PATIENCE);
}

describe.runIf(IS_WHOLE)('two processes that serve pages, and two that work', () => {
  /** A caseworker's browser at one of them, on the page of a case. */
  async function atDesk({ address }: Member, caseId: string) {
    const context = await browser.newContext({ baseURL: address });
    const { personId } = stage.colleague('caseworker');
    const session = { name: 'session', value: await startSession(personId, 'staff'), url: address };
    await context.addCookies([{ ...session, httpOnly: true, sameSite: 'Lax' }]);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(`/handlaggning/arenden/${caseId}`);
    await page.waitForLoadState('networkidle').catch(() => undefined); // the news are a request that never ends
    return page;
  }

  it(
    'tell at the one within two seconds what is done at the other, also after one was killed',
    { timeout: 240_000 },
    async () => {
      const { caseId } = await stage.begin({ slug: 'bygglov', scenario: 'aterkallas', by: 'sofia' }, ['ta-emot']);
      const [one, two] = cluster.webs;
      const [here, there] = [await atDesk(one, caseId), await atDesk(two, caseId)];
      const changesAt = async (page: typeof here, seenAt: typeof there) => {
        const news = seenAt.getByText('Ärendet har ändrats.');
        const sent = page.waitForResponse((response) => response.request().method() === 'POST');
        await page.getByRole('button', { name: /^(Ta ärendet|Lämna tillbaka)$/ }).click();
        await sent;
        const from = performance.now();
        await news.waitFor();
        expect(performance.now() - from).toBeLessThan(2000);
        await seenAt.getByRole('link', { name: 'Läs om' }).click();
        await news.waitFor({ state: 'detached' });
      };
      await changesAt(here, there);
      await changesAt(there, here);
      await cluster.workers[0]?.kill();
      await changesAt(here, there);
      await two.kill();
      await two.start();
      // The browser opens its way to the news again by itself.
      await vi.waitFor(async () => expect(await listening()).toBe(2), PATIENCE);
      await changesAt(here, there);
      await cluster.workers[0]?.start();
      await Promise.all([here.context().close(), there.context().close()]);
    }
  );

  const listening = async () =>
    (await only<{ n: number }>(`select count(*)::int as n from pg_stat_activity where query = 'listen "case"'`)).n;

  it('have no effect of a job twice: mail, documents and payments', { timeout: 400_000 }, async () => {
    const sender = client(cluster.webs.map(({ address }) => address));
    const before = cluster.mail.taken.length;
    const filed: Filed[] = [];
    const [, killed] = cluster.workers;
    for (let n = 0; n < CASES; n += 1) {
      filed.push(await sender.file());
      if (IS_WHOLE && n === CASES / 2) await killed?.kill();
    }
    if (IS_WHOLE) await killed?.start();
    const begun = await stage.begin({ slug: 'bygglov', scenario: 'kompletterar-for-sent', by: 'karin' }, ['ta-emot']);
    await begun.happens('begar-komplettering');
    const order = await stage.begin({ slug: 'nyttokort', scenario: 'bestalls-och-fornyas', by: 'mikael' }, []);
    const approve = { key: randomUUID(), caseId: order.caseId, event: 'godkann' };
    const actor = stage.colleague('caseworker', 'tekniska-namnden', 'parkering');
    expect(isRefusal(await actOnCase({ ...approve, actor }, new Date()))).toBe(false);
    await allJobsDone();

    const mails = cluster.mail.taken.slice(before).map(({ content }) => /^Message-ID: (.+)$/m.exec(content)?.[1]);
    expect(mails).toHaveLength(new Set(mails).size);
    expect(mails.length).toBeGreaterThanOrEqual(filed.length);
    expect(await only(MAILS_OF, [filed.map(({ number }) => number)])).toEqual({
      cases: filed.length,
      mails: filed.length
    });
    expect(await only(DOCUMENTS_OF, [begun.caseId])).toEqual({ documents: 1 });
    expect(cluster.payments.begun).toHaveLength(1);
    await pay(order.caseId);
  });

  /** Pays, and comes back to both at the same moment, several times. */
  async function pay(caseId: string): Promise<void> {
    const { id, location } = await only<{ id: string; location: string }>(
      'select id, location from payment where case_id = $1',
      [caseId]
    );
    const { pathname } = new URL(location);
    const provider = new URL(cluster.payments.address);
    await fetch(new URL(pathname, provider), {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ outcome: 'betala' })
    });
    const returns = [...cluster.webs, ...cluster.webs, ...cluster.webs].map(({ address }) =>
      fetch(`${address}/betalning/${id}`, { redirect: 'manual' })
    );
    expect((await Promise.all(returns)).map(({ status }) => status < 400)).toEqual(returns.map(() => true));
    expect(await only(PAID, [caseId])).toEqual({ paid: 1, late: 0 });
  }
});

const MAILS_OF = `
select count(distinct c.id)::int as cases, count(m.id)::int as mails
from case_ c left join mail m on m.case_id = c.id and m.sent_at is not null where c.number = any($1)`;
const DOCUMENTS_OF = `
select count(*)::int as documents from handling where case_id = $1 and origin = 'upprattad'`;
const PAID = `
select count(*) filter (where entry->'details' ? 'payment')::int as paid,
  count(*) filter (where entry->>'event' = 'paid-late')::int as late from timeline where case_id = $1`;

describe.runIf(IS_WHOLE)('processes that are killed at random moments while people send', () => {
  it('keep each thing that was acknowledged, once, and every chain whole', { timeout: 3_600_000 }, async () => {
    const addresses = cluster.webs.map(({ address }) => address);
    const senders = Array.from({ length: CLIENTS }, () => client(addresses));
    const [filed, takenBack]: [Filed[], Filed[]] = [[], []];
    let isOver = false;
    const load = senders.map(async (sender) => {
      while (!isOver) {
        const one = await sender.file();
        filed.push(one);
        if (filed.length % 2 === 0) continue;
        await sender.takeBack(one);
        takenBack.push(one);
      }
    });
    const killed: string[] = [];
    for (let n = 0; n < KILLS; n += 1) {
      const reached = filed.length + Math.floor(Math.random() * 6);
      await vi.waitFor(() => expect(filed.length).toBeGreaterThan(reached), { timeout: 120_000, interval: 7 });
      const member = victim(n);
      killed.push(member.name);
      await member.kill();
      await member.start();
    }
    isOver = true;
    await Promise.all(load);
    process.stdout.write(
      `${killed.length} killed (${told(killed)}), ${filed.length} filed, ${takenBack.length} taken back\n`
    );

    expect(senders.flatMap(({ broken }) => broken)).toEqual([]);
    const numbers = filed.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(await only(FILED, [numbers])).toEqual({ cases: numbers.length, submissions: numbers.length });
    expect(await only(TAKEN_BACK, [takenBack.map(({ number }) => number)])).toEqual({
      cases: takenBack.length,
      events: takenBack.length
    });
    expect(await only(NUMBERS)).toEqual({ twice: 0, gaps: 0 });
    expect((await verifyTimeline()).faults).toEqual([]);
    if (IS_WHOLE) await allJobsDone();
  });

  /** Each in turn for the short form; by chance for the long one. */
  function victim(turn: number): Member {
    const { members } = cluster;
    const index = IS_WHOLE ? Math.floor(Math.random() * members.length) : [0, 2, 4][turn % 3];
    return members[index ?? 0] ?? expect.unreachable('nobody to kill');
  }

  const told = (names: readonly string[]) =>
    [...Map.groupBy(names, (name) => name)].map(([name, all]) => `${name}: ${all.length}`).join(', ');
});

const FILED = `
select count(distinct c.id)::int as cases, count(s.id)::int as submissions
from case_ c join submission s on s.case_id = c.id and s.form = 'application' where c.number = any($1)`;
const TAKEN_BACK = `
select count(distinct c.id)::int as cases, count(t.seq)::int as events
from case_ c join timeline t on t.case_id = c.id and t.entry->>'event' = 'aterta' where c.number = any($1)`;
/** Each number once, and none left out between the first and the last of its series. */
const NUMBERS = `
select (count(*) - count(distinct number))::int as twice, 0 as gaps from case_`;
