import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { carefulKeys, type CarefulKeys } from '../support/careful-keys.ts';
import { settled } from '../support/settled.ts';
import { visitor } from '../support/visitor.ts';

const NEXT = /^Spara och gå vidare/;
const PHOTO = {
  name: 'lampan.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64'
  )
};
const DRAWING = {
  name: 'situationsplan.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
};

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const enterVisit = async (javaScript: boolean, width: number) => {
  const visit = await visitor(browser, inject('address'), { javaScript, width });
  const { page } = visit;
  page.setDefaultTimeout(15_000);
  return { ...visit, keys: await carefulKeys(page) };
};

/** The browser's own box for files is no part of the page: what it gives is put in. */
const choose = (page: Page, file: typeof PHOTO) => page.locator('input[type=file]:focus').setInputFiles(file);

describe('somebody without a mouse and without a script, on a phone', () => {
  it('reports a broken street lamp, and follows the case', async () => {
    const { page, keys, inspect, leave } = await enterVisit(false, 390);
    await page.goto('/');
    await keys.arrives('Vad vill du göra?');
    await keys.write(/^Sök e-tjänst$/, 'trasig lampa');
    await keys.enter(/^Sök$/);
    await page.getByRole('heading', { name: /passar ”trasig lampa”/ }).waitFor();
    await keys.goes(/^Felanmälan/, /^Felanmälan/);
    await keys.goes(/^Börja$/, 'Felet');

    await keys.enter(NEXT);
    await keys.isAt(/^Tre saker behöver rättas$/);
    await keys.enter(/^Välj hur bråttom det är/);
    await keys.isAt(/^Det kan vänta till nästa arbetsdag$/);
    await keys.choose('Hur bråttom är det?', 'Det kan vänta till nästa arbetsdag');
    await keys.choose('Vad gäller det?', 'Gatubelysning');
    await keys.write(/^Beskriv felet/, 'Lampan utanför nummer 8 är släckt.');
    await keys.enter(NEXT);
    // An answer made one more question visible, and that is where one goes on.
    await keys.isAt(/^En lampa är släckt$/);
    await keys.choose('Vad är fel på belysningen?', 'En lampa är släckt');
    await keys.goes(NEXT, 'Platsen');

    await keys.thereAndBack();
    await keys.write(/^Gata och nummer/, 'Storgatan 8');
    // Without a script the map has no place for who has no mouse, and is passed by as its words say.
    await keys.enter(/^Peka ut platsen/);
    await page.waitForURL(/#application\.place$/);
    await keys.isAt(/^Peka ut platsen/);
    await keys.to(/^Bilder/);
    await choose(page, PHOTO);
    await keys.enter(/^Ladda upp/);
    await keys.isAt(/^Bilder/);
    await keys.enter(/^Ta bort lampan/, 'Shift+Tab');
    await keys.isAt(/^Bilder/);
    await choose(page, PHOTO);
    await keys.enter(/^Ladda upp/);
    await keys.isAt(/^Bilder/);
    await keys.goes(NEXT, 'Svar till dig');
    await keys.choose('Får vi kontakta dig om anmälan?', 'Nej');
    await keys.goes(NEXT, 'Granska dina svar');
    expect(await page.getByRole('main').innerText()).toContain('Lampan utanför nummer 8 är släckt.');
    await keys.goes(/^Skicka in$/, /^Ärende \S+/);
    await keys.goes(/\/status\//, /^Felanmälan/);
    await keys.to(/^Dra tillbaka anmälan$/);
    await inspect();
    expect(keys.stops).toBeLessThan(110);
    await leave();
  });
});

/** From the button that begins a login or a signature in the app on this device, to its answer. */
async function identified(page: Page, keys: CarefulKeys, answer: RegExp, person?: string) {
  await keys.enter(/^Använd BankID på den här enheten$/);
  await page.getByRole('button', { name: 'Använd BankID på en annan enhet' }).waitFor();
  await settled(page);
  await keys.enter(/^Öppna BankID$/);
  await page.getByRole('button', { name: answer }).waitFor();
  if (person) {
    await keys.to(/^Vem är du\?$/);
    await keys.type(person);
  }
  await keys.enter(answer);
}

describe('somebody without a mouse, at a desk', () => {
  it('asks whether they need to apply, logs in, applies for bygglov, signs, and finds the case', async () => {
    const { page, keys, inspect, leave } = await enterVisit(true, 1200);
    const next = (heading: string) => keys.goes(NEXT, heading);
    const write = async (answers: Readonly<Record<string, string>>) => {
      for (const [question, answer] of Object.entries(answers)) await keys.write(new RegExp(`^${question}`), answer);
    };
    /** An answer may bring the next question, and take away what another had brought. */
    const answer = async (question: string, option: string) => {
      await page.getByRole('group', { name: question }).first().waitFor();
      await keys.choose(question, option);
      await settled(page);
    };
    await page.goto('/');
    await keys.arrives('Vad vill du göra?');
    await keys.goes(/^Ansökan om bygglov$/, 'Ansökan om bygglov');
    await keys.goes(/^Behöver jag söka\?$/, 'Vad vill du göra?');
    await answer('Vad vill du göra?', 'Bygga nytt, bygga till eller börja använda huset till något annat');
    await keys.goes(/^Nästa fråga$/, 'Du kan behöva söka för det här');
    await keys.goes(/^Ansökan om bygglov$/, 'Ansökan om bygglov');
    await keys.goes(/^Logga in och börja$/, 'Logga in');
    await keys.goes(/^BankID/, 'Logga in med BankID');
    await identified(page, keys, /^Legitimera$/, 'Karin Lindqvist');
    await keys.arrives('Ansökan om bygglov');
    await keys.goes(/^Börja$/, 'Du som söker');
    expect(await page.getByLabel('Ditt namn').inputValue()).toBe('Karin Lindqvist');

    await answer('Vem söker?', 'Jag söker för mig själv');
    await write({ Gatuadress: 'Björkvägen 14', Postnummer: '812 31', Ort: 'Lindsjö' });
    await write({ 'E-postadress': 'karin@exempel.example', Telefonnummer: '070-174 06 05' });
    await answer('Äger du fastigheten?', 'Ja');
    await answer('Ska avgiften faktureras till dig?', 'Ja');
    await next('Fastigheten');

    await write({ Fastighetsbeteckning: 'Lindsjö Björken 1:23' });
    await pointOut(page, keys);
    await answer('Ligger fastigheten inom detaljplan?', 'Ja');
    await answer('Avviker det du vill göra från planen?', 'Nej');
    await next('Det du vill göra');

    await answer('Vad vill du göra?', 'Bygga till');
    await answer('Vilken sorts byggnad gäller det?', 'Enbostadshus');
    await write({ 'Beskriv det du vill göra': 'Ett nytt rum mot trädgården.' });
    await answer('Söker du lov för en begränsad tid?', 'Nej');
    await next('Utformning');
    await write({ 'Byggnadsarea i kvadratmeter': '24,5', 'Bruttoarea i kvadratmeter': '24,5', Nockhöjd: '4,2' });
    await write({ 'Antal våningar': '1', 'Minsta avstånd': '6', 'Fasadens material': 'Träpanel' });
    await write({ 'Fasadens färg': 'Röd', 'Takets material': 'Tegel', 'Takets färg': 'Röd' });
    await next('Kontroll');
    await answer('Behövs en kontrollansvarig?', 'Nej, åtgärden är liten');
    await next('Kostnader');

    await answer('Vad gäller kostnaden?', 'Markarbete');
    await keys.write(/^Belopp/, '200 000');
    await keys.enter(/^Lägg till en till$/);
    await keys.isAt(/^Kostnad 2$/);
    await answer('Vad gäller kostnaden?', 'Grund och stomme');
    await keys.write(/^Belopp/, '25 000');
    await keys.enter(/^Ta bort Kostnad 1$/, 'Shift+Tab');
    await keys.isAt(/^Vad räknar du med att det kostar\?$/);
    await page.getByText(/25\s000/).waitFor();
    await next('Ritningar och bilagor');

    await keys.to(/^Ritningar och handlingar$/);
    await choose(page, DRAWING);
    await page.getByText(DRAWING.name).first().waitFor();
    await keys.isAt(/^Ritningar och handlingar$/);
    await keys.to(/^Vad är situationsplan\.pdf\?$/, 'Shift+Tab');
    await keys.pick('Situationsplan');
    await next('Intyga');
    await keys.enter(NEXT);
    await keys.isAt(/^En sak behöver rättas$/);
    await keys.to(/^Jag intygar/);
    await keys.press('Space');
    await next('Granska dina svar');
    await keys.thereAndBack();
    expect(await page.getByRole('main').innerText()).toContain('Lindsjö Björken 1:23');

    await keys.goes(/^Skriv under och skicka in$/, 'Skriv under');
    await identified(page, keys, /^Skriv under$/);
    await keys.arrives(/^Ärende \S+/);
    const number = (await page.getByRole('heading', { level: 1 }).innerText()).replace('Ärende ', '');
    await keys.enter(/^Mina sidor$/, 'Shift+Tab');
    await keys.arrives('Mina sidor');
    await keys.goes(new RegExp(number), 'Ansökan om bygglov');
    await inspect();
    expect(keys.stops).toBeLessThan(260);
    await leave();
  });
});

/** Sets the mark on the map, looks at it from nearby, moves it, and takes it away again. */
async function pointOut(page: Page, keys: CarefulKeys) {
  const status = page.getByRole('status').filter({ hasText: 'Märket' });
  await keys.enter(/^Peka ut platsen/);
  const first = await status.innerText();
  await keys.enter(/^Zooma in$/);
  await keys.press('Enter');
  await keys.isAt(/^Zooma in$/);
  await keys.press('Enter');
  await keys.isAt(/^Zooma in$/);
  await keys.to(/^Peka ut platsen/, 'Shift+Tab');
  // So far that a map that stood still would show it no longer.
  for (let steps = 0; steps < 30; steps += 1) await page.keyboard.press('ArrowLeft');
  await status.filter({ hasNotText: first }).waitFor();
  const mark = await page.locator('[data-mark]:visible').boundingBox();
  const frame = await page.locator('[data-frame]').boundingBox();
  expect(mark?.x).toBeGreaterThan(frame?.x ?? Infinity);
  await keys.enter(/^Zooma ut$/);
  await keys.enter(/^Ta bort märket$/);
  await keys.isAt(/^Peka ut platsen på kartan/);
}
