import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { logInAsStaff } from '../support/test-phone.ts';
import { visitor } from '../support/visitor.ts';

const DESK = { javaScript: true, width: 1200 };
const PHONE = { javaScript: false, width: 390 };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe('somebody at work who begins a case', () => {
  it(
    'opens a food control on the own initiative of the authority, and finds it on the desk',
    { timeout: 120_000 },
    async () => {
      const petra = await visitor(browser, inject('address'), DESK);
      const { page, press, inspect } = petra;
      const main = page.getByRole('main');
      await logInAsStaff(page, '/handlaggning', 'Petra Öman');
      await page.getByRole('link', { name: 'Nytt ärende' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/handlaggning/nytt');
      await inspect();
      await press('Börja: Livsmedelskontroll');
      await page.waitForURL('**/handlaggning/nytt/*');
      expect(await main.innerText()).toContain('på eget initiativ');
      await inspect();

      await press('Öppna ärendet');
      await main.getByRole('heading', { name: /behöver rättas/ }).waitFor();
      await inspect();

      await page.locator('#party-name').fill('Kvarnens kök AB');
      await page.locator('#party-number').fill('123');
      await main.getByLabel('Organisation', { exact: true }).check();
      await main.getByLabel('Anläggningens namn').fill('Kvarnens kök');
      await main.getByLabel('Livsmedelsföretagare').fill('Kvarnens kök AB');
      const place = main.getByRole('group', { name: 'Besöksadress' });
      await place.getByLabel('Gatuadress').fill('Kvarngatan 20');
      await place.getByLabel('Postnummer').fill('812 30');
      await place.getByLabel('Ort').fill('Lindsjö');
      await choose(page, 'Verksamhet', 0);
      await choose(page, 'Varför görs kontrollen?', 0);
      await choose(page, 'Riskklass', 2);
      await main.getByLabel('Planerat datum').fill('2030-05-06');
      await main.getByRole('group', { name: 'Vad ska kontrolleras?' }).getByRole('checkbox').first().check();
      await choose(page, 'Metod', 0);
      await main.getByRole('group', { name: 'Ska kontrollen anmälas i förväg?' }).getByRole('radio').last().check();
      await press('Öppna ärendet');
      await main.getByText('Skriv ett person- eller organisationsnummer som stämmer').first().waitFor();
      expect(await main.getByLabel('Anläggningens namn').inputValue()).toBe('Kvarnens kök');
      await inspect();

      await page.locator('#party-number').fill('556016-0680');
      await press('Öppna ärendet');
      await page.waitForURL('**/handlaggning/arenden/*');
      await inspect();
      expect(await main.innerText()).toContain('Kvarnens kök AB');
      const number = (await main.getByRole('heading', { level: 1 }).innerText()).split(' Livsmedel')[0] ?? '';
      expect(await main.innerText()).toContain('Får handlingar som brev');
      await press('Lägg till part', 'link');
      await inspect();
      await press('Lägg till part');
      await main.getByText('Skriv ett namn').first().waitFor();
      await main.getByLabel('Namn', { exact: true }).fill('Sam Åkerlund');
      await main.getByLabel('Person- eller organisationsnummer').fill('19940202-2397');
      await press('Lägg till part');
      await page.waitForURL('**part&skyddad');
      expect(await main.innerText()).toContain('Skyddade uppgifter');
      expect(await main.innerText()).not.toContain('Åkerlund');
      await inspect();
      await petra.visit('/handlaggning/post');
      await petra.visit('/handlaggning?lista=group');
      await main.getByRole('link', { name: number }).waitFor();
      await petra.leave();
    }
  );

  it('registers what somebody wrote the week before, as it came', { timeout: 60_000 }, async () => {
    const monika = await visitor(browser, inject('address'), PHONE);
    const { page, press, inspect } = monika;
    const main = page.getByRole('main');
    await logInAsStaff(page, '/handlaggning/nytt', 'Monika Lind');
    await press('Börja: Felanmälan gata, park och VA');
    await page.waitForURL('**/handlaggning/nytt/*');
    await inspect();
    await main.getByLabel('Det kom via').selectOption({ label: 'Brev' });
    await main.getByLabel('Kom in den').fill('2099-01-01');
    await main.getByLabel('Namn', { exact: true }).fill('Gunnar Sjöberg');
    await press('Öppna ärendet');
    await main.getByText('Ange en dag till och med i dag').first().waitFor();
    await main.getByLabel('Kom in den').fill('2026-01-07');
    await press('Spara och fortsätt senare');
    await page.waitForURL('**/handlaggning/nytt');
    expect(await main.innerText()).toContain('Gunnar Sjöberg');
    await inspect();
    await press(/^Fortsätt: .*Gunnar/, 'link');
    expect(await main.getByLabel('Det kom via').inputValue()).toBe('letter');
    await press('Öppna ärendet');
    await page.waitForURL('**/handlaggning/arenden/*');
    expect(await main.innerText()).toMatch(/7 jan(uari)? 2026/);
    await inspect();
    await monika.leave();
  });
});

async function choose(page: import('playwright-core').Page, question: string, index: number) {
  const main = page.getByRole('main');
  const group = main.getByRole('group', { name: question }).first();
  if ((await group.count()) > 0) await group.getByRole('radio').nth(index).check();
  else
    await main
      .getByLabel(question)
      .first()
      .selectOption({ index: index + 1 });
}
