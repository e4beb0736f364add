import type { Page } from 'playwright-core';
import type { CaseType } from '../../runtime/definition/case-type.ts';
import type { JsonObject } from '../../runtime/definition/json.ts';
import type { Role, Scenario } from '../../runtime/definition/types.ts';
import { CITIZENS, nameOf } from '../../runtime/demo/people.ts';
import { addDays, stockholmDay } from '../../runtime/time/day.ts';
import { settled } from '../../tests/support/settled.ts';
import { answerOnPhone } from '../../tests/support/test-phone.ts';
import { colleague, type Cast } from './cast.ts';
import { fillIn, mustAsk } from './fill-form.ts';
import { faultsOn, go, press } from './pages.ts';
import type { Seen } from './seen.ts';

export interface Filing {
  readonly caseType: CaseType;
  readonly scenario: Scenario;
  readonly answers: JsonObject;
  readonly applicant: string;
  /** Whether the applicant is known to us by a login. */
  readonly logsIn: boolean;
  readonly cast: Cast;
  readonly seen: Seen;
}

const fillingOf = ({ caseType, answers, scenario }: Filing) => ({
  ...{ caseType, answers, key: 'application' },
  data: { case: { channel: scenario.channel } }
});

/** Files it page after page, signs it where it is signed, and keeps the receipt. Gives the address of the status page, if there is one. */
export async function fileAsCitizen(filing: Filing): Promise<string | null> {
  const { caseType, cast, seen, applicant } = filing;
  const { slug, eService } = caseType.settings;
  const page = filing.logsIn ? await cast.citizen(applicant) : await cast.anyone();
  await go(page, `/e-tjanster/${slug}`);
  await seen.look(page, 'service');
  await page.getByRole('main').getByRole('button').first().click();
  await page.waitForURL(/\/ansok\//);
  const met = new Set<string>();
  while (!page.url().endsWith('/granska')) {
    await settled(page);
    const before = page.url();
    for (const name of await fillIn(page, fillingOf(filing))) met.add(name);
    await seen.look(page, `form-${before.split('/').at(-1) ?? ''}`);
    await press(page, page.locator('button[name=do][value=next]'));
    if (page.url() === before) throw new Error(`${before} does not take its answers: ${await faultsOn(page)}`);
  }
  mustAsk(fillingOf(filing), met);
  await seen.look(page, 'review');
  await press(page, page.locator('button[name=do][value=send]'));
  if (eService.signature !== 'none') {
    await page.waitForURL(/\/signera\//);
    await seen.look(page, 'sign');
    await answerOnPhone(page, { person: applicant });
  }
  await page.waitForURL(/\/kvitto/);
  await settled(page);
  await seen.look(page, 'receipt');
  seen.keep('receipt.pdf', await download(page, `${new URL(page.url()).pathname}/pdf`));
  const link = page.getByRole('main').getByRole('link', { name: /\/status\// });
  return (await link.count()) === 0 ? null : new URL((await link.getAttribute('href')) ?? '').pathname;
}

/** Opens it as staff, for somebody who phones or writes, or for the authority itself. */
export async function openAsStaff(filing: Filing): Promise<void> {
  const { caseType, cast, seen, scenario } = filing;
  const { slug, owner, initiatedBy } = caseType.settings;
  const place = { organ: owner.organ, unit: owner.unit ?? '' };
  const first: Role = scenario.channel === 'phone' ? 'contact-centre' : 'registrar';
  const role = initiatedBy === 'authority' || colleague(first, place) === undefined ? 'caseworker' : first;
  const page = await cast.staff(role, place);
  await go(page, '/handlaggning/nytt');
  await page.locator(`button[name=slug][value="${slug}"]`).click();
  await page.waitForURL(/nytt\/.+/);
  await settled(page);
  if (initiatedBy !== 'authority') {
    await page.locator('#channel').selectOption(scenario.channel);
    await page.locator('#arrived-on').fill(addDays(stockholmDay(new Date()), -1));
    await writeParty(page, filing.applicant);
  }
  mustAsk(fillingOf(filing), await fillIn(page, fillingOf(filing)));
  await seen.look(page, 'open-form');
  await press(page, page.locator('button[name=do][value=open]'));
  if (!page.url().includes('oppnat')) throw new Error(`it is not opened: ${await faultsOn(page)}`);
  await seen.look(page, 'opened');
}

/** Writes who a citizen of the demo is, as staff do. */
export async function writeParty(page: Page, name: string): Promise<void> {
  const citizen = CITIZENS.find((one) => nameOf(one) === name);
  if (!citizen) throw new Error(`${name} is nobody of the demo`);
  await page.locator('#party-name').fill(name);
  await page.locator('#party-number').fill(citizen.personalNumber);
  await page.locator('#party-email').fill(`${citizen.key}@exempel.example`);
}

/** What a link of the page leads to. */
export async function download(page: Page, address: string): Promise<Buffer> {
  const answer = await page.request.get(address);
  if (!answer.ok()) throw new Error(`${address} answers ${answer.status()}`);
  return answer.body();
}
