import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { faultsByAxe } from './axe.ts';
import { settled } from './settled.ts';

/** How a visitor comes: with or without a script, on a phone or at a desk. */
export interface Device {
  readonly javaScript: boolean;
  readonly width: number;
}

/** Every journey is walked by the same code on each of these. */
export const DEVICES = [
  { name: 'with a script at a desk', javaScript: true, width: 1200 },
  { name: 'without a script on a phone', javaScript: false, width: 390 }
] as const;

/** What the browser says that it should not have to: broken rules of the content policy, faults of scripts. */
const BENIGN = /Failed to load resource: the server responded with a status of (409|422)/;

export interface Visitor {
  readonly page: Page;
  /** Goes to an address and sees that it is an accessible page. */
  readonly visit: (address: string) => Promise<void>;
  /** Presses a button or a link by its name, and waits for the page that it leads to. */
  readonly press: (name: string | RegExp, role?: 'button' | 'link') => Promise<void>;
  /** Asserts that axe finds nothing on the page as it stands, and that the browser complained of nothing so far. */
  readonly inspect: () => Promise<void>;
  readonly leave: () => Promise<void>;
}

/** A fresh browser profile at the product. */
export async function visitor(browser: Browser, base: string, { javaScript, width }: Device): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: base,
    javaScriptEnabled: javaScript,
    viewport: { width, height: 900 },
    reducedMotion: 'reduce'
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !BENIGN.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));

  const settle = () => (javaScript ? settled(page) : page.waitForLoadState('load'));
  const inspect = async () => {
    // axe runs its own script in the page, which a page without scripts cannot; the same page is inspected with one.
    if (javaScript) expect(await faultsByAxe(page)).toEqual([]);
    expect(complaints).toEqual([]);
    const overflow = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
  };
  return {
    page,
    inspect,
    visit: async (address) => {
      await page.goto(address);
      await settle();
      await inspect();
    },
    press: async (name, role = 'button') => {
      const control = page.getByRole('main').getByRole(role, { name }).first();
      const before = page.url();
      const arrived =
        role === 'link'
          ? page.waitForURL((url) => url.href !== before)
          : page
              .waitForResponse((response) => response.request().method() === 'POST')
              .then((found) => found.finished());
      await Promise.all([arrived, control.click()]);
      await settle();
    },
    leave: () => context.close()
  };
}
