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

const administrator = async (name: string, address: string) => {
  const visit = await visitor(browser, inject('address'), { javaScript: true, width: 1200 });
  visit.page.setDefaultTimeout(15_000);
  await logInAsStaff(visit.page, address, name);
  await visit.page.waitForLoadState('networkidle');
  return visit;
};

const saved = (page: Page) => page.locator('[data-saved="true"]').waitFor();
const lines = (page: Page) => page.getByRole('treeitem');
const line = (page: Page, name: string) => lines(page).filter({ hasText: name }).waitFor();
const question = (page: Page) => page.getByLabel('Fråga', { exact: true });

/** Changes the text of a line of the outline. */
async function renamed(page: Page, index: number, text: string) {
  await lines(page).nth(index).click();
  await question(page).fill(text);
  await question(page).blur();
}

/** Keeps what this page asks of the server until it is let through: two who write in the same moment. */
async function held(page: Page) {
  let release = () => {};
  const gate = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/andringar', async (route) => {
    await gate;
    await route.continue();
  });
  return async () => {
    release();
    await page.unrouteAll({ behavior: 'wait' });
  };
}

describe('two administrators in one case type', () => {
  it(
    'take back what they did, also after a reload, see each other, and are asked when they changed the same thing',
    { timeout: 180_000 },
    async () => {
      const slug = `tillsammans-${randomUUID().slice(0, 6)}`;
      const first = await administrator('Rasmus Ek', '/admin/arendetyper/nytt');
      const { page: rasmus } = first;
      await rasmus.getByLabel('Namn på ärendetypen').fill('Anmäl tillsammans');
      await rasmus.getByLabel('Adress').fill(slug);
      await rasmus.getByRole('button', { name: 'Skapa ärendetypen' }).click();
      await rasmus.waitForURL(`**/${slug}/oversikt`);
      await rasmus.goto(`/admin/arendetyper/${slug}/formular`);
      await rasmus.getByRole('tree').waitFor();
      const before = (await lines(rasmus).first().innerText()).split('\n')[0] ?? '';

      await renamed(rasmus, 0, 'Först');
      await renamed(rasmus, 0, 'Sedan');
      await rasmus.getByRole('button', { name: 'Ångra' }).click();
      await line(rasmus, 'Först');
      await saved(rasmus);
      await rasmus.reload();
      await line(rasmus, 'Först');
      await rasmus.getByRole('button', { name: 'Ångra' }).click();
      await line(rasmus, before);
      await rasmus.getByRole('button', { name: 'Gör om' }).click();
      await line(rasmus, 'Först');
      await rasmus.keyboard.press('Control+Shift+z');
      await line(rasmus, 'Sedan');
      await rasmus.keyboard.press('Control+z');
      await line(rasmus, 'Först');
      await rasmus.keyboard.press('Control+y');
      await line(rasmus, 'Sedan');
      expect(await rasmus.getByRole('button', { name: 'Gör om' }).isDisabled()).toBe(true);

      const second = await administrator('Linnea Strand', `/admin/arendetyper/${slug}/formular`);
      const { page: linnea } = second;
      await linnea.getByText('Rasmus Ek är här').waitFor();
      await rasmus.getByText('Linnea Strand är här').waitFor();
      await line(linnea, 'Sedan');

      const letGo = await held(rasmus);
      await renamed(rasmus, 0, 'Av Rasmus');
      await renamed(linnea, 1, 'Av Linnea');
      await saved(linnea);
      await letGo();
      // Different things: both have both, and nobody is asked.
      for (const page of [rasmus, linnea]) {
        await line(page, 'Av Rasmus');
        await line(page, 'Av Linnea');
      }

      for (const [choice, stands] of [
        ['Min ändring', 'Rasmus vill'],
        ['Den andras ändring', 'Linnea vill']
      ] as const) {
        const release = await held(rasmus);
        await renamed(rasmus, 0, 'Rasmus vill');
        await renamed(linnea, 0, 'Linnea vill');
        await saved(linnea);
        await release();
        await rasmus.getByText('Ni har ändrat samma sak').waitFor();
        await rasmus.getByText('Någon annan ändrade ”Linnea vill”').waitFor();
        await first.inspect();
        await rasmus.getByRole('button', { name: choice }).click();
        for (const page of [rasmus, linnea]) await line(page, stands);
        await saved(rasmus);
        expect(await rasmus.getByText('Ni har ändrat samma sak').count()).toBe(0);
        await renamed(linnea, 0, `Efter ${choice}`);
        await line(rasmus, `Efter ${choice}`);
      }
      await second.leave();
      await first.leave();
    }
  );
});
