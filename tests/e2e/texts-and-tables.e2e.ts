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
afterAll(() => browser?.close());

const KEY = 'form.application.urgency.label';

/** What is written is on the server. */
const saved = (page: Page) => page.locator('[data-saved=true]').waitFor();
const told = (page: Page, text: string | RegExp) =>
  page.getByRole('main').getByRole('status').filter({ hasText: text }).waitFor();

describe('an administrator who changes texts and decision tables', () => {
  it('translates, reads a file in, mends a gap and undoes, by keyboard', { timeout: 120_000 }, async () => {
    const rasmus = await visitor(browser, inject('address'), { javaScript: true, width: 1200 });
    const { page, inspect } = rasmus;
    page.setDefaultTimeout(15_000);
    const { keyboard } = page;
    const main = page.getByRole('main');
    const slug = `anmal-fel-${randomUUID().slice(0, 6)}`;
    await logInAsStaff(page, '/admin/arendetyper/nytt', 'Rasmus Ek');
    await main.getByLabel('Namn på ärendetypen').fill('Anmäl ett fel');
    await main.getByLabel('Adress').fill(slug);
    await main.getByLabel('En kopia').check();
    await main.getByLabel('Kopia av').selectOption('felanmalan');
    await main.getByRole('button', { name: 'Skapa ärendetypen' }).click();
    await page.waitForURL(`**/${slug}/oversikt`);
    await main.getByRole('link', { name: 'Texter' }).click();
    await main.getByRole('heading', { name: 'Texter', level: 1 }).waitFor();
    await page.locator('[data-saved]').waitFor();
    await main.getByLabel('Sök i texterna').fill('urgency.label');
    const swedish = main.getByRole('textbox', { name: new RegExp(`${KEY}.*, Svenska`) });
    const english = main.getByRole('textbox', { name: new RegExp(`${KEY}.*, Engelska`) });
    await swedish.focus();
    await keyboard.press('Control+a');
    await keyboard.type('Hur snabbt behövs det?');
    await keyboard.press('Tab');
    await main.getByText('Äldre än svenskan', { exact: true }).waitFor();
    expect(await main.getByText('Översatt från: Hur bråttom är det?').count()).toBe(1);
    await inspect();
    await english.focus();
    await keyboard.press('Control+a');
    await keyboard.type('How soon is it needed?');
    await keyboard.press('Tab');
    await told(page, 'Engelska: sparad');
    await main.getByText('Äldre än svenskan', { exact: true }).waitFor({ state: 'detached' });

    await main.getByText('Ut och in').click();
    await main.getByLabel('Läs in en CSV- eller XLIFF-fil').setInputFiles({
      name: 'texter.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`key;en\r\n${KEY};"How urgent; really?"\r\nform.gone.x.label;No\r\n`)
    });
    await main.getByText('En text ändrades.').first().waitFor();
    expect(await main.getByText('Rad 3: form.gone.x.label finns inte i ärendetypen.').count()).toBe(1);
    expect(await english.inputValue()).toBe('How urgent; really?');
    await inspect();
    await saved(page);

    await main.getByRole('link', { name: 'Regler' }).click();
    await main.getByText('Alla svar ger ett resultat.').waitFor();
    const cells = main.getByRole('gridcell');
    const last = await cells.count();
    await cells.first().focus();
    await keyboard.press('Control+End');
    expect(await cells.nth(last - 1).evaluate((cell) => cell === document.activeElement)).toBe(true);
    await keyboard.press('Home');
    await keyboard.press('Enter');
    await keyboard.press('ArrowDown');
    await main.getByLabel(/Rad \d+, Vad gäller det\?: värde 1/).waitFor();
    await keyboard.press('Escape');
    const gap = main.getByText(/^Ingen rad gäller när/).first();
    await gap.waitFor();
    expect(await gap.innerText()).toContain('”Vad gäller det?” är');
    await inspect();
    await saved(page);
    await page.reload();
    await gap.waitFor();

    await main.getByRole('button', { name: 'Uppåt' }).focus();
    await keyboard.press('Enter');
    await told(page, 'Det går inte längre');
    await main.getByRole('button', { name: 'Ny rad under' }).focus();
    await keyboard.press('Enter');
    await told(page, 'Rad 2 är tillagd.');
    await keyboard.press('Control+z');
    await keyboard.press('Control+z');
    await main.getByText('Alla svar ger ett resultat.').waitFor();
    await inspect();
    await page.setViewportSize({ width: 390, height: 900 });
    await inspect();
    await main.getByRole('link', { name: 'Texter' }).click();
    await main.getByRole('combobox', { name: 'Visa', exact: true }).selectOption('hard');
    await inspect();
    await rasmus.leave();
  });
});
