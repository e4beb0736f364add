import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { chromium as playwright, type Browser, type LaunchOptions } from 'playwright-core';
import { unpackWhole } from './unpack-whole.ts';

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
  await unpackWhole(tmpdir(), 'chromium', unpackInto);
  const { default: chromium } = await import('@sparticuz/chromium');
  // Not the package's own arguments: they switch web security off.
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--headless=shell', `--disable-features=${OFF.join()}`];
  return { executablePath: await chromium.executablePath(), args, headless: true };
}

const UNPACK = "(await import('@sparticuz/chromium')).default.executablePath()";

/** The package unpacks into the folder for temporary files, and takes a program that stands there for a whole one. */
async function unpackInto(folder: string): Promise<void> {
  const env = { ...process.env, TMPDIR: folder };
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', `await ${UNPACK}`], { env });
}

export const launchBrowser = async (): Promise<Browser> => playwright.launch(await options());
