import type { Browser, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { startSession } from '#runtime/identity/sessions.server.ts';
import { addDays, stockholmDay } from '#runtime/time/day.ts';
import { onStage } from '../support/on-stage.ts';
import type { Stage } from '../support/stage.ts';
import { logInAsStaff } from '../support/test-phone.ts';
import { visitor } from '../support/visitor.ts';

const DESK = { javaScript: true, width: 1200 };
const PHONE = { javaScript: true, width: 390 };
const today = stockholmDay(new Date());

let browser: Browser;
let stage: Stage;
onStage((...opened) => {
  [browser, stage] = opened;
});

const main = (page: Page) => page.getByRole('main');
const unfold = (page: Page, title: string) => main(page).getByText(title, { exact: true }).first().click();
const says = (page: Page, text: string | RegExp) => main(page).getByText(text).first().waitFor();

/** The page of a colleague, found by name. */
async function open(page: Page, name: string) {
  await page.goto(`/admin/personer?slutat&sok=${encodeURIComponent(name)}`);
  await main(page).getByRole('link', { name }).click();
  await main(page).getByRole('heading', { level: 1, name }).waitFor();
}

/** This browser is logged in as a colleague of that user name. */
async function enter(page: Page, userName: string) {
  const { rows } = await stage.sql.query<{ id: string }>('select person_id as id from employee where user_name = $1', [
    userName
  ]);
  const value = await startSession(rows[0]?.id ?? '', 'staff');
  const cookie = { name: 'session', value, url: inject('address'), httpOnly: true, sameSite: 'Lax' } as const;
  await page.context().addCookies([cookie]);
}

describe('a new system administrator', { timeout: 240_000 }, () => {
  it('sets up a nämnd with its people, deputies and delegation, and ends an employment', async () => {
    const rasmus = await visitor(browser, inject('address'), DESK);
    rasmus.page.setDefaultTimeout(15_000);
    await logInAsStaff(rasmus.page, '/admin/personer?sok=Nils', 'Rasmus Ek');
    await open(rasmus.page, 'Nils Åberg');
    await unfold(rasmus.page, 'Gör till systemadministratör');
    await rasmus.press('Gör till systemadministratör');
    await says(rasmus.page, 'Ändringen är sparad.');
    await rasmus.inspect();
    await rasmus.leave();

    const nils = await visitor(browser, inject('address'), DESK);
    const { page, visit, press, inspect } = nils;
    page.setDefaultTimeout(15_000);
    await logInAsStaff(page, '/admin/organ', 'Nils Åberg');
    await inspect();
    await main(page).getByLabel('Namn', { exact: true }).fill('Kommunstyrelsen');
    await press('Lägg till organet');
    await says(page, 'Det finns redan något eller någon med det namnet.');
    await inspect();
    await main(page).getByLabel('Namn', { exact: true }).fill('Valnämnden');
    await press('Lägg till organet');
    await main(page).getByRole('heading', { level: 1, name: 'Valnämnden' }).waitFor();
    await main(page).getByLabel('Ny enhet', { exact: true }).fill('Valkansliet');
    await press('Lägg till enheten');
    await says(page, 'valkansliet');
    await inspect();

    await press('Delegationsordning', 'link');
    await main(page).getByLabel('Punkt', { exact: true }).fill('VN-1');
    await main(page).getByLabel('Beslutet gäller', { exact: true }).fill('Förordnande av röstmottagare');
    await press('Lägg till punkten');
    await says(page, 'Ingen får fatta beslutet i dag.');
    await unfold(page, 'Delegera VN-1');
    await main(page).getByLabel('Till', { exact: true }).selectOption({ label: 'Handläggare' });
    await main(page).getByLabel('Beslut som ger rätten', { exact: true }).fill('Valnämnden 2026-01-20 § 7');
    await press('Delegera VN-1');
    await says(page, 'Valnämnden 2026-01-20 § 7');
    expect(await main(page).innerText()).not.toContain('Ingen får fatta beslutet i dag.');
    await inspect();

    await visit('/admin/personer');
    await main(page).getByLabel('Namn', { exact: true }).fill('Vera Valström');
    await main(page).getByLabel('Användarnamn', { exact: true }).fill('vera.valstrom');
    await press('Lägg till personen');
    await main(page).getByRole('heading', { level: 1, name: 'Vera Valström' }).waitFor();
    await unfold(page, 'Ge en roll');
    await main(page).getByLabel('Var', { exact: true }).selectOption('valnamnden/valkansliet');
    await main(page).getByLabel('Första dag', { exact: true }).first().fill(addDays(today, 1));
    await press('Ge rollen');
    await says(page, 'Kommande');
    await inspect();

    const vera = await visitor(browser, inject('address'), DESK);
    await enter(vera.page, 'vera.valstrom');
    expect((await vera.page.request.get('/handlaggning')).status()).toBe(403);
    await unfold(page, 'Ge en roll');
    await main(page).getByLabel('Roll', { exact: true }).selectOption({ label: 'Registrator' });
    await main(page).getByLabel('Var', { exact: true }).selectOption('valnamnden');
    await press('Ge rollen');
    await says(page, 'Valnämnden, alla enheter');
    await vera.visit('/handlaggning');

    await open(page, 'Hanna Lilja');
    await unfold(page, 'Lägg in frånvaro');
    await main(page).getByLabel('Ersättare', { exact: true }).selectOption({ label: 'Fredrik Sund' });
    await main(page).getByLabel('Sista dag', { exact: true }).last().scrollIntoViewIfNeeded();
    await press('Spara frånvaron');
    await says(page, 'Ersättare: Fredrik Sund');
    await inspect();
    const fredrik = await visitor(browser, inject('address'), DESK);
    await enter(fredrik.page, 'fredrik');
    await fredrik.visit('/handlaggning');
    expect(await fredrik.page.getByRole('main').innerText()).toContain('Du ersätter Hanna Lilja.');
    expect((await fredrik.page.request.get('/admin/personer')).status()).toBe(403);
    await fredrik.leave();

    await open(page, 'Vera Valström');
    await unfold(page, 'Avsluta anställningen');
    await press('Avsluta anställningen nu');
    await says(page, /^Slutade/);
    await inspect();
    await vera.page.getByRole('main').getByRole('link').first().click();
    await vera.page.waitForURL((url) => url.pathname.startsWith('/logga-in') || url.pathname.startsWith('/demo'));
    await vera.leave();

    await open(page, 'Hanna Lilja');
    await unfold(page, 'Avsluta anställningen');
    await press('Avsluta anställningen nu');
    const hanna = await visitor(browser, inject('address'), DESK);
    await hanna.page.goto('/logga-in/personal');
    await hanna.page.getByRole('button', { name: 'Hanna Lilja' }).click();
    await hanna.page.getByText('Din anställning är avslutad här').waitFor();
    await unfold(page, 'Ta tillbaka i tjänst');
    await press('Ta tillbaka i tjänst');
    await says(page, 'Har inga roller.');
    await logInAsStaff(hanna.page, '/handlaggning', 'Hanna Lilja');
    await hanna.leave();

    await open(page, 'Vera Valström');
    await press('Visa ändringar', 'link');
    const log = await main(page).innerText();
    for (const text of ['Nils Åberg', 'Roll lades till', 'Person ändrades', 'Registrator', 'Valkansliet'.toLowerCase()])
      expect(log).toContain(text);
    await inspect();

    await visit('/admin/grupper');
    await main(page).getByLabel('Namn', { exact: true }).fill('Röstmottagare');
    await main(page).getByLabel('Heter i inloggningen', { exact: true }).fill('sg-rostmottagare');
    await press('Lägg till gruppen');
    await main(page).getByRole('heading', { level: 1, name: 'Röstmottagare' }).waitFor();
    await unfold(page, 'Ge en roll');
    await press('Ge rollen');
    await unfold(page, 'Lägg till en medlem');
    await main(page).getByLabel('Person', { exact: true }).selectOption({ label: 'Eva Lundin' });
    await press('Lägg till medlemmen');
    await says(page, 'Given här');
    await inspect();
    const here = [page.url(), '/admin/organ/valnamnden', '/admin/organ/valnamnden/delegation', '/admin/personer'];
    await nils.leave();

    const phone = await visitor(browser, inject('address'), PHONE);
    await enter(phone.page, 'nils');
    for (const address of ['/admin/organ', ...here, '/admin/grupper', '/admin/andringar']) await phone.visit(address);
    await phone.leave();
  });
});
