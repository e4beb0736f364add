import type { Browser } from 'playwright-core';
import { launchBrowser } from './chromium.ts';

let running: Promise<Browser> | undefined;

/** The browser that the test files of this process share; what one of them closes of it are its windows. */
export const openBrowser = (): Promise<Browser> => (running ??= launchOnce());

async function launchOnce(): Promise<Browser> {
  const browser = await launchBrowser();
  const close = async () => void (await Promise.all(browser.contexts().map((context) => context.close())));
  return Object.assign(browser, { close });
}
