import { mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { faultsByAxe } from '../../tests/support/axe.ts';

/** What nobody should read on a page: ids, keys of texts, unfilled places, dates as machines write them. */
const RAW: readonly RegExp[] = [
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}/,
  /\b(undefined|NaN|\[object|Invalid Date)\b/,
  /\{[\w.]+\}/,
  /\b(form|state|event|message|document|error)\.[a-z][\w-]*\.[\w.-]+/,
  /(?<!Till exempel )\b\d{4}-\d\d-\d\d(T\d\d:\d\d)?\b/
];
const DESK = { width: 1200, height: 900 };
const PHONE = { width: 390, height: 844 };

/** Looks at pages: pictures of each at a desk and on a phone, and what is wrong with them. */
export class Seen {
  readonly faults: string[] = [];
  readonly #folder: string;
  #count = 0;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
  }

  /** A path for a file of its own among the pictures. */
  path(name: string): string {
    this.#count += 1;
    return `${this.#folder}/${String(this.#count).padStart(2, '0')}-${name}`;
  }

  async look(page: Page, name: string): Promise<void> {
    const path = this.path(name);
    await page.evaluate(() => document.fonts.ready);
    for (const fault of await faultsByAxe(page)) this.faults.push(`${name}: ${fault.slice(0, 300)}`);
    const shown = await page.getByRole('main').innerText();
    writeFileSync(`${path}.txt`, shown);
    const text = shown.replaceAll(/https?:\/\/\S+/g, '');
    for (const raw of RAW) {
      const found = raw.exec(text);
      if (found) this.faults.push(`${name}: shows ${text.slice(Math.max(0, found.index - 40), found.index + 40)}`);
    }
    for (const size of [DESK, PHONE]) {
      await page.setViewportSize(size);
      const wide = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
      if (wide > 0) this.faults.push(`${name}: scrolls sideways by ${wide} px at ${size.width} px`);
      await page.screenshot({ path: `${path}.${size.width}.png`, fullPage: true });
    }
    await page.setViewportSize(DESK);
  }
}
