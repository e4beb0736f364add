import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** No page has more stops than this. */
const MOST = 150;

/** Somebody who has a keyboard and nothing else, and knows each thing by the name that it has for who listens. */
export class Keys {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  press = (key: string) => this.#page.keyboard.press(key);
  type = (text: string) => this.#page.keyboard.type(text);

  /** The name of what has the focus. */
  focused = () =>
    this.#page.evaluate(() => {
      const at = document.activeElement;
      // A page where nothing has the focus yet is no thing by the name of all that stands on it.
      if (!(at instanceof HTMLElement) || at === document.body) return '';
      const label = 'labels' in at && at.labels instanceof NodeList ? at.labels[0]?.textContent : undefined;
      return (at.getAttribute('aria-label') ?? label ?? at.textContent ?? '').replace(/\s+/g, ' ').trim();
    });

  /** The question of the group that has the focus in it: the one of these radio buttons, or row of a table. */
  group = () =>
    this.#page.evaluate(() =>
      (document.activeElement?.closest('fieldset')?.querySelector('legend')?.textContent ?? '').trim()
    );

  /** Presses a key until something has the focus. */
  async to(name: RegExp, key = 'Tab'): Promise<void> {
    for (let tries = 0; tries < MOST; tries += 1) {
      if (name.test(await this.focused())) return;
      await this.press(key);
    }
    expect.unreachable(`no ${name} by ${key}; at ${await this.focused()}`);
  }

  /** Goes to a thing and presses Enter. */
  async enter(name: RegExp, key = 'Tab'): Promise<void> {
    await this.to(name, key);
    await this.press('Enter');
  }

  /** Goes to a box and types. */
  async write(name: RegExp, text: string): Promise<void> {
    await this.to(name);
    await this.type(text);
  }

  /** Down or up a tree to a line, which begins by its name. */
  async walk(label: string, key: 'ArrowDown' | 'ArrowUp'): Promise<void> {
    for (let tries = 0; tries < MOST; tries += 1) {
      if ((await this.focused()).startsWith(label)) return;
      await this.press(key);
    }
    expect.unreachable(`no ${label} by ${key}`);
  }

  /** Chooses in the list that has the focus by the first word, and the arrow from there. */
  async pick(option: string): Promise<void> {
    // A letter that is no key of the test's keyboard is put in as text, which no list reads.
    await this.type(/^[A-Za-z]*/.exec(option)?.[0] ?? '');
    const chosen = () =>
      this.#page.evaluate(() => {
        const at = document.activeElement;
        return at instanceof HTMLSelectElement ? (at.selectedOptions[0]?.textContent ?? '').trim() : 'no list';
      });
    for (const arrow of ['ArrowDown', 'ArrowUp'])
      for (let tries = 0; tries < MOST && (await chosen()) !== option; tries += 1) {
        const before = await chosen();
        await this.press(arrow);
        if ((await chosen()) === before) break;
      }
    expect(await chosen()).toBe(option);
  }

  /** Chooses one of the radio buttons of a question. */
  async choose(question: string, option: string): Promise<void> {
    for (let tries = 0; tries < MOST && !(await this.group()).startsWith(question); tries += 1) await this.press('Tab');
    await this.press('Space');
    for (let tries = 0; tries < MOST && (await this.focused()) !== option; tries += 1) await this.press('ArrowDown');
    expect(await this.focused()).toBe(option);
  }
}
