import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { answerOnPhone, logInAsStaff } from '../support/test-phone.ts';
import { DEVICES, visitor, type Device, type Visitor } from '../support/visitor.ts';

const NEXT = /Spara och gå vidare/;
const pdf = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
});

/** Somebody at a form, who answers its questions by their words. */
function writer({ page, press }: Visitor, { javaScript }: Device) {
  const main = page.getByRole('main');
  /** A question that an answer brings stands there at once with a script; without one, when the page is saved. */
  const find = async (control: Locator, other?: Locator): Promise<Locator> => {
    const found = other ? control.or(other) : control;
    if (javaScript) await found.first().waitFor();
    else if ((await found.count()) === 0) await press(NEXT);
    return other && (await control.count()) === 0 ? other : control;
  };
  return {
    write: async (question: string, text: string) =>
      (await find(main.getByLabel(question, { exact: false }).first())).fill(text),
    choose: async (question: string, option: string) => {
      const group = main.getByRole('group', { name: question }).first();
      const select = main.getByLabel(question).first();
      const found = await find(group, select);
      if (found === select) await select.selectOption({ label: option });
      else await group.getByLabel(option, { exact: true }).check();
    },
    tick: async (box: string | RegExp) => (await find(main.getByLabel(box).first())).check(),
    attach: async (name: string) => {
      await page.locator('input[type=file]').first().setInputFiles(pdf(name));
      if (!javaScript) await press('Ladda upp');
      await main.getByText(name).first().waitFor();
      await main.locator('[data-progress]:not([hidden])').waitFor({ state: 'detached' });
    }
  };
}

async function logIn({ page }: Visitor, person: string) {
  await page.getByRole('link', { name: /BankID/ }).click();
  await answerOnPhone(page, { person });
}

/** Fills in an extension of a house, from the first page to the review; leaves it in the middle and comes back. */
async function fillIn(citizen: Visitor, device: Device) {
  const { page, press, inspect } = citizen;
  const { write, choose, tick, attach } = writer(citizen, device);

  expect(await page.getByLabel('Ditt namn').inputValue()).toBe('Karin Lindqvist');
  await choose('Vem söker?', 'Jag söker för mig själv');
  await write('Gatuadress', 'Björkvägen 14');
  await write('Postnummer', '812 31');
  await write('Ort', 'Lindsjö');
  await write('E-postadress', 'karin@exempel.example');
  await write('Telefonnummer', '070-174 06 05');
  await choose('Äger du fastigheten?', 'Ja');
  await choose('Ska avgiften faktureras till dig?', 'Ja');
  await inspect();
  await press(NEXT);

  await write('Fastighetsbeteckning', 'Lindsjö Björken 1:23');
  await press('Fortsätt senare');
  await citizen.visit('/mina-sidor');
  expect(await page.getByRole('main').innerText()).toContain('Påbörjat, inte inskickat');
  await press(/^Fortsätt/, 'link');
  expect(await page.getByLabel('E-postadress').inputValue()).toBe('karin@exempel.example');
  await press(NEXT);
  expect(await page.getByLabel('Fastighetsbeteckning').inputValue()).toBe('Lindsjö Björken 1:23');
  await choose('Ligger fastigheten inom detaljplan?', 'Ja');
  await choose('Avviker det du vill göra från planen?', 'Nej');
  await press(NEXT);

  await choose('Vad vill du göra?', 'Bygga till');
  await choose('Vilken sorts byggnad gäller det?', 'Enbostadshus');
  await write('Beskriv det du vill göra', 'Ett nytt rum mot trädgården.');
  await choose('Söker du lov för en begränsad tid?', 'Nej');
  await inspect();
  await press(NEXT);

  await write('Byggnadsarea i kvadratmeter', '24,5');
  await write('Bruttoarea i kvadratmeter', '24,5');
  await write('Nockhöjd i meter', '4,2');
  await write('Antal våningar', '1');
  await write('Minsta avstånd till tomtgräns i meter', '6');
  await write('Fasadens material', 'Träpanel');
  await write('Fasadens färg', 'Röd');
  await write('Takets material', 'Tegel');
  await write('Takets färg', 'Röd');
  await press(NEXT);

  await choose('Behövs en kontrollansvarig?', 'Nej, åtgärden är liten');
  await press(NEXT);

  await fillInCosts(citizen, device);
  await inspect();
  await press(NEXT);

  await attach('situationsplan.pdf');
  await page.getByLabel('Vad är situationsplan.pdf?').selectOption({ label: 'Situationsplan' });
  await inspect();
  await press(NEXT);

  await tick('Jag intygar att uppgifterna är riktiga');
  await press(NEXT);
}

async function fillInCosts({ page, press }: Visitor, { javaScript }: Device) {
  const rows = page.getByRole('group', { name: /^Kostnad \d/ });
  const costs = [
    ['Grund och stomme', '200 000'],
    ['El, vatten, avlopp och värme', '25 000']
  ] as const;
  for (const [index, [kind, amount]] of costs.entries()) {
    // A script adds a row in place; without one the page is sent and comes back with it.
    const add = page.getByRole('button', { name: /^Lägg till/ });
    if ((await rows.count()) <= index) await (javaScript ? add.click() : press(/^Lägg till/));
    const row = rows.nth(index);
    await row.waitFor();
    const select = row.getByLabel('Vad gäller kostnaden?');
    if ((await select.count()) > 0) await select.selectOption({ label: kind });
    else await row.getByLabel(kind).check();
    await row.getByLabel('Belopp med moms').fill(amount);
  }
  if (javaScript) await page.getByText(/225\s000/).waitFor();
}

/** Regrets it first, then signs, and gives the number of the case. */
async function sign({ page, press, inspect, visit }: Visitor): Promise<string> {
  expect(await page.getByRole('main').innerText()).toContain('Lindsjö Björken 1:23');
  await inspect();
  await press('Skriv under och skicka in');
  await page.waitForURL('**/signera/*');
  expect(await page.getByRole('main').innerText()).toContain('Ansökan om bygglov');
  await page.getByRole('button', { name: 'Avbryt' }).click();
  await page.getByText('Du skrev inte under. Inget har skickats.').waitFor();
  await inspect();

  await press('Skriv under och skicka in');
  await page.waitForURL('**/signera/*');
  const returned = page.waitForRequest(/granska\?.*signatur=/);
  // The language of the pages is changed meanwhile; what is signed is still what is sent.
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await answerOnPhone(page);
  await page.waitForURL('**/kvitto');
  await visit('/?sprak=sv');
  // Reloaded, the address that the signature came back to leads to the receipt.
  await visit((await returned).url());
  await page.waitForURL('**/kvitto');
  await inspect();
  const heading = await page.getByRole('heading', { level: 1 }).innerText();
  expect(heading).toMatch(/Ärende \S+/);
  return heading.replace('Ärende ', '');
}

/** A member of staff at the page of a case. */
function desk(visit: Visitor, device: Device, number: string) {
  const { page, press, inspect } = visit;
  const answers = writer(visit, device);
  return {
    finds: async (name: string) => {
      await logInAsStaff(page, '/handlaggning?lista=all', name);
      await inspect();
      await page.getByRole('main').getByRole('link', { name: number }).click();
      await page.getByRole('heading', { level: 1, name: number }).waitFor();
      await inspect();
    },
    takes: () => press('Ta ärendet'),
    /** Presses the button of an event, answers what it asks, and sends it. */
    does: async (event: string, fillIn: (form: ReturnType<typeof writer>) => Promise<void> = async () => {}) => {
      const link = page.getByRole('main').getByRole('link', { name: event, exact: true });
      // The platform's own steps come first, such as asking the population register.
      await expect
        .poll(async () => (await link.count()) > 0 || (await page.reload(), false), { timeout: 30_000, interval: 1000 })
        .toBe(true);
      await press(event, 'link');
      await fillIn(answers);
      await inspect();
      await press(event);
      await page.waitForURL(/klart/);
    }
  };
}

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe.each(DEVICES)('somebody who wants to build, $name', (device) => {
  it('applies, signs, is asked for more, answers, and reads the beslut', { timeout: 300_000 }, async () => {
    const citizen = await visitor(browser, inject('address'), device);
    const { page, press, inspect } = citizen;
    await citizen.visit('/e-tjanster/bygglov');
    await press('Logga in och börja');
    await logIn(citizen, 'Karin Lindqvist');
    await page.waitForURL('**/e-tjanster/bygglov');
    await press('Börja');
    await fillIn(citizen, device);
    const number = await sign(citizen);

    await citizen.visit('/mina-sidor');
    await page.getByRole('link', { name: number }).click();
    await page.getByRole('heading', { level: 1, name: 'Ansökan om bygglov' }).waitFor();
    await inspect();
    const caseAddress = page.url();

    const atDesk = { javaScript: device.javaScript, width: 1200 };
    const officer = await visitor(browser, inject('address'), atDesk);
    const lena = desk(officer, atDesk, number);
    await lena.finds('Lena Norberg');
    await lena.takes();
    await lena.does('Ta emot ansökan');
    await lena.does('Förelägg om komplettering', async ({ write, choose, tick }) => {
      await tick('Sektionsritning');
      await write('Vad ska sökanden lämna in?', 'Lämna en sektionsritning.');
      await choose('Går ansökan att pröva utan det som saknas?', 'Nej, bristen hindrar prövning');
      await write('Varför behövs det?', 'Höjden går inte att se.');
    });

    await citizen.visit('/mina-sidor');
    expect(await page.getByRole('main').innerText()).toContain('Vi väntar på dig');
    await press(new RegExp(`^Svara\\s.*${number}`), 'link');
    expect(await page.getByRole('main').innerText()).toContain('Lämna en sektionsritning.');
    await inspect();
    await press('Komplettera ansökan', 'link');
    const answer = writer(citizen, device);
    await answer.write('Ditt svar', 'Här kommer sektionen.');
    await answer.attach('sektion.pdf');
    await inspect();
    await press('Komplettera ansökan');
    await page.getByText('Klart. Det du gjorde har kommit fram.').waitFor();

    await officer.page.reload();
    await lena.does('Ansökan är komplett');
    await lena.does('Ingen remiss behövs');
    await lena.does('Grannar behöver inte höras');
    await lena.does('Utredningen är klar', async ({ write, choose }) => {
      await choose('Stämmer åtgärden med planen?', 'Ja');
      await write('Bedömning', 'Tillbyggnaden följer planen.');
      await choose('Förslag till beslut', 'Bifall');
    });
    await lena.does('Uppenbart obehövligt att kommunicera', ({ write }) =>
      write('Varför är det uppenbart obehövligt?', 'Sökanden får det som är sökt.')
    );
    await officer.leave();

    const chief = await visitor(browser, inject('address'), atDesk);
    const anders = desk(chief, atDesk, number);
    await anders.finds('Anders Håkansson');
    await anders.does('Besluta på delegation', async ({ write, choose }) => {
      await choose('Vad blir beslutet?', 'Bygglov ges');
      await write('Beslutets ordalydelse', 'Bygglov ges för tillbyggnad.');
      await write('Avgift', '12 500');
      await write('Så är avgiften räknad', 'Taxan, tabell 3.');
      await choose('Har parterna fått yttra sig', 'Ja');
      await write('Vilka bestämmelser har du tillämpat?', '9 kap. plan- och bygglagen');
      await write('Skälen för beslutet', 'Åtgärden stämmer med detaljplanen och uppfyller kraven.');
    });
    await chief.leave();

    await citizen.visit(caseAddress);
    const beslut = page.getByRole('article', { name: /Beslut: Bifall/ });
    expect(await beslut.innerText()).toContain('Bygglov ges för tillbyggnad.');
    expect(await beslut.innerText()).toContain('Åtgärden stämmer med detaljplanen');
    await beslut.getByText('Så här överklagar du beslutet').first().click();
    expect(await beslut.innerText()).toContain('ska ha kommit in till');
    await inspect();
    await citizen.leave();

    const neighbour = await visitor(browser, inject('address'), device);
    await neighbour.page.goto(caseAddress);
    await logIn(neighbour, 'Johan Ekström');
    await neighbour.page.waitForURL(caseAddress);
    expect(await neighbour.page.getByRole('main').innerText()).not.toContain('bygglov');
    await neighbour.leave();
  });
});
