import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { logInAsStaff } from '../support/test-phone.ts';
import { visitor } from '../support/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('an administrator who takes a text away', () => {
  it('is told at once, on every tab, and mends it from the list', async () => {
    const rasmus = await visitor(browser, inject('address'), { javaScript: true, width: 1200 });
    const { page, inspect } = rasmus;
    page.setDefaultTimeout(20_000);
    await logInAsStaff(page, '/admin/arendetyper/nytt', 'Rasmus Ek');
    await page.getByLabel('Namn').fill('Kontroll som kontrolleras');
    await page.getByLabel('En kopia').check();
    await page.getByLabel('Kopia av').selectOption('livsmedelskontroll');
    await page.getByRole('button', { name: 'Skapa' }).click();
    await page.waitForURL('**/oversikt');
    const tab = page.getByRole('link', { name: /^Kontroll/ });
    await tab.getByText('inga fel').waitFor();

    await page.getByRole('link', { name: 'Texter' }).click();
    const title = page.getByRole('table').getByRole('textbox').first();
    await title.fill('');
    await title.blur();
    await tab.getByText('ett fel').waitFor();

    await tab.click();
    await page.getByRole('heading', { level: 2, name: 'Ett fel' }).waitFor();
    await inspect();
    await page.getByRole('button', { name: 'Lägg till text' }).click();
    await tab.getByText('inga fel').waitFor();
    expect(await page.getByRole('heading', { level: 2, name: 'Ett fel' }).count()).toBe(0);
    await rasmus.leave();
  });
});
