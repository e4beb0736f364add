import type { Page } from 'playwright-core';
import type { CaseType } from '../../runtime/definition/case-type.ts';
import type { JsonObject } from '../../runtime/definition/json.ts';
import type { Role, Scenario, ScenarioStep } from '../../runtime/definition/types.ts';
import { plainJson } from '../../runtime/demo/fill/answers.ts';
import { CITIZENS, nameOf } from '../../runtime/demo/people.ts';
import { isObject } from '../../runtime/form/pointer.ts';
import { movedDays } from '../../runtime/simulate/told-answers.ts';
import { addDays, daysBetween, stockholmDay } from '../../runtime/time/day.ts';
import { answerOnPhone } from '../../tests/support/test-phone.ts';
import { settled } from '../../tests/support/settled.ts';
import { applicantOf, colleague, type Cast } from './cast.ts';
import { download, fileAsCitizen, openAsStaff, writeParty } from './filing.ts';
import { fillIn, mustAsk } from './fill-form.ts';
import type { Ledger } from './ledger.ts';
import { faultsOn, go, pause, press, untilOffered } from './pages.ts';
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
  #isTaken = false;
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
    const answers = movedDays(plainJson(scenario.application), this.#shift);
    const filing = { ...this.#options, answers, applicant: this.#applicant, logsIn: this.#logsIn };
    if (OWN_CHANNELS.includes(scenario.channel)) this.#statusPage = await fileAsCitizen(filing);
    else await openAsStaff(filing);
    this.#caseId = await ledger.newest(caseType.settings.slug);
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

  async #send(role: Role, event: string, data: JsonObject): Promise<void> {
    const { caseType, seen, ledger } = this.#options;
    if (role === 'party' || role === 'ombud') await this.#addParty(role);
    const { page, address } = await this.#at(role);
    const link = page.getByRole('main').locator(`a[href$="${address}/${event}"]`).first();
    await untilOffered(page, address, link);
    await this.#take(page);
    await Promise.all([page.waitForURL((url) => url.pathname.endsWith(`/${event}`)), link.click()]);
    await settled(page);
    const key = formOf(caseType, event);
    if (key) {
      const filling = { caseType, key, answers: data, data: await ledger.data(this.#caseId) };
      mustAsk(filling, await fillIn(page, filling));
    }
    await seen.look(page, `${event}-form`);
    await press(page, page.locator('button[name=do][value=send]'));
    if (!page.url().includes('klart')) throw new Error(`${event} is not taken: ${await faultsOn(page)}`);
  }

  /** Takes the case the first time that somebody of the staff works with it. */
  async #take(page: Page): Promise<void> {
    const take = page.locator('button[name=to][value=me]');
    if (this.#isTaken || (await take.count()) === 0) return;
    this.#isTaken = true;
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
    // Fullmäktige has no caseworkers.
    const page = await cast.staff(colleague('caseworker', place) ? 'caseworker' : 'secretary', place);
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
    await writeParty(page, PARTY);
    await this.#options.seen.look(page, `add-${role}`);
    await press(page, page.locator('main form button').last());
    if (!page.url().includes('?part')) throw new Error(`no ${role} could be added: ${await faultsOn(page)}`);
  }

  /** Every part gets the beslut, or all who are asked sign. */
  async #tell(facts: JsonObject): Promise<void> {
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
      await untilOffered(page, '/demo/post', link);
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
      await pause(100);
    }
    throw new Error('the platform does not get on with what it does by itself');
  }

  async #pay(payment: string): Promise<void> {
    const { seen } = this.#options;
    const { page, address } = await this.#at(this.#logsIn ? 'applicant' : 'anyone');
    await untilOffered(page, address, page.locator(`a[href$="/betala/${payment}"]`));
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
      await page
        .locator('main article details')
        .evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
      await seen.lookAgain(page, 'mine', `${when}-mine`);
    } else if (this.#statusPage) {
      const page = await cast.anyone();
      await go(page, this.#statusPage);
      await seen.lookAgain(page, 'status', `${when}-status`);
    }
    await seen.lookAgain(await this.#desk(), 'desk', `${when}-desk`);
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
      seen.keep(fileName(name), await download(page, href));
    await go(page, '/demo/post');
    await seen.look(page, 'mails');
    const { status } = await ledger.place(this.#caseId);
    console.log(`  ends ${status}`);
  }
}

/** The form of an event, wherever in the flow it stands. */
function formOf({ flow }: CaseType, event: string): string | undefined {
  let found: string | undefined;
  JSON.stringify(flow, (key, value) => {
    if (key === event && found === undefined) found = [value].flat()[0]?.meta?.form;
    return value;
  });
  return found;
}

const fileName = (shown: string): string => shown.replaceAll(/[^\w.åäö-]+/gi, '-').replace(/\.pdf.*$/, '.pdf');

const daysIn = (period: string): number => {
  const [, count = '0', unit] = /^P(\d+)([DWM])/.exec(period) ?? [];
  return Number(count) * (unit === 'W' ? 7 : unit === 'M' ? 30 : 1);
};
