import type { Browser, Locator } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { onStage } from '../support/on-stage.ts';
import { enterAs, type Stage } from '../support/stage.ts';
import { visitor } from '../support/visitor.ts';

let browser: Browser;
let stage: Stage;
onStage((...opened) => {
  [browser, stage] = opened;
});

describe('an administrator who changes the law of a case type, by keyboard', () => {
  it(
    'sees what the party will read, how mature the service is, and can take back every step',
    { timeout: 240_000 },
    async () => {
      const { page, visit, inspect, leave } = await visitor(browser, inject('address'), {
        javaScript: true,
        width: 1200
      });
      page.setDefaultTimeout(15_000);
      const main = page.getByRole('main');
      const keys = page.keyboard;
      const choose = async (select: Locator, word: string) => {
        await select.focus();
        await keys.type(word);
      };
      const open = async (section: string) => {
        await main
          .getByRole('navigation', { name: 'Delar av inställningarna' })
          .getByRole('link', { name: section })
          .focus();
        await keys.press('Enter');
        await main.getByRole('heading', { level: 1, name: section }).waitFor();
      };
      const saved = () => main.locator('[data-saved="true"]').waitFor();

      await enterAs(page, stage.colleague('administrator', 'kommunstyrelsen'));
      await visit('/admin/arendetyper');
      // Another test may have begun to change it.
      const toChange = main.getByRole('button', { name: /^Ändra Begäran om allmän handling/ });
      await toChange
        .or(main.getByRole('link', { name: /^Begäran om allmän handling/ }))
        .first()
        .focus();
      await keys.press('Enter');
      await main.getByRole('heading', { level: 1, name: 'Ärendetypen' }).waitFor();

      await open('Överklagande');
      const letter = main.getByRole('region', { name: 'Det här får parten läsa' });
      await letter.getByText('Det är Kammarrätten').first().waitFor();
      await choose(main.getByLabel('Hur överklagas besluten?'), 'Lag');
      await letter.getByText('genom laglighetsprövning').waitFor();
      expect(await main.getByLabel('Vem prövar överklagandet?').inputValue()).toBe('forvaltningsratten');
      await inspect();
      await keys.press('Control+z');
      await letter.getByText('Det är Kammarrätten').first().waitFor();
      await main.getByRole('status').filter({ hasText: 'Ändringen är ångrad.' }).waitFor();

      await open('Handlingstyper');
      await main.getByRole('button', { name: 'Lägg till handlingstyp' }).focus();
      await keys.press('Enter');
      const row = main.locator('details[open]');
      await expect
        .poll(() => row.getByLabel('Nyckel').evaluate((input) => input === document.activeElement))
        .toBe(true);
      await keys.press('Control+a');
      await keys.type('fotografi');
      await keys.press('Tab');
      await choose(row.getByLabel('Hur registreras den?'), 'Hålls');
      await row.getByText('fotografi · Hålls ordnad utan diarieföring').first().waitFor();
      await inspect();

      await open('Klassificering');
      await main.getByLabel('Sök i KLASSA').focus();
      await keys.type('dialog');
      const found = main.getByRole('button', { name: '1.4.2 Offentlig dialog' });
      await found.focus();
      await keys.press('Enter');
      expect(await main.getByLabel('Kod i KLASSA').inputValue()).toBe('1.4.2');
      await inspect();

      await open('E-tjänst och nivå');
      await main.getByText('Nivå 4 är nådd.').waitFor({ timeout: 60_000 });
      await choose(main.getByLabel('Måste man logga in?'), 'Ja');
      await main.getByText('Inloggade skriver inte under.').waitFor({ timeout: 60_000 });
      await inspect();
      await keys.press('Control+z');
      await main.getByText('Nivå 4 är nådd.').waitFor({ timeout: 60_000 });

      await saved();
      await visit('/admin/arendetyper/utlamnande/oversikt?del=handlingstyper');
      await main.getByText('fotografi · Hålls ordnad utan diarieföring').waitFor();
      await leave();
    }
  );

  it(
    'writes a template for a document, with what can be inserted, and sees it made for a case that is made up',
    { timeout: 120_000 },
    async () => {
      const { page, visit, inspect, leave } = await visitor(browser, inject('address'), {
        javaScript: true,
        width: 1200
      });
      page.setDefaultTimeout(15_000);
      const main = page.getByRole('main');
      const keys = page.keyboard;
      await enterAs(page, stage.colleague('administrator', 'kommunstyrelsen'));
      await visit('/admin/arendetyper/utlamnande/mallar');
      await main.getByLabel('Namn på en ny mall').focus();
      await keys.type('svar');
      await keys.press('Tab');
      await keys.press('Enter');
      const text = main.getByLabel('Text i svar.typ');
      await expect.poll(() => text.inputValue()).toContain('#show: frame');
      await expect.poll(() => text.evaluate((area) => area === document.activeElement)).toBe(true);
      await keys.press('Control+End');
      await main.getByRole('button', { name: 'Nämndens namn' }).focus();
      await keys.press('Enter');
      await expect.poll(() => text.inputValue()).toContain('#data.sender.organ');
      await inspect();

      const attempt = main.getByRole('button', { name: 'Förhandsvisa med ett påhittat ärende' });
      await attempt.focus();
      const [tried] = await Promise.all([
        page.waitForResponse((response) => response.url().endsWith('/mallar/prov')),
        keys.press('Enter')
      ]);
      expect(tried.headers()['content-type']).toBe('application/pdf');
      await main.getByRole('link', { name: 'Öppna förhandsvisningen (PDF)' }).waitFor();

      await text.focus();
      await keys.press('Control+End');
      await keys.type('\n#data.nothing');
      await attempt.focus();
      await keys.press('Enter');
      await main.getByText('does not contain key').waitFor({ timeout: 30_000 });
      await inspect();

      await keys.press('Control+z');
      await expect.poll(() => text.inputValue()).not.toContain('nothing');
      await leave();
    }
  );
});
