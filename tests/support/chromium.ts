import { chromium as playwright, type Browser, type LaunchOptions } from 'playwright-core';

/**
 * A frame that is made anew for each page (RenderDocument) costs a quarter of all that a page costs Chromium. It takes the last
 * list that it is given, so the others are those of Playwright's own list that concern these tests.
 */
const OFF = [
  'RenderDocument',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'PaintHolding',
  'ThirdPartyStoragePartitioning'
];

/** Chromium from the npm package, or the one that CHROMIUM_PATH names. */
async function options(): Promise<LaunchOptions> {
  if (process.env.CHROMIUM_PATH) return { executablePath: process.env.CHROMIUM_PATH };
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs24.x'; // makes the package unpack its own nss libraries; read at import
  const { default: chromium } = await import('@sparticuz/chromium');
  // Not the package's own arguments: they switch web security off.
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--headless=shell', `--disable-features=${OFF.join()}`];
  return { executablePath: await chromium.executablePath(), args, headless: true };
}

export const launchBrowser = async (): Promise<Browser> => playwright.launch(await options());
