import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { CaseTypeDocument } from '../runtime/edit/model.ts';
import { launchBrowser } from '../tests/support/chromium.ts';
import { startProduct, temporaryFolder } from '../tests/support/server.ts';
import { logInAsStaff } from '../tests/support/test-phone.ts';
import { sized } from './sized.ts';

/** Ten times as many fields may take ten times as long, and no more. */
const MOST = 10;
/** Milliseconds until an edit stands on the screen. */
const AT_ONCE = 100;
const TIMES = 9;

/** Opening, editing and checking in a browser, as an administrator meets it: 300 fields on 40 pages against 30 on 4. */
export async function benchDesignerInBrowser(): Promise<void> {
  const folder = temporaryFolder();
  const product = await startProduct({ SMEDJA_DATA: folder });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ baseURL: product.address, viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(60_000);
    await logInAsStaff(page, '/admin/api', 'Rasmus Ek');
    const token = await tokenOf(page);
    const give = (slug: string, { settings, ...parts }: CaseTypeDocument) => {
      const owner = { ...Object(settings).owner, organ: 'kommunstyrelsen' };
      const address = `${product.address}/api/v1/case-types/${slug}/design`;
      return put(address, token, { settings: { ...Object(settings), slug, owner }, ...parts });
    };
    await give('liten', sized({ pages: 4, fields: 30 }));
    await give('stor', sized({ pages: 40, fields: 300 }));
    await timesOf(page, 'liten'); // what is fetched once is fetched
    const [few, many] = [await timesOf(page, 'liten'), await timesOf(page, 'stor')];
    console.log('\nThe designer in a browser: 300 fields on 40 pages against 30 on 4, in milliseconds');
    for (const what of ['open', 'edit', 'check'] as const) {
      const ratio = many[what] / few[what];
      console.log(
        `  ${what.padEnd(8)} ${few[what].toFixed(1).padStart(9)} ${many[what].toFixed(1).padStart(9)}  ${ratio.toFixed(1).padStart(6)} times`
      );
      if (ratio > MOST) process.exitCode = 1;
    }
    if (many.edit > AT_ONCE) process.exitCode = 1;
  } finally {
    await browser.close();
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A right to change case types, for this run. */
async function tokenOf(page: Page): Promise<string> {
  await page.getByLabel('Namn').fill('bench');
  await page.locator('input[name=scope][value="case-types:write"]').setChecked(true);
  await page.locator('select[name=organ]').selectOption('kommunstyrelsen');
  await page.locator('form[action="?/add"] button').click();
  return page.locator('code.token').innerText();
}

async function put(address: string, token: string, document: object): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await fetch(address, { method: 'PUT', headers, body: JSON.stringify(document) });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
}

const middle = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

async function timesOf(page: Page, slug: string) {
  const opened: number[] = [];
  for (let time = 0; time < 3; time += 1) opened.push(await open(page, slug));
  const edited: number[] = [];
  const checked: number[] = [];
  for (let time = 0; time < TIMES; time += 1) edited.push(await edit(page, `Question ${time}`));
  for (let time = 0; time < 3; time += 1) {
    checked.push(await check(page, ''));
    await check(page, 'Question');
  }
  return { open: middle(opened), edit: middle(edited), check: middle(checked) };
}

/** Until a question can be chosen and its settings stand there. */
async function open(page: Page, slug: string): Promise<number> {
  await page.goto('/admin/arendetyper');
  const start = performance.now();
  await page.goto(`/admin/arendetyper/${slug}/formular`, { waitUntil: 'commit' });
  await page.waitForFunction(() => {
    const [, , question] = document.querySelectorAll<HTMLElement>('[role=treeitem]');
    question?.click();
    return document.querySelector('#text-label-sv') !== null;
  });
  return performance.now() - start;
}

/** Until what is typed is painted, in the outline too. */
const edit = (page: Page, text: string): Promise<number> =>
  page.evaluate(async (typed) => {
    const input = document.querySelector<HTMLInputElement>('#text-label-sv');
    if (!input) throw new Error('nothing to type in');
    const start = performance.now();
    input.value = typed;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    const shown = () => document.querySelector('[role=treeitem][aria-selected=true]')?.textContent?.includes(typed);
    do await new Promise(requestAnimationFrame);
    while (!shown());
    await new Promise((painted) => setTimeout(painted));
    return performance.now() - start;
  }, text);

/** Until the tab says what the check found of an edit. */
const check = (page: Page, text: string): Promise<number> =>
  page.evaluate(async (typed) => {
    const input = document.querySelector<HTMLInputElement>('#text-label-sv');
    const count = () => document.querySelector('nav .count')?.textContent ?? '';
    while (count() === '') await new Promise(requestAnimationFrame);
    const before = count();
    const start = performance.now();
    if (!input) throw new Error('nothing to type in');
    input.value = typed;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    while (count() === before) await new Promise(requestAnimationFrame);
    return performance.now() - start;
  }, text);
