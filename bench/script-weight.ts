import { rmSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../tests/support/chromium.ts';
import { startProduct, temporaryFolder } from '../tests/support/server.ts';
import { logInAsStaff, logInWithBankId } from '../tests/support/test-phone.ts';
import { report, type Figure } from './figures.ts';

/** Kilobytes of script, gzip. */
const MOST = { citizen: 45, staff: 90 } as const;

interface Kind {
  readonly what: string;
  readonly who: keyof typeof MOST;
  /** Leaves the browser on a page of this kind, loaded whole. */
  readonly open: (page: Page) => Promise<unknown>;
}

const KINDS: readonly Kind[] = [
  { what: 'the catalogue', who: 'citizen', open: (page) => page.goto('/') },
  { what: 'a service', who: 'citizen', open: (page) => page.goto('/e-tjanster/bygglov') },
  { what: 'the notice board', who: 'citizen', open: (page) => page.goto('/anslagstavla') },
  { what: 'BankID, while one waits', who: 'citizen', open: (page) => page.goto('/logga-in/bankid?till=/mina-sidor') },
  { what: 'a page of an application', who: 'citizen', open: formPage },
  {
    what: 'a page of a form with every kind of file, map and row',
    who: 'citizen',
    open: (page) => page.goto('/demo/formular?sida=things&svar=valid')
  },
  { what: 'Mina sidor', who: 'citizen', open: (page) => logInWithBankId(page, '/mina-sidor') },
  { what: 'the desk', who: 'staff', open: (page) => logInAsStaff(page, '/handlaggning', 'Petra Öman') },
  {
    what: 'what staff fill in when somebody phones',
    who: 'staff',
    open: async (page) => {
      await logInAsStaff(page, '/handlaggning/nytt', 'Monika Lind');
      await page.getByRole('main').getByRole('button').first().click();
      await page.waitForURL(/nytt\/./);
    }
  }
];

async function formPage(page: Page): Promise<void> {
  await page.goto('/e-tjanster/felanmalan');
  await page.getByRole('main').getByRole('button', { name: 'Börja' }).click();
  await page.waitForURL(/ansok/);
  await page.goto(page.url());
}

/** (e) The script that each kind of page loads, workers and lazy parts too, until the network is still, against the most it may. */
export async function benchScriptWeight(): Promise<void> {
  const folder = temporaryFolder();
  const product = await startProduct({ SMEDJA_DATA: folder });
  const browser = await launchBrowser();
  try {
    const figures: Figure[] = [];
    for (const [index, kind] of KINDS.entries()) {
      const rounds = [{ ours: await kilobytes(browser, product.address, kind), yardstick: MOST[kind.who] }];
      const what = `script of ${kind.what}`;
      figures.push({ key: `e${index + 1}`, what, yardstick: 'the most it may load', unit: 'kB gzip', most: 1, rounds });
    }
    report(figures);
  } finally {
    await browser.close();
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function kilobytes(browser: Browser, baseURL: string, { open }: Kind): Promise<number> {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await open(page);
  // Once more, so that what other pages on the way had loaded counts too, and counts once.
  const loaded = new Set<string>();
  page.on('request', (request) => request.resourceType() === 'script' && loaded.add(request.url()));
  await page.reload({ waitUntil: 'networkidle' });
  await context.close();
  const sizes = [...loaded].map(async (address) => gzipSync(await (await fetch(address)).text()).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
}
