import type { Browser } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { onStage } from '../support/on-stage.ts';
import { enterAs, type Stage } from '../support/stage.ts';
import { DEVICES, visitor } from '../support/visitor.ts';

let browser: Browser;
let stage: Stage;
onStage((...opened) => {
  [browser, stage] = opened;
});

describe.each(DEVICES)('a case that goes on while somebody writes, $name', (device) => {
  it('says what has happened, what can be done instead, and keeps what is written', { timeout: 180_000 }, async () => {
    const begun = await stage.begin({ slug: 'bygglov', scenario: 'aterkallas', by: 'sofia' }, ['ta-emot']);
    const atDesk = await visitor(browser, inject('address'), { ...device, width: 1200 });
    const desk = atDesk.page.getByRole('main');
    const lena = stage.colleague('caseworker');
    await enterAs(atDesk.page, lena);
    await stage.hasWritten(lena, begun, 'forelagg');
    await atDesk.visit(`/handlaggning/arenden/${begun.caseId}/forelagg`);
    const order = desk.getByLabel('Vad ska sökanden lämna in?');
    await order.fill('Lämna en ny sektion.');

    await begun.happens('komplett');
    await atDesk.press('Förelägg om komplettering');
    expect(await desk.getByRole('status').first().innerText()).toContain('Ansökan är komplett – ');
    expect(await order.inputValue()).toBe('Lämna en ny sektion.');
    await atDesk.inspect();
    await atDesk.press('Förelägg om komplettering');
    await atDesk.page.waitForURL(/klart/);

    const { page, visit, press, inspect, leave } = await visitor(browser, inject('address'), device);
    const main = page.getByRole('main');
    await enterAs(page, stage.citizen('sofia'));
    await visit(`/mina-sidor/arenden/${begun.caseId}/komplettera`);
    const answer = main.getByLabel('Ditt svar');
    await answer.fill('Sektionen kommer i morgon.');
    await begun.happens('prova-anda');
    await press('Komplettera ansökan');
    const told = await main.getByRole('status').first().innerText();
    expect(told).toContain('Det går inte att göra i det läge ärendet är nu.');
    expect(told).toContain('Återkalla ansökan');
    expect(await answer.inputValue()).toBe('Sektionen kommer i morgon.');
    expect(await main.getByRole('button', { name: 'Komplettera ansökan' }).count()).toBe(0);
    await inspect();

    const again = await page.goto(`/mina-sidor/arenden/${begun.caseId}/komplettera`);
    expect(again?.status()).toBe(409);
    await press('Återkalla ansökan', 'link');
    await inspect();
    await Promise.all([leave(), atDesk.leave()]);
  });
});

describe('a form that a caseworker comes to by the links of the desk', () => {
  it('has one script: a row that is added right after an answer stays', { timeout: 60_000 }, async () => {
    const begun = await stage.begin({ slug: 'bygglov', scenario: 'aterkallas', by: 'sofia' }, ['ta-emot', 'komplett']);
    const { page, press, visit, leave } = await visitor(browser, inject('address'), { javaScript: true, width: 1200 });
    const main = page.getByRole('main');
    const row = main.getByRole('group', { name: 'Granne 1' });
    await enterAs(page, stage.colleague('caseworker'));
    await visit(`/handlaggning/arenden/${begun.caseId}`);
    await press('Hör grannar', 'link');
    await page.waitForURL(/hor-grannar$/);
    await main.getByLabel('Åtgärden avviker från planen').check();
    expect(await row.count()).toBe(0);
    await press('Lägg till');
    await page.locator('form#page-form:not([aria-busy])').waitFor();
    await row.waitFor();
    await leave();
  });
});
