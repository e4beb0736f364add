import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { PAGES, STEPS, type Step } from '../support/forening-form.ts';
import { Keys } from '../support/keys.ts';
import { visitor } from '../support/visitor.ts';

const PDF = { name: 'bokslut.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const enterVisit = async (width: number) => {
  const visit = await visitor(browser, inject('address'), { javaScript: true, width });
  visit.page.setDefaultTimeout(15_000);
  // Who first listens when a box is opened listens too late: the browser has opened its own.
  visit.page.on('filechooser', () => undefined);
  return { visit, page: visit.page, keys: new Keys(visit.page) };
};
/** What is typed before the script has come is the page's again when it comes. */
const settled = (page: Page) => page.waitForLoadState('networkidle');

/** Logs in, begins a case type and opens its form. */
async function began(page: Page, keys: Keys, slug: string) {
  await page.goto('/logga-in/personal?till=/admin/arendetyper');
  await keys.enter(/Rasmus Ek/);
  await page.waitForURL('**/admin/arendetyper');
  await settled(page);
  await keys.enter(/^Ny ärendetyp$/);
  await page.waitForURL('**/nytt');
  await settled(page);
  await keys.write(/^Namn på ärendetypen$/, 'Ansökan om föreningsbidrag');
  await keys.write(/^Adress$/, slug);
  await keys.to(/^Mall$/);
  await keys.pick('Anmälan');
  await keys.enter(/^Skapa ärendetypen$/);
  await page.waitForURL(`**/${slug}/oversikt`);
  await settled(page);
  await keys.enter(/^Formulär$/);
  await page.getByRole('tree').waitFor();
}

/** Builds every question of the form, from the first to the last. */
async function added(page: Page, keys: Keys) {
  const openPanel = async (key: string) => {
    await keys.enter(/^Lägg till fråga$/, key);
    await keys.to(/^Fråga eller rubrik$/);
  };
  const closePanel = async () => {
    await keys.enter(/^Stäng$/);
    await page.locator('[role="treeitem"]:focus').waitFor();
  };
  const add = async ({ label, kind, options }: Step) => {
    await keys.type(label);
    await keys.press('Tab');
    await keys.pick(kind);
    await keys.press('Tab');
    if (options) {
      for (const option of options) {
        await keys.type(option);
        if (option !== options.at(-1)) await keys.press('Enter');
      }
      await keys.press('Tab');
    }
    await keys.press('Enter');
    await page.getByRole('treeitem', { selected: true }).filter({ hasText: label }).waitFor();
  };
  await openPanel('Tab');
  for (const step of STEPS) {
    if (step.label === 'Summa') {
      await closePanel();
      await keys.walk('Budget', 'ArrowUp');
      await openPanel('Shift+Tab');
    }
    await add(step);
  }
  await closePanel();
}

/** Lets questions wait for the answers of others, and a sum be counted. */
async function connected(page: Page, keys: Keys) {
  for (const { label, when } of STEPS.filter((step) => step.when).toReversed()) {
    if (!when) continue;
    await keys.walk(label === 'Evenemangets datum' ? 'Aktiviteten' : 'Om föreningen', 'ArrowUp');
    await keys.walk(label, 'ArrowDown');
    await keys.enter(/^Ändra ?: Visas$/);
    await keys.enter(/^Lägg till villkor$/);
    await keys.to(/^Villkor 1, fråga$/);
    await keys.pick(when);
    await page.getByText(new RegExp(`^Visas när ”${when.replace('?', '\\?')}” är ”?(ja|ett evenemang)`, 'i')).waitFor();
    await keys.enter(/^Klar/);
    await keys.to(new RegExp(`^${label.replace('?', '\\?')}`), 'Shift+Tab');
  }
  await keys.walk('Budget', 'ArrowDown');
  await keys.walk('Summa', 'ArrowDown');
  await keys.to(/^Beräknas som: hur/);
  await keys.pick('Summan av en kolumn');
  await keys.to(/^Visas som$/);
  await keys.pick('Belopp');
  await page.getByText('summan av ”Kostnad” i ”Kostnader”').waitFor();
  await keys.to(/^Summa/, 'Shift+Tab');
}

/** Says why personal data is asked for, and takes the template's own page away. */
async function tidied(keys: Keys) {
  for (const label of ['Fler som skriver under', 'Telefonnummer', 'E-post', 'Postadress']) {
    if (label === 'Telefonnummer') await keys.walk('Om föreningen', 'ArrowUp');
    const isBelow = label === 'Fler som skriver under' || label === 'Telefonnummer';
    await keys.walk(label, isBelow ? 'ArrowDown' : 'ArrowUp');
    await keys.to(/^Personuppgifter: ändamål$/);
    await keys.press('ArrowDown');
    await keys.to(new RegExp(`^${label}(?!$)`), 'Shift+Tab');
  }
  await keys.press('Home');
  await keys.enter(/^Ta bort$/);
}

async function published(page: Page, keys: Keys) {
  await keys.enter(/^Publicera$/);
  await page.waitForURL('**/publicera');
  await keys.write(/^Varför ändras/, 'Föreningarna söker på nätet.');
  await keys.enter(/^Publicera$/);
  await page.getByText('Version 1 är publicerad.').waitFor();
}

/** A citizen files what was just built. */
async function filed(slug: string) {
  const { visit, page, keys } = await enterVisit(1200);
  const next = async (heading: string | RegExp) => {
    await keys.enter(/^Spara och gå vidare/);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await settled(page);
  };
  const fill = async (answers: Readonly<Record<string, string>>) => {
    for (const [label, answer] of Object.entries(answers))
      await keys.write(new RegExp(`^${label.replace('?', '\\?')}`), answer);
  };
  await page.goto(`/e-tjanster/${slug}`);
  await settled(page);
  await keys.enter(/^Börja/);
  await page.getByRole('heading', { level: 1, name: 'Om föreningen' }).waitFor();
  await settled(page);
  await fill({
    'Föreningens namn': 'Ålviks hembygdsförening',
    Organisationsnummer: '202100-5489',
    Gatuadress: 'Kyrkallén 5',
    Postnummer: '812 91',
    Ort: 'Ålvik',
    Kontaktperson: 'Ingrid Hallberg',
    'E-post': 'ingrid@exempel.example',
    Telefonnummer: '070-174 06 05',
    Bankgiro: '5050-1055',
    'Antal medlemmar': '48'
  });
  await keys.choose('Är ni med i ett riksförbund?', 'Ja');
  // It shows as soon as it is asked for.
  await fill({ 'Vilket riksförbund?': 'Sveriges Hembygdsförbund' });
  await next('Aktiviteten');
  await keys.choose('Vad gäller det?', 'Ett evenemang');
  await fill({
    'Evenemangets datum': '2027-04-30',
    'Beskriv aktiviteten': 'Valborgsfirande',
    'Hur många deltar?': '200'
  });
  await keys.to(/^Barn$/);
  await keys.press('Space');
  await fill({ 'Från och med': '2027-01-01', 'Till och med': '2027-12-31' });
  await next('Budget');
  await keys.to(/^Post/);
  await keys.pick('Lokal');
  await fill({ Kostnad: '12 000' });
  await keys.enter(/^Lägg till en till/);
  await page.getByRole('group', { name: 'Rad 2' }).waitFor();
  await keys.to(/^Post/);
  await keys.pick('Mat');
  await fill({ Kostnad: '8 000' });
  await page
    .locator('output')
    .filter({ hasText: /20\s000\skr/ })
    .waitFor();
  await fill({ 'Sökt belopp': '10 000' });
  await keys.to(/^Årsredovisning/);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), keys.press('Enter')]);
  // It is sent at once; whoever writes on meanwhile loses nothing.
  await chooser.setFiles(PDF);
  await fill({ Namn: 'Gunnar Sjöberg', Personnummer: '19900101-2385', 'E-post': 'gunnar@exempel.example' });
  await keys.to(/^Uppgifterna stämmer/);
  await keys.press('Space');
  await page.getByText('bokslut.pdf').first().waitFor();
  await visit.inspect();
  await next(/^Granska/);
  const review = await page.getByRole('main').innerText();
  for (const told of [/20\s000\skr/, 'Sveriges Hembygdsförbund', /30\sapril\s2027/, 'bokslut.pdf', 'Gunnar Sjöberg'])
    expect(review).toMatch(told);
  await keys.enter(/^Skicka in/);
  await page.getByRole('heading', { level: 1, name: /Ärende \S+/ }).waitFor();
  await visit.leave();
}

describe('“Ansökan om föreningsbidrag” in the form builder, with Tab, arrows, Enter and typing only', () => {
  it('is begun, built, published and filed', { timeout: 300_000 }, async () => {
    const { visit, page, keys } = await enterVisit(1440);
    await began(page, keys, 'forening-tangent');
    await added(page, keys);
    await connected(page, keys);
    await visit.inspect();
    // Alt and the arrows move it, and say so; the focus stays with it.
    await keys.press('Alt+ArrowDown');
    await page.getByRole('status').filter({ hasText: 'Summa står nu på plats 3 av 6' }).waitFor();
    await keys.press('Alt+ArrowUp');
    expect(await keys.focused()).toMatch(/^Summa/);
    await tidied(keys);

    await page.locator('[data-saved="true"]').waitFor();
    await page.reload();
    await page.getByRole('tree').waitFor();
    const pages = page.getByRole('treeitem', { level: 1 });
    for (const name of PAGES) await pages.filter({ hasText: name }).waitFor();
    await published(page, keys);
    await visit.leave();
    await filed('forening-tangent');
  });
});
