import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { actOnCase } from '#runtime/case/act-on-case.server.ts';
import { publishCaseType } from '#runtime/case/publish-case-type.server.ts';
import type { JsonObject } from '#runtime/definition/json.ts';
import type { Role } from '#runtime/definition/types.ts';
import { DEMO_ORGANISATIONS } from '#runtime/demo/mandates.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { enterDelegations } from '#runtime/persistence/delegations.server.ts';
import { rememberPerson } from '#runtime/persistence/people.server.ts';
import { workedExample } from '#runtime/testing/case-types.ts';
import { onStage } from '../support/on-stage.ts';
import { enterAs, type Stage } from '../support/stage.ts';
import { answerOnPhone, logInWithBankId } from '../support/test-phone.ts';
import { DEVICES, visitor } from '../support/visitor.ts';

const NEXT = /Spara och gå vidare/;
const ORGAN = 'kultur-fritidsnamnden';
const SLUG = 'klubbidrag';
const COMPANY = DEMO_ORGANISATIONS.builder.name;
const [DESK, PHONE] = DEVICES;

let browser: Browser;
let stage: Stage;
onStage((...opened) => {
  [browser, stage] = opened;
});
beforeAll(async () => {
  const caseType = workedExample();
  const settings = { ...caseType.settings, slug: SLUG };
  const published = await publishCaseType(
    { caseType: { ...caseType, settings }, templates: {} },
    { kind: 'system' },
    new Date()
  );
  if ('problems' in published) expect.unreachable(JSON.stringify(published.problems));
  const held = { organ: ORGAN, title: 'Beslut', roles: ['manager'], basis: '§ 1', from: '2020-01-01' } as const;
  await enterDelegations((settings.delegation ?? []).map((item) => ({ ...held, item })));
});

/** Somebody at work in the organ of the example. */
async function colleague(role: Extract<Role, 'caseworker' | 'manager'>) {
  const memberships = [{ organ: ORGAN, unit: null, role }];
  const name = `Klubb ${role}`;
  const proved = { issuer: 'test', subject: `klubb-${role}`, name, personnummer: null, assurance: 'none' } as const;
  const personId = await rememberPerson({ ...proved, memberships }, { audience: 'staff' }, new Date());
  return { kind: 'person', personId, name, memberships } as const;
}

async function happens(caseId: string, event: string, role: 'caseworker' | 'manager', answers?: JsonObject) {
  const actor = await colleague(role);
  const done = await actOnCase({ key: randomUUID(), caseId, actor, event, ...(answers && { answers }) }, new Date());
  if (isRefusal(done)) expect.unreachable(JSON.stringify(done));
}

describe('somebody who signs for a company', () => {
  it('acts for it from login to beslut, and is told so on every page', { timeout: 240_000 }, async () => {
    const [mikael, atDesk] = await Promise.all([
      visitor(browser, inject('address'), DESK),
      visitor(browser, inject('address'), DESK)
    ]);
    const { page, press, visit, inspect } = mikael;
    page.setDefaultTimeout(15_000);
    const main = page.getByRole('main');
    const banner = page.getByRole('region', { name: 'Vem du handlar för' });
    await logInWithBankId(page, '/mina-sidor', 'Mikael Wallin');
    expect(await banner.count()).toBe(0);
    await press('Handla för ett företag eller någon annan', 'link');
    await inspect();
    await press(`Välj ${COMPANY}`);
    await page.waitForURL('**/mina-sidor');
    expect(await banner.innerText()).toContain(COMPANY);
    await inspect();

    await visit(`/e-tjanster/${SLUG}`);
    await press('Börja');
    await main.getByLabel('Föreningens namn').fill('Byggets IF');
    await main.getByLabel('Löpande drift').check();
    expect(await banner.innerText()).toContain(COMPANY);
    await press(NEXT);
    if ((await main.getByLabel('Belopp').count()) === 0)
      await main
        .getByRole('button', { name: /^Lägg till/ })
        .first()
        .click();
    await main.getByLabel('Lokal').check();
    await main.getByLabel('Belopp').fill('1200');
    await press(NEXT);
    await press('Skriv under och skicka in');
    await answerOnPhone(page, { person: 'Mikael Wallin' });
    await page.waitForURL(/kvitto/, { waitUntil: 'load' });
    expect(await main.innerText()).toMatch(new RegExp(`Inskickat för\\s+${COMPANY}\\s+Inskickat av\\s+Mikael Wallin`));
    await inspect();

    const { rows } = await stage.sql.query<{ id: string }>('select id from case_ where slug = $1', [SLUG]);
    const [{ id: caseId } = expect.unreachable('no case')] = rows;
    await happens(caseId, 'klar', 'caseworker');
    await happens(caseId, 'beslut', 'manager', { outcome: 'avslag', reasons: 'Föreningen har fått bidrag i år.' });
    await visit('/mina-sidor');
    await press(/^Läs beslutet/, 'link');
    expect(await main.innerText()).toContain('Föreningen har fått bidrag i år.');
    await main.getByRole('heading', { name: 'Ärendets väg' }).waitFor();
    await inspect();

    await enterAs(atDesk.page, await colleague('caseworker'));
    await atDesk.visit(`/handlaggning/arenden/${caseId}`);
    expect(await atDesk.page.getByRole('main').innerText()).toContain(`Mikael Wallin för ${COMPANY} (tecknar firman)`);
    await atDesk.visit('/handlaggning/fullmakter');
    await atDesk.press('Registrera');
    expect(await atDesk.page.getByRole('main').innerText()).toContain('Skriv namnet på den som företräds.');
    await atDesk.inspect();

    await visit('/mina-sidor/for-vem');
    await press('Välj Mikael Wallin');
    await page.waitForURL('**/mina-sidor');
    expect(await banner.count()).toBe(0);
    expect((await page.goto(`/mina-sidor/arenden/${caseId}`))?.status()).toBe(403);
    await Promise.all([mikael.leave(), atDesk.leave()]);
  });
});

describe('a fullmakt', () => {
  it('is given, used and taken back on a phone without a script', { timeout: 240_000 }, async () => {
    const { caseId, number } = await stage.begin(
      { slug: 'parkeringstillstand', scenario: await scenarioOf('parkeringstillstand'), by: 'karin' },
      []
    );
    const [karin, johan] = await Promise.all([
      visitor(browser, inject('address'), PHONE),
      visitor(browser, inject('address'), PHONE)
    ]);
    for (const { page } of [karin, johan]) page.setDefaultTimeout(15_000);
    const main = karin.page.getByRole('main');
    await enterAs(karin.page, stage.citizen('karin'));
    await karin.page.goto('/mina-sidor/fullmakter');
    await karin.press('Ge en fullmakt', 'link');
    await karin.press('Gå vidare');
    expect(await main.innerText()).toContain('Skriv ombudets namn.');
    await karin.inspect();
    await main.getByLabel('Bara vissa e-tjänster').check();
    await karin.press('Gå vidare');
    await main.getByRole('link', { name: /e-tjänst/ }).press('Enter');
    await main.getByRole('group', { name: 'Vad gäller fullmakten?' }).and(karin.page.locator(':focus')).waitFor();
    await main.getByLabel('Alla ärenden').check();
    await main.getByLabel('Ombudets namn').fill('Johan Ekström');
    await main.getByLabel('Ombudets personnummer').fill('19770210-2398');
    await karin.press('Gå vidare');
    await karin.press('Skriv under med BankID');
    await answerOnPhone(karin.page, { person: 'Karin Lindqvist' });
    await main.getByText('Fullmakten är underskriven.').waitFor();

    await enterAs(johan.page, stage.citizen('johan'));
    await johan.page.goto('/mina-sidor/for-vem');
    await johan.press('Välj Karin Lindqvist');
    await johan.visit('/mina-sidor');
    expect(await johan.page.getByRole('main').innerText()).toContain(number);
    await johan.visit(`/mina-sidor/arenden/${caseId}`);
    expect(await johan.page.getByRole('region', { name: 'Vem du handlar för' }).innerText()).toContain(
      'Karin Lindqvist'
    );

    await karin.press('Ta tillbaka fullmakten');
    await main.getByText('Fullmakten gäller inte längre.').waitFor();
    await johan.page.goto(`/mina-sidor/arenden/${caseId}`);
    expect(await johan.page.getByRole('main').innerText()).toContain('Du har inte längre rätt att handla för den');
    expect((await johan.page.goto(`/mina-sidor/arenden/${caseId}`))?.status()).toBe(403);
    await Promise.all([karin.leave(), johan.leave()]);
  });
});

/** The first scenario of a shipped case type that is filed through the e-tjänst. */
async function scenarioOf(slug: string): Promise<string> {
  const { publishedCaseTypes } = await import('#runtime/case/publish-case-type.server.ts');
  const found = (await publishedCaseTypes()).find((one) => one.slug === slug)?.caseType.scenarios ?? {};
  const own = Object.entries(found).find(([, { channel }]) => channel === 'e-service');
  return own?.[0] ?? expect.unreachable(`no scenario of ${slug}`);
}
