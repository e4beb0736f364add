import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { logInAsStaff, logInWithBankId } from '../support/test-phone.ts';
import { visitor } from '../support/visitor.ts';

const PHONE = { javaScript: true, width: 390 };
const DESK = { javaScript: true, width: 1200 };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe('a neighbour who reports that a child fares ill', () => {
  it(
    'stays anonymous although logged in, gets a receipt and no link, and social services judge the need of protection',
    { timeout: 180_000 },
    async () => {
      const neighbour = await visitor(browser, inject('address'), PHONE);
      const { page, press, inspect } = neighbour;
      const main = page.getByRole('main');
      const choose = (question: RegExp, answer: string) =>
        main.getByRole('group', { name: question }).getByRole('radio', { name: answer, exact: true }).check();
      await logInWithBankId(page, '/mina-sidor');
      await neighbour.visit('/e-tjanster/orosanmalan');
      await press('Börja');
      await choose(/i fara just nu/, 'Ja');
      await main.getByText('Ring 112 nu').waitFor();
      await choose(/i fara just nu/, 'Nej');
      await choose(/Vem är du/, 'Jag är privatperson');
      await main.getByText(/inte ens om du är inloggad/).waitFor();
      await press(/Spara och gå vidare/);
      await choose(/vad barnet heter/, 'Nej');
      await main.getByLabel('Hur kan vi hitta barnet?').fill('Familjen på tredje våningen, Stationsgatan 22.');
      await press(/Spara och gå vidare/);
      await main.getByRole('checkbox', { name: 'Våld eller hot' }).check();
      await main.getByText(/Berätta inte för familjen/).waitFor();
      await main.getByLabel('Berätta vad du har sett och hört').fill('Skrik och slag varje kväll.');
      await choose(/tryggt hemma/, 'Jag vet inte');
      await inspect();
      await press(/Spara och gå vidare/);
      await choose(/vara anonym/, 'Ja');
      await press(/Spara och gå vidare/);
      await press('Skicka in');
      const number = /SN-B \S+/.exec(await page.getByRole('heading', { level: 1 }).innerText())?.[0] ?? '';
      expect(number).not.toBe('');
      expect(await main.innerText()).toContain('Du kan inte följa');
      expect(await main.locator('a[href*="/status/"]').count()).toBe(0);
      await inspect();
      await neighbour.visit('/mina-sidor');
      expect(await main.innerText()).not.toContain(number);
      await neighbour.leave();

      const sara = await visitor(browser, inject('address'), DESK);
      const desk = sara.page.getByRole('main');
      await logInAsStaff(sara.page, '/handlaggning', 'Sara Holm');
      await sara.visit('/handlaggning?lista=unassigned');
      await sara.press(number, 'link');
      await desk.getByRole('heading', { name: 'Skyddsbedömning' }).waitFor();
      expect(await desk.innerText()).toContain('ej inloggad');
      expect(await desk.innerText()).not.toContain('Karin');
      await sara.press('Bedöm omedelbart skydd', 'link');
      await desk.getByRole('radio', { name: 'Ja, genast' }).check();
      await desk.getByLabel('Vad bygger du bedömningen på?').fill('Upprepat våld enligt grannen.');
      await desk.getByLabel('Vilken dag gjordes bedömningen?').fill('2026-11-22');
      await desk.getByLabel('Vilken tid?').fill('10.15');
      await desk
        .getByRole('group', { name: /råka illa ut/ })
        .getByRole('radio', { name: 'Nej' })
        .check();
      await sara.inspect();
      await sara.press('Bedöm omedelbart skydd');
      await desk.getByRole('heading', { name: 'Akut skydd' }).waitFor();
      await sara.inspect();
      await sara.leave();

      const tove = await visitor(browser, inject('address'), DESK);
      await logInAsStaff(tove.page, '/handlaggning', 'Tove Granlund');
      await tove.visit(`/handlaggning?lista=all&sok=${encodeURIComponent(number)}`);
      expect(await tove.page.getByRole('link', { name: number }).count()).toBe(0);
      await tove.leave();
    }
  );
});
