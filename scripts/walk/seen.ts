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
const AROUND = 40;
export const DESK = { width: 1200, height: 900 };
const PHONE = { width: 390, height: 844 };

/** Looks at the pages of one walk: what is wrong with them, their texts, and pictures of them at a desk and on a phone. */
export class Seen {
  readonly faults: string[] = [];
  readonly #folder: string;
  /** The text of each kind of page as it was last seen. */
  readonly #last = new Map<string, string>();
  #count = 0;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
  }

  /** A page of a kind that is come back to: looked at when it says something new, judged by axe the first time. */
  async lookAgain(page: Page, kind: string, name: string): Promise<void> {
    const text = await page.getByRole('main').innerText();
    const before = this.#last.get(kind);
    this.#last.set(kind, text);
    if (text === before) return;
    await (before === undefined ? this.look(page, name) : this.#take(page, name));
  }

  async look(page: Page, name: string): Promise<void> {
    for (const fault of await faultsByAxe(page)) this.faults.push(`${name}: ${fault.slice(0, 300)}`);
    await this.#take(page, name);
  }

  /** Keeps a document that belongs to the walk. */
  keep(name: string, content: Buffer): void {
    writeFileSync(this.#path(name), content);
  }

  async #take(page: Page, name: string): Promise<void> {
    const path = this.#path(name);
    const text = await page.getByRole('main').innerText();
    writeFileSync(`${path}.txt`, text);
    this.#read(text, name);
    await page.evaluate(() => document.fonts.ready);
    for (const size of [DESK, PHONE]) {
      await page.setViewportSize(size);
      const wide = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
      if (wide > 0) this.faults.push(`${name}: scrolls sideways by ${wide} px at ${size.width} px`);
      await page.screenshot({ path: `${path}.${size.width}.png`, fullPage: true });
    }
    await page.setViewportSize(DESK);
  }

  #read(text: string, name: string): void {
    const words = text.replaceAll(/https?:\/\/\S+/g, '');
    for (const raw of RAW) {
      const { index } = raw.exec(words) ?? {};
      if (index !== undefined)
        this.faults.push(`${name}: shows ${words.slice(Math.max(0, index - AROUND), index + AROUND)}`);
    }
  }

  #path(name: string): string {
    this.#count += 1;
    return `${this.#folder}/${String(this.#count).padStart(2, '0')}-${name}`;
  }
}
