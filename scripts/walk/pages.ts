import type { Locator, Page } from 'playwright-core';
import { settled } from '../../tests/support/settled.ts';

const SECOND = 1000;
const MOST_TRIES = 15;

export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Goes to an address that must be there. */
export async function go(page: Page, address: string): Promise<void> {
  const answer = await page.goto(address);
  if (!answer?.ok()) throw new Error(`${address} answers ${answer?.status()}`);
  await settled(page);
}

/** Presses what sends a form, and waits for what came of it. */
export async function press(page: Page, button: Locator): Promise<void> {
  const sent = page.waitForResponse((response) => response.request().method() === 'POST');
  await Promise.all([sent.then((response) => response.finished()), button.click()]);
  await page.waitForLoadState('networkidle');
  await settled(page);
}

/** Loads a page until it offers what is sought, since the platform's own steps may come first. */
export async function untilOffered(page: Page, address: string, sought: Locator): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    await go(page, address);
    if ((await sought.count()) > 0) return;
    await pause(SECOND);
  }
  const shown = await page.getByRole('main').innerText();
  throw new Error(`${address} never offers ${String(sought)}: ${shown.slice(0, 600)}`);
}

/** What the page says is wrong, for whoever reads why a walk failed. */
export const faultsOn = async (page: Page): Promise<string> =>
  (await page.getByRole('main').locator('[role=alert], .summary, [aria-live], .fault').allInnerTexts())
    .join(' | ')
    .slice(0, 800);
