// Makes the pictures in docs/pictures from the running product, on data of its own.
import { mkdirSync, rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../tests/support/chromium.ts';
import { startProduct, temporaryFolder } from '../tests/support/server.ts';

const FOLDER = 'docs/pictures';
const DESK = { width: 1200, height: 820 };
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

interface Picture {
  readonly name: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly show: (page: Page) => Promise<unknown>;
}

const logInAs = async (page: Page, name: string) => {
  await page.goto('/handlaggning');
  await page.getByRole('button', { name }).or(page.getByRole('link', { name })).first().click();
  await page.waitForURL(/handlaggning/);
};

const beginReport = async (page: Page) => {
  await page.goto('/e-tjanster/felanmalan');
  await page.getByRole('main').getByRole('button').first().click();
  await page.waitForURL(/ansok/);
  await page.getByLabel('Gatubelysning').check();
};

/** A tab of a case type in the designer; the first who comes begins to change it. */
const openDesign = async (page: Page, tab: string) => {
  await logInAs(page, 'Rasmus Ek');
  await page.goto('/admin/arendetyper');
  const begin = page.getByRole('button', { name: /^Ändra Felanmälan/ });
  if (await begin.isVisible()) {
    await begin.click();
    await page.waitForURL(/oversikt/);
  }
  await page.goto(`/admin/arendetyper/felanmalan/${tab}`);
};

const PICTURES: readonly Picture[] = [
  { name: 'katalog', size: DESK, show: (page) => page.goto('/') },
  { name: 'e-tjanst', size: DESK, show: (page) => page.goto('/e-tjanster/bygglov') },
  { name: 'formular-telefon', size: PHONE, show: beginReport },
  {
    name: 'skrivbord',
    size: DESK,
    show: async (page) => {
      await logInAs(page, 'Lena Norberg');
      await page.goto('/handlaggning?lista=all');
    }
  },
  {
    name: 'arende',
    size: DESK,
    show: async (page) => {
      await logInAs(page, 'Yusuf Demir');
      await page.goto('/handlaggning?lista=all');
      await page.locator('th[scope=row] a').first().click();
      await page.waitForURL(/arenden/);
    }
  },
  {
    name: 'formularbyggaren',
    size: WIDE,
    show: async (page) => {
      await openDesign(page, 'formular');
      await page.getByRole('treeitem').nth(2).click();
    }
  },
  {
    name: 'flode',
    size: WIDE,
    show: async (page) => {
      await openDesign(page, 'flode');
      await page.locator('[data-drawn="true"]').waitFor();
    }
  },
  {
    name: 'prova',
    size: WIDE,
    show: async (page) => {
      await openDesign(page, 'prova');
      await page.getByRole('button', { name: 'Många ärenden' }).click();
      await page.getByRole('button', { name: /^Kör/ }).click();
      await page.getByRole('region', { name: 'Köer och bemanning' }).waitFor({ timeout: 120_000 });
      await page.locator('[data-drawn="true"]').first().waitFor();
    }
  }
];

async function take(browser: Browser, base: string, { name, size, show }: Picture) {
  const context = await browser.newContext({ baseURL: base, viewport: size, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await show(page);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  await context.close();
  console.log(`${FOLDER}/${name}.png`);
}

mkdirSync(FOLDER, { recursive: true });
const data = temporaryFolder();
const { address, stop } = await startProduct({ SMEDJA_DATA: data, SMEDJA_DEMO_CASES: '0' });
const browser = await launchBrowser();
for (const picture of PICTURES) await take(browser, address, picture);
await browser.close();
await stop();
rmSync(data, { recursive: true, force: true });
