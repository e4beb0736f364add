import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';
import { Keys } from './keys.ts';
import { settled } from './settled.ts';
import { readStop } from './stop.ts';

/** The keys that move the focus. */
const MOVES = /^(Shift\+)?(Tab|Arrow\w+)$/;
const SKIP = 'Hoppa till innehållet';

/** Somebody who has only a keyboard and looks at each place that it leads to, which shall be seen and have a name. */
export class CarefulKeys extends Keys {
  readonly #page: Page;
  readonly #browser: CDPSession;
  /** The name that was seen last, until it is asked for. */
  #seen: string | undefined;
  /** How often the keys that move the focus from one thing to the next were pressed. */
  stops = 0;

  constructor(page: Page, browser: CDPSession) {
    super(page);
    this.#page = page;
    this.#browser = browser;
  }

  /** The name of what has the focus, as the browser tells it to who listens. */
  override focused = async () => {
    const known = this.#seen;
    this.#seen = undefined;
    return known ?? this.#name();
  };

  #name = async () => {
    const { result } = await this.#browser.send('Runtime.evaluate', { expression: 'document.activeElement' });
    const { objectId } = result;
    if (objectId === undefined || result.className === 'HTMLBodyElement') return '';
    const about = { objectId, fetchRelatives: false };
    const { nodes } = await this.#browser.send('Accessibility.getPartialAXTree', about);
    return String(nodes[0]?.name?.value ?? '')
      .replaceAll(/\s+/g, ' ')
      .trim();
  };

  override press = async (key: string) => {
    this.#seen = undefined;
    await this.#page.keyboard.press(key);
    if (!MOVES.test(key)) return;
    this.stops += 1;
    this.#seen = await this.looks(key);
  };

  /** What has the focus is seen, and has a name. */
  async looks(after: string): Promise<string> {
    const [name, { unseen }] = [await this.#name(), await this.#page.evaluate(readStop)];
    expect([name, unseen], `${after} at ${this.#page.url()}`).toEqual([expect.stringMatching(/./), []]);
    return name;
  }

  /** What has the focus after something was done. */
  async isAt(name: RegExp): Promise<void> {
    await expect.poll(this.#name).toMatch(name);
    await settled(this.#page);
    this.#seen = await this.looks('what was done');
  }

  /** Presses what leads to another page, and there the link past the head of it. */
  async goes(name: RegExp, heading: string | RegExp): Promise<void> {
    await this.enter(name);
    await this.arrives(heading);
  }

  /** The first stop of a page is the link past its head; or what comes after it, where one passed the head of the page before. */
  async arrives(heading: string | RegExp): Promise<void> {
    await this.#page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await settled(this.#page);
    await this.press('Tab');
    if ((await this.#name()) === SKIP) await this.press('Enter');
    expect(await this.#page.evaluate(() => document.activeElement?.closest('main')?.id)).toBe('innehall');
  }

  /** From where one is to the end of the page, and back again: the same stops, none of which holds who comes to it. */
  async thereAndBack(): Promise<void> {
    const walk = async (key: string) => {
      const passed: string[] = [];
      for (;;) {
        await this.#page.keyboard.press(key);
        const stop = (await this.#page.evaluate(readStop)).key;
        if (stop === '' || passed.includes(stop)) return passed;
        passed.push(stop);
      }
    };
    const there = await walk('Tab');
    expect((await walk('Shift+Tab')).toReversed().slice(-there.length)).toEqual(there);
  }
}

export const carefulKeys = async (page: Page) => new CarefulKeys(page, await page.context().newCDPSession(page));
