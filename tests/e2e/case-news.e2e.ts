import type { Browser } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { onStage } from '../support/on-stage.ts';
import { enterAs, type Stage } from '../support/stage.ts';
import { visitor } from '../support/visitor.ts';

let browser: Browser;
let stage: Stage;
onStage((...opened) => {
  [browser, stage] = opened;
});

const DESK = { javaScript: true, width: 1200 };

describe('a case that two caseworkers have open', () => {
  it('tells the one what the other changes, and changes nothing under their hands', { timeout: 120_000 }, async () => {
    const begun = await stage.begin({ slug: 'bygglov', scenario: 'aterkallas', by: 'sofia' }, ['ta-emot']);
    const [first, second] = await Promise.all([1, 2].map(() => visitor(browser, inject('address'), DESK)));
    if (!first || !second) expect.unreachable();
    const page = `/handlaggning/arenden/${begun.caseId}`;
    for (const one of [first, second]) {
      await enterAs(one.page, stage.colleague('caseworker'));
      await one.page.goto(page);
    }
    const news = first.page.getByText('Ärendet har ändrats.');
    const button = first.page.getByRole('button', { name: /^(Ta ärendet|Lämna tillbaka)$/ });
    const before = await button.innerText();
    expect(await news.count()).toBe(0);

    await second.press(before);
    await news.waitFor();
    await first.inspect();
    expect(await button.innerText()).toBe(before);
    expect(await second.page.getByText('Ärendet har ändrats.').count()).toBe(0);

    await first.page.getByRole('link', { name: 'Läs om' }).click();
    await news.waitFor({ state: 'detached' });
    expect(await button.innerText()).not.toBe(before);

    // The stream that asks again when the login has ended: 204 ends it, where a page to log in on would be a fault in the browser.
    const { page: open } = first;
    const isTurnedAway = open.waitForResponse((answer) => answer.url().includes('/nyheter') && answer.status() === 204);
    const tab = await open.context().newPage();
    await tab.goto(inject('address') + page);
    await tab.getByRole('button', { name: 'Logga ut', exact: true }).click();
    await second.press(await button.innerText());
    await isTurnedAway;
    expect(await news.count()).toBe(0);
    await Promise.all([first.leave(), second.leave()]);
  });
});
