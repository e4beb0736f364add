import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsByAxe } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
});
afterAll(() => browser?.close());

/** The rules that a page with this in it breaks. */
async function rulesBrokenBy(content: string): Promise<string[]> {
  await page.setContent(`<!doctype html><html lang="sv"><title>Sida</title><main><h1>Rubrik</h1>${content}</main>`);
  return (await faultsByAxe(page)).map((fault) => fault.split(':')[0] ?? '');
}

describe('a page that is like one without a fault', () => {
  it('is faultless with other words in it, and with more rows of the same', async () => {
    expect(await rulesBrokenBy('<ul><li>Ett</li></ul>')).toEqual([]);
    expect(await rulesBrokenBy('<ul><li>Två</li><li>Tre</li></ul>')).toEqual([]);
  });

  it.each([
    ['a picture without words', '<ul><li>Ett</li></ul><img src="data:,">', 'image-alt'],
    ['a name that is empty', '<ul><li><a href="#a"></a></li></ul>', 'link-name'],
    ['a text as pale as its ground', '<ul><li><span style="color: #eee">Ett</span></li></ul>', 'color-contrast'],
    ['a ground as dark as its text', '<div style="background: #222"><ul><li>Ett</li></ul></div>', 'color-contrast']
  ])('has a fault by %s', async (_, content, rule) => {
    expect(await rulesBrokenBy(content)).toEqual([rule]);
    // What had a fault has it also when it is looked at again.
    expect(await rulesBrokenBy(content)).toEqual([rule]);
  });
});
