import type { Browser, Page } from 'playwright-core';
import type { JsonObject } from '../../runtime/definition/json.ts';
import type { Role } from '../../runtime/definition/types.ts';
import { CITIZENS, nameOf, STAFF } from '../../runtime/demo/people.ts';
import { DESK } from './seen.ts';
import { logInAsStaff, logInWithBankId } from '../../tests/support/test-phone.ts';

/** Who somebody of the demo is at the browser: a page of their own, logged in. */
export class Cast {
  readonly #pages = new Map<string, Page>();
  readonly #browser: Browser;
  readonly #base: string;
  /** What their browsers complained of. */
  readonly complaints: string[] = [];

  constructor(browser: Browser, base: string) {
    this.#browser = browser;
    this.#base = base;
  }

  citizen(name: string): Promise<Page> {
    return this.#page(name, (page) => logInWithBankId(page, '/mina-sidor', name));
  }

  /** Who has a role where the case lies. */
  staff(role: Role, place: { readonly organ: string; readonly unit: string }): Promise<Page> {
    const name = colleague(role, place);
    if (name === undefined) throw new Error(`nobody of the demo is ${role} in ${place.organ} ${place.unit}`);
    return this.#page(name, (page) => logInAsStaff(page, '/handlaggning', name));
  }

  /** Somebody whom nobody knows. */
  anyone(): Promise<Page> {
    return this.#page('anyone', async () => undefined);
  }

  async #page(key: string, enter: (page: Page) => Promise<void>): Promise<Page> {
    const known = this.#pages.get(key);
    if (known) return known;
    const context = await this.#browser.newContext({
      ...{ baseURL: this.#base, viewport: DESK, reducedMotion: 'reduce' }
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => this.complaints.push(`${key}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of (409|422)/.test(message.text()))
        this.complaints.push(`${key} at ${page.url()}: ${message.text()}`);
    });
    await enter(page);
    this.#pages.set(key, page);
    return page;
  }
}

/** Who of the demo has a role in a place. */
export const colleague = (role: Role, { organ, unit }: { readonly organ: string; readonly unit: string }) =>
  STAFF.find(({ memberships }) =>
    memberships.some(
      (one) =>
        one.role === role &&
        (role === 'contact-centre' || (one.organ === organ && (one.unit === null || one.unit === unit)))
    )
  )?.name;

const KARIN = 'Karin Lindqvist';

/** The citizen whom the answers are about, or else Karin. */
export function applicantOf({ name, personalNumber }: JsonObject): string {
  const found = CITIZENS.find((one) => one.personalNumber === personalNumber || nameOf(one) === name);
  return found ? nameOf(found) : KARIN;
}
