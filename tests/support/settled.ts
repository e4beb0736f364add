import type { Page } from 'playwright-core';

/** Waits until the page stands: loaded, its script at work, nothing on its way to the server. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.waitForFunction(() => document.querySelector('form[aria-busy], [data-ready=false]') === null);
}
