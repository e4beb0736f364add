import type { Browser } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { faultsByAxe } from '../support/axe.ts';
import { onStage } from '../support/on-stage.ts';
import type { Stage } from '../support/stage.ts';

let browser: Browser;
let stage: Stage;
onStage((...opened) => {
  [browser, stage] = opened;
});

/** As if all that are counted had tried a great many times. */
const tryOften = () => stage.sql.query('update rate_limit set count = 100000');
/** As when the time that is counted in has passed. */
const wait = () => stage.sql.query('delete from rate_limit');

describe('somebody who tries too often from one address', () => {
  it.each([
    ['to log in', '/logga-in/bankid?till=/', 200],
    ['status links', `/status/${'x'.repeat(43)}`, 404]
  ])('%s is told to wait, and then let in again', async (_, path, answer) => {
    const page = await browser.newPage({ baseURL: inject('address'), reducedMotion: 'reduce' });
    const statusOf = async () => (await page.goto(path))?.status();
    await wait();
    expect(await statusOf()).toBe(answer);
    await tryOften();
    expect(await statusOf()).toBe(429);
    expect(await faultsByAxe(page)).toEqual([]);
    await wait();
    expect(await statusOf()).toBe(answer);
    await page.close();
  });

  it('applications over the API is told how long to wait', async () => {
    const file = () => fetch(`${inject('address')}/api/v1/cases`, { method: 'POST' });
    await wait();
    expect((await file()).headers.get('retry-after')).toBeNull();
    await tryOften();
    const answer = await file();
    expect(answer.status).toBe(429);
    const { params } = await answer.json();
    expect(params.seconds).toBeGreaterThan(0);
    expect(answer.headers.get('retry-after')).toBe(String(params.seconds));
    await wait();
  });
});
