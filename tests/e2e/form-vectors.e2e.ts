import { fileURLToPath } from 'node:url';
import { build, type Rollup } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';

const entry = fileURLToPath(new URL('../support/form-in-browser.ts', import.meta.url));
const policy = "default-src 'none'; script-src 'self'";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** The script as one file, as the citizen's browser gets it. */
async function bundle(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, formats: ['es'], fileName: 'form' } }
  });
  const outputs: Rollup.RollupOutput[] = [made].flat().flatMap((part) => ('output' in part ? [part] : []));
  return outputs
    .flatMap(({ output }) => output)
    .flatMap((file) => ('code' in file ? [file.code] : []))
    .join('\n');
}

describe('the form in a browser', () => {
  it('answers every known condition and value, and prints every kind of field, as the server does', async () => {
    const script = await bundle();
    const page = await browser.newPage();
    await page.route('**/*', (route) =>
      route.request().url().endsWith('.js')
        ? route.fulfill({ contentType: 'text/javascript', body: script })
        : route.fulfill({
            contentType: 'text/html',
            headers: { 'content-security-policy': policy },
            body: '<!doctype html><title></title><script type="module" src="/form.js"></script>'
          })
    );
    await page.goto('http://form.test/');
    await page.waitForFunction(() => document.title !== '');
    const { ran, wrong }: { ran: number; wrong: string[] } = JSON.parse(await page.title());
    expect(wrong).toEqual([]);
    expect(ran).toBeGreaterThan(100);
    await page.close();
  });
});
