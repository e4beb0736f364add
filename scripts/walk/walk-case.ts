import type { Locator, Page } from 'playwright-core';
import type { CaseType } from '../../runtime/definition/case-type.ts';
import type { JsonObject } from '../../runtime/definition/json.ts';
import type { Role, Scenario, ScenarioStep } from '../../runtime/definition/types.ts';
import { plainJson } from '../../runtime/demo/fill/answers.ts';
import { CITIZENS, nameOf } from '../../runtime/demo/people.ts';
import { compileForm } from '../../runtime/form/compile-form.ts';
import { at, isObject } from '../../runtime/form/pointer.ts';
import { project } from '../../runtime/form/project.ts';
import { movedDays } from '../../runtime/simulate/told-answers.ts';
import { addDays, daysBetween, stockholmDay } from '../../runtime/time/day.ts';
import { answerOnPhone } from '../../tests/support/test-phone.ts';
import { applicantOf, numberOf, type Cast } from './cast.ts';
import { fillIn } from './fill-form.ts';
import type { Ledger } from './ledger.ts';
import type { Seen } from './seen.ts';

export interface WalkOptions {
  readonly caseType: CaseType;
  readonly scenario: Scenario;
  readonly cast: Cast;
  readonly ledger: Ledger;
  readonly seen: Seen;
}

const OWN_CHANNELS: readonly string[] = ['e-service', 'my-pages'];
const MOST_DAYS_MORE = 6;
const PARTY = 'Johan Ekström';

/** One case, filed and decided in a browser as its scenario has it. */
export class Walk {
  readonly #options: WalkOptions;
  readonly #applicant: string;
  readonly #logsIn: boolean;
  #caseId = '';
  #statusPage: string | null = null;
  #passed = 0;
  #taken = new Set<string>();
  #parties = new Set<Role>();

  constructor(options: WalkOptions) {
    const { scenario, caseType } = options;
    this.#options = options;
    this.#applicant = applicantOf(plainJson(scenario.application));
    this.#logsIn =
      caseType.settings.initiatedBy !== 'authority' &&
      (caseType.settings.eService.authentication === 'eid' ||
        scenario.steps.some(({ as, expect: expected }) => as === 'applicant' && !expected?.refused));
  }

  async walk(): Promise<void> {
    const { scenario, caseType, ledger } = this.#options;
    await (OWN_CHANNELS.includes(scenario.channel) ? this.#file() : this.#open());
    this.#caseId = (await ledger.newest(caseType.settings.slug)).id;
    await this.#settle();
    await this.#lookAround('filed');
    for (const [index, step] of scenario.steps.entries()) {
      try {
        await this.#live(step);
      } catch (error) {
        throw new Error(`step ${index}, ${step.event ?? step.wait ?? 'facts'}: ${String(error)}`, { cause: error });
      }
    }
    await this.#lookAtPapers();
  }

  /** Days that the scenario's are moved, so that the present step is today. */
  get #shift(): number {
    const { scenario } = this.#options;
    return daysBetween(addDays(stockholmDay(new Date(scenario.now)), this.#passed), stockholmDay(new Date()));
  }

  async #live(step: ScenarioStep): Promise<void> {
    const { event, as: role, wait, facts, expect: expected } = step;
    if (expected?.refused !== undefined) return;
    if (wait !== undefined) return this.#wait(wait, expected?.states);
    if (facts !== undefined) return this.#tell(plainJson(facts));
    if (event === undefined || role === undefined) return;
    const data = movedDays(plainJson(step.data ?? {}), this.#shift);
    await this.#send(role, event, data);
    await this.#settle();
    await this.#lookAround(`after-${event}`);
  }

  /** Time passes; more of it where weekends fall otherwise, or where a day that was answered does not come nearer as the timers do. */
  async #wait(period: string, states?: readonly string[]): Promise<void> {
    const { ledger } = this.#options;
    this.#passed += daysIn(period);
    await ledger.pass(this.#caseId, period, () => this.#settle());
    for (let more = 0; states && more < MOST_DAYS_MORE + this.#passed; more += 1) {
      const now = (await ledger.place(this.#caseId)).states;
      if (states.every((state) => now.includes(state))) break;
      await ledger.pass(this.#caseId, 'P1D', () => this.#settle());
    }
    await this.#lookAround(`waited-${period}`);
  }

  /** Files it as a citizen, page after page. */
  async #file(): Promise<void> {
    const { caseType, cast, seen, scenario } = this.#options;
    const { slug, eService } = caseType.settings;
    const page = this.#logsIn ? await cast.citizen(this.#applicant) : await cast.anyone();
    await go(page, `/e-tjanster/${slug}`);
    await seen.look(page, 'service');
    await page.getByRole('main').getByRole('button').first().click();
    await page.waitForURL(/\/ansok\//);
    const answers = movedDays(plainJson(scenario.application), this.#shift);
    const met = new Set<string>();
    while (!page.url().endsWith('/granska')) {
      await ready(page);
      const before = page.url();
      await fillIn(page, { form: compileForm(form(caseType, 'application')), answers }, met);
      await seen.look(page, `form-${before.split('/').at(-1) ?? ''}`);
      await press(page, page.locator('button[name=do][value=next]'));
      if (page.url() === before) throw new Error(`the page ${before} does not take its answers: ${await faults(page)}`);
    }
    await this.#asked('application', answers, met);
    await seen.look(page, 'review');
    await press(page, page.locator('button[name=do][value=send]'));
    if (eService.signature !== 'none') {
      await page.waitForURL(/\/signera\//);
      await seen.look(page, 'sign');
      await answerOnPhone(page, { person: this.#applicant });
    }
    await page.waitForURL(/\/kvitto/);
    await ready(page);
    await seen.look(page, 'receipt');
    const link = page.getByRole('main').getByRole('link', { name: /\/status\// });
    if ((await link.count()) > 0) this.#statusPage = new URL((await link.getAttribute('href')) ?? '').pathname;
    await this.#keep(page, `${new URL(page.url()).pathname}/pdf`, 'receipt.pdf');
  }

  /** Opens it as staff, for somebody who phones or writes, or for the authority itself. */
  async #open(): Promise<void> {
    const { caseType, cast, seen, scenario } = this.#options;
    const { slug, owner, initiatedBy } = caseType.settings;
    const role =
      scenario.channel === 'phone' ? 'contact-centre' : initiatedBy === 'authority' ? 'caseworker' : 'registrar';
    const page = await cast
      .staff(role, { organ: owner.organ, unit: owner.unit ?? '' })
      .catch(() => cast.staff('caseworker', { organ: owner.organ, unit: owner.unit ?? '' }));
    await go(page, '/handlaggning/nytt');
    await seen.look(page, 'open-which');
    await page.locator(`button[name=slug][value="${slug}"]`).click();
    await page.waitForURL(/nytt\/.+/);
    await ready(page);
    const answers = movedDays(plainJson(scenario.application), this.#shift);
    if ((await page.locator('#channel').count()) > 0) await page.locator('#channel').selectOption(scenario.channel);
    if ((await page.locator('#arrived-on').count()) > 0)
      await page.locator('#arrived-on').fill(addDays(stockholmDay(new Date()), -1));
    if (initiatedBy !== 'authority') await this.#writeParty(page, this.#applicant);
    const met = new Set<string>();
    await fillIn(page, { form: compileForm(form(caseType, 'application')), answers }, met);
    await this.#asked('application', answers, met);
    await seen.look(page, 'open-form');
    await press(page, page.locator('button[name=do][value=open]'));
    if (/nytt\/./.test(page.url())) throw new Error(`it is not opened: ${await faults(page)}`);
    await seen.look(page, 'opened');
  }

  async #writeParty(page: Page, name: string): Promise<void> {
    const citizen = CITIZENS.find((one) => nameOf(one) === name);
    await page.locator('#party-name').fill(name);
    await page.locator('#party-number').fill(numberOf(name));
    await page.locator('#party-email').fill(`${citizen?.key ?? 'nagon'}@exempel.example`);
  }

  /** Every answer that the form shows must have been asked for; of what has rows or parts, one of them. */
  async #asked(key: string, answers: JsonObject, met: ReadonlySet<string>): Promise<void> {
    const { caseType, ledger, scenario } = this.#options;
    const data = this.#caseId ? await ledger.data(this.#caseId) : { case: { channel: scenario.channel } };
    const { conditions = {} } = caseType.settings;
    const env = { data, conditions, today: stockholmDay(new Date()) };
    const names = [...met].map((name) => name.replace(/@\d+$/, ''));
    const missing = project(form(caseType, key), key, answers, env).controls.filter(
      ({ pointer }) => at(answers, pointer) !== undefined && !names.some((name) => `${name}/`.startsWith(`${pointer}/`))
    );
    if (missing.length > 0) throw new Error(`no page asks for ${missing.map(({ pointer }) => pointer).join(', ')}`);
  }

  async #send(role: Role, event: string, data: JsonObject): Promise<void> {
    const { caseType, seen } = this.#options;
    if (role === 'party' || role === 'ombud') await this.#addParty(role);
    const { page, address } = await this.#at(role);
    const link = page.getByRole('main').locator(`a[href$="${address}/${event}"]`).first();
    await offered(page, address, link, event);
    await this.#take(page);
    await Promise.all([page.waitForURL((url) => url.pathname.endsWith(`/${event}`)), link.click()]);
    await ready(page);
    const key = formOf(caseType, event);
    const met = new Set<string>();
    if (key) await fillIn(page, { form: compileForm(form(caseType, key)), answers: data }, met);
    if (key) await this.#asked(key, data, met);
    await seen.look(page, `${event}-form`);
    await press(page, page.locator('button[name=do][value=send]'));
    if (!page.url().includes('klart')) throw new Error(`${event} is not taken: ${await faults(page)}`);
  }

  /** Takes the case the first time that somebody of the staff works with it. */
  async #take(page: Page): Promise<void> {
    const take = page.locator('button[name=to][value=me]');
    if (this.#taken.size > 0 || (await take.count()) === 0) return;
    this.#taken.add(page.url());
    await press(page, take);
  }

  /** Where a role meets the case. */
  async #at(role: Role): Promise<{ page: Page; address: string }> {
    const { cast, ledger } = this.#options;
    if (role === 'anyone' && this.#statusPage) return { page: await cast.anyone(), address: this.#statusPage };
    if (role === 'applicant' || role === 'anyone')
      return { page: await cast.citizen(this.#applicant), address: `/mina-sidor/arenden/${this.#caseId}` };
    if (role === 'party' || role === 'ombud')
      return { page: await cast.citizen(PARTY), address: `/mina-sidor/arenden/${this.#caseId}` };
    const page = await cast.staff(role, await ledger.place(this.#caseId));
    return { page, address: `/handlaggning/arenden/${this.#caseId}` };
  }

  /** The page of the case for who works with it. */
  async #desk(): Promise<Page> {
    const { cast, ledger } = this.#options;
    const place = await ledger.place(this.#caseId);
    const page = await cast.staff('caseworker', place).catch(() => cast.staff('secretary', place));
    await go(page, `/handlaggning/arenden/${this.#caseId}`);
    return page;
  }

  async #addParty(role: Role): Promise<void> {
    if (this.#parties.has(role)) return;
    this.#parties.add(role);
    const page = await this.#desk();
    await go(page, `${new URL(page.url()).pathname}/ny-part`);
    await page.locator('#role').selectOption(role);
    if (role === 'ombud') await page.locator('#represents').selectOption({ index: 1 });
    await this.#writeParty(page, PARTY);
    await this.#options.seen.look(page, `add-${role}`);
    await press(page, page.locator('main form button').last());
    if (!page.url().includes('?part')) throw new Error(`no ${role} could be added: ${await faults(page)}`);
  }

  /** Every part gets the beslut, or all who are asked sign. */
  async #tell(facts: JsonObject): Promise<void> {
    const { seen } = this.#options;
    if (typeof facts['receivedOn'] === 'string') {
      const page = await this.#desk();
      for (const form = page.locator('form[action="?/receipt"]'); (await form.count()) > 0;) {
        await form.first().locator('[name=receivedOn]').fill(stockholmDay(new Date()));
        await form.first().locator('[name=how]').fill('Delgivningskvitto');
        await press(page, form.first().getByRole('button'));
      }
    } else if (facts['signatures'] === 'all') await this.#coSign();
    else throw new Error(`the walk cannot tell ${JSON.stringify(facts)}`);
    await this.#settle();
    await this.#lookAround('told');
    void seen;
  }

  /** All whom the application names as signing too follow the link in their mail. */
  async #coSign(): Promise<void> {
    const { scenario, cast, seen } = this.#options;
    const signers = Object.values(plainJson(scenario.application))
      .flatMap((value) => (Array.isArray(value) ? value.filter(isObject) : []))
      .filter((row) => 'personalNumber' in row && 'email' in row);
    for (const { personalNumber, email } of signers) {
      const known = CITIZENS.find((one) => one.personalNumber === personalNumber);
      if (!known) throw new Error(`${String(personalNumber)} is nobody of the demo`);
      const page = await cast.citizen(nameOf(known));
      const link = page
        .getByRole('article')
        .filter({ hasText: String(email) })
        .getByRole('link', { name: /skriv-under/ })
        .first();
      await offered(page, '/demo/post', link, 'skriv-under');
      await go(page, new URL((await link.getAttribute('href')) ?? '').pathname);
      await seen.look(page, 'co-sign');
      await page.locator('form[action$="?/sign"] button').click();
      await answerOnPhone(page, { person: nameOf(known) });
      await page.getByText('Tack, du har skrivit under.').waitFor();
      await seen.look(page, 'co-signed');
    }
  }

  /** Waits for what the platform does by itself, and pays what the applicant is asked to pay. */
  async #settle(): Promise<void> {
    const { ledger, scenario } = this.#options;
    const results = scenario.results ?? {};
    for (let tries = 0; tries < 150; tries += 1) {
      const waiting = (await ledger.waiting(this.#caseId)).filter(({ id }) => Object.hasOwn(results, id));
      if (waiting.length === 0) return;
      const payment = waiting.find(({ src, direction }) => src === 'payment' && direction === 'in');
      if (payment && !results[payment.id]?.error) await this.#pay(payment.id);
      else if (payment) return;
      await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error('the platform does not get on with what it does by itself');
  }

  async #pay(payment: string): Promise<void> {
    const { seen } = this.#options;
    const { page, address } = await this.#at(this.#logsIn ? 'applicant' : 'anyone');
    await offered(page, address, page.locator(`a[href$="/betala/${payment}"]`), 'betala');
    await seen.look(page, 'asked-to-pay');
    await go(page, `${address}/betala/${payment}`);
    await seen.look(page, 'pay');
    await page.getByRole('link', { name: 'Till betalningen' }).click();
    await page.getByRole('button', { name: 'Betala', exact: true }).click();
    await page.getByText('Betalt', { exact: true }).waitFor();
    await seen.look(page, 'paid');
  }

  /** The case as its citizen and its staff have it now. */
  async #lookAround(when: string): Promise<void> {
    const { seen, cast } = this.#options;
    if (this.#logsIn) {
      const page = await cast.citizen(this.#applicant);
      await go(page, `/mina-sidor/arenden/${this.#caseId}`);
      for (const summary of await page.locator('main article details:not([open]) > summary').all())
        await summary.click();
      await seen.look(page, `${when}-mine`);
    } else if (this.#statusPage) {
      const page = await cast.anyone();
      await go(page, this.#statusPage);
      await seen.look(page, `${when}-status`);
    }
    await seen.look(await this.#desk(), `${when}-desk`);
  }

  /** The documents that were made, and the mails. */
  async #lookAtPapers(): Promise<void> {
    const { seen, ledger } = this.#options;
    const page = await this.#desk();
    const files = await page
      .locator('main a[href*="/fil/"]')
      .evaluateAll((links) =>
        links.map((link) => ({ href: link.getAttribute('href') ?? '', name: link.textContent?.trim() ?? '' }))
      );
    for (const { href, name } of files.filter(({ name }) => /\.pdf/.test(name)))
      await this.#keep(page, href, name.replaceAll(/[^\w.åäö-]+/gi, '-').replace(/\.pdf.*$/, '.pdf'));
    await go(page, '/demo/post');
    await seen.look(page, 'mails');
    const { status } = await ledger.place(this.#caseId);
    console.log(`  ends ${status}`);
  }

  async #keep(page: Page, address: string, name: string): Promise<void> {
    const { writeFileSync } = await import('node:fs');
    const answer = await page.request.get(address);
    if (!answer.ok()) throw new Error(`${name} cannot be read: ${answer.status()}`);
    writeFileSync(this.#options.seen.path(name), await answer.body());
  }
}

const form = ({ forms }: CaseType, key: string) => {
  const found = forms[key];
  if (!found) throw new Error(`no form ${key}`);
  return found;
};

/** The form of an event, wherever in the flow it stands. */
function formOf({ flow }: CaseType, event: string): string | undefined {
  let found: string | undefined;
  JSON.stringify(flow, (key, value) => {
    if (key === event && found === undefined) found = [value].flat()[0]?.meta?.form;
    return value;
  });
  return found;
}

const daysIn = (period: string): number => {
  const [, count = '0', unit] = /^P(\d+)([DWM])/.exec(period) ?? [];
  return Number(count) * (unit === 'W' ? 7 : unit === 'M' ? 30 : 1);
};

async function ready(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.waitForFunction(() => document.querySelector('form[aria-busy], [data-ready=false]') === null);
}

async function go(page: Page, address: string): Promise<void> {
  const answer = await page.goto(address);
  if (!answer?.ok()) throw new Error(`${address} answers ${answer?.status()}`);
  await ready(page);
}

/** Presses what sends a form, and waits for what came of it. */
async function press(page: Page, button: Locator): Promise<void> {
  const sent = page.waitForResponse((response) => response.request().method() === 'POST');
  await Promise.all([sent.then((response) => response.finished()), button.click()]);
  await page.waitForLoadState('networkidle');
  await ready(page);
}

/** The platform's own steps may come first, so the page is loaded until it offers what is sought. */
async function offered(page: Page, address: string, link: Locator, what: string): Promise<void> {
  for (let tries = 0; tries < 10; tries += 1) {
    await go(page, address);
    if ((await link.count()) > 0) return;
    await new Promise((done) => setTimeout(done, 1000));
  }
  throw new Error(`${address} never offers ${what}: ${(await page.getByRole('main').innerText()).slice(0, 600)}`);
}

const faults = async (page: Page): Promise<string> =>
  (await page.getByRole('main').locator('[role=alert], .summary, [aria-live], .fault').allInnerTexts())
    .join(' | ')
    .slice(0, 800);
