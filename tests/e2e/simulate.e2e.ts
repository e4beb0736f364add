import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { logInAsStaff } from '../support/test-phone.ts';
import { visitor } from '../support/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const shown = (page: Page, name: string) =>
  process.env.SCREENSHOTS && page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png`, fullPage: true });

/** A copy of a shipped case type, open at the tab where it is tried. */
async function trying(slug: string, width: number) {
  const visit = await visitor(browser, inject('address'), { javaScript: true, width });
  const { page } = visit;
  page.setDefaultTimeout(30_000);
  await logInAsStaff(page, '/admin/arendetyper/nytt', 'Rasmus Ek');
  await page.getByLabel('Namn').fill(`Prov ${randomUUID().slice(0, 6)}`);
  await page.getByLabel('En kopia').check();
  await page.getByLabel('Kopia av').selectOption(slug);
  await page.getByRole('button', { name: 'Skapa' }).click();
  await page.waitForURL('**/oversikt');
  await page.getByRole('link', { name: 'Prova' }).click();
  await page.getByRole('heading', { level: 1, name: 'Prova' }).waitFor();
  // What the check found stands there once the page's script runs; before that, a press is lost.
  await page.getByRole('link', { name: /^Kontroll.+fel/ }).waitFor();
  return visit;
}

describe('an administrator who tries a case type', { timeout: 300_000 }, () => {
  it('plays a case by keyboard, reads what staff and citizen read, and keeps it as a scenario', async () => {
    const { page, inspect, leave } = await trying('felanmalan', 1200);
    const press = async (name: string | RegExp) => {
      await page.getByRole('button', { name }).first().focus();
      await page.keyboard.press('Enter');
    };
    await press('Fyll i påhittade svar');
    await inspect();
    await shown(page, 'play-open');
    await press('Öppna ärendet');
    const now = page.getByRole('heading', { level: 2, name: 'Vad händer nu?' });
    await now.waitFor();
    expect(await now.evaluate((heading) => heading === document.activeElement)).toBe(true);
    await page.getByRole('region', { name: 'Handläggaren läser' }).waitFor();
    await page.getByRole('region', { name: 'Den sökande läser' }).waitFor();
    const story = page.getByRole('region', { name: 'Så här har ärendet gått' }).getByRole('listitem');
    await press('+ 1 dag');
    await story.getByText('Tiden gick: 1 dag').waitFor();
    await press(/^Till nästa tidsfrist/);
    await page.getByRole('group', { name: 'Handläggare' }).getByRole('button').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.picture[data-drawn=true]').waitFor();
    await inspect();
    await shown(page, 'play');
    await page.setViewportSize({ width: 390, height: 900 });
    await inspect();
    await shown(page, 'play-390');
    await page.setViewportSize({ width: 1200, height: 900 });
    if (await page.getByRole('button', { name: 'Avbryt' }).isVisible()) await press('Avbryt');
    await page.getByLabel('Namn på exemplet').focus();
    await page.keyboard.type('En dag går');
    await page.keyboard.press('Enter');
    await page.getByText('Exemplet ”En dag går” är sparat.').waitFor({ state: 'attached' });

    await press('Exempel');
    const kept = page.getByRole('region', { name: 'Exempel i ärendetypen' });
    await kept.getByText('En dag går').first().waitFor();
    await page.getByText(/Exemplen tar \d+ av flödets \d+ vägar/).waitFor();
    await press('Ta fram exempel på resten');
    await page.getByRole('heading', { level: 2, name: /förslag$/ }).waitFor();
    await inspect();
    await shown(page, 'scenarios');
    await leave();
  });

  it('runs a thousand cases, reads a table, and compares with a run that is kept over a reload', async () => {
    const { page, inspect, leave } = await trying('livsmedelskontroll', 1200);
    await page.getByRole('button', { name: 'Många ärenden' }).click();
    await page.getByRole('button', { name: /^Kör 1\s000 ärenden$/ }).click();
    const queues = page.getByRole('region', { name: 'Köer och bemanning' });
    await queues.waitFor({ timeout: 120_000 });
    const row = queues.getByRole('row', { name: /^Handläggare/ });
    expect(Number(await row.getByRole('cell').nth(1).innerText())).toBeGreaterThan(500);
    await page.locator('.picture[data-drawn=true]').waitFor();
    await inspect();
    await shown(page, 'mass');
    await page.getByLabel('Namn på körningen').fill('Som i dag');
    await page.getByRole('button', { name: 'Spara körningen' }).click();
    await page.reload();
    await page.getByRole('link', { name: /^Kontroll.+fel/ }).waitFor();
    await page.getByRole('button', { name: 'Många ärenden' }).click();
    await page.getByRole('button', { name: 'Visa Som i dag' }).click();
    await page.getByLabel('Jämför med').selectOption({ label: 'Som i dag' });
    await page.getByRole('region', { name: 'Jämfört med Som i dag' }).waitFor();
    await page.setViewportSize({ width: 390, height: 900 });
    await inspect();
    await shown(page, 'mass-390');
    await leave();
  });
});
