import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { PAGES, STEPS, type Step } from '../support/forening-form.ts';
import { logInAsStaff } from '../support/test-phone.ts';
import { visitor } from '../support/visitor.ts';

const NEXT = /^Spara och gå vidare/;
const PDF = { name: 'bokslut.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** A new case type that nobody else works on, open in the form builder. */
async function newForm(slug: string) {
  const visit = await visitor(browser, inject('address'), { javaScript: true, width: 1440 });
  const { page } = visit;
  page.setDefaultTimeout(15_000);
  await logInAsStaff(page, '/admin/arendetyper/nytt', 'Rasmus Ek');
  // What is typed before the script has come is the page's again when it comes.
  await page.waitForLoadState('networkidle');
  await page.locator('#title').fill('Ansökan om föreningsbidrag');
  await page.locator('#slug').fill(slug);
  await page.locator('#category').selectOption('anmalan');
  await page.getByRole('button', { name: 'Skapa' }).press('Enter');
  await page.waitForURL(`**/${slug}/oversikt`);
  await page.goto(`/admin/arendetyper/${slug}/formular`);
  await page.getByRole('tree').waitFor();
  return visit;
}

const saved = (page: Page) => page.locator('[data-saved="true"]').waitFor();

/** What is there after a reload is what was saved. */
async function sawAll(page: Page) {
  await saved(page);
  await page.reload();
  await page.getByRole('tree').waitFor();
  const pages = page.getByRole('treeitem', { level: 1 });
  for (const name of PAGES) await pages.filter({ hasText: name }).waitFor();
}

/** The form as a citizen would fill it in: drawn by the server, with made-up answers. */
async function sawPreview(page: Page) {
  await page.getByRole('treeitem', { name: /^Budget/ }).click();
  await page.getByRole('button', { name: 'Förhandsgranska' }).click();
  await page.getByRole('button', { name: 'Exempelsvar' }).click();
  const frame = page.frameLocator('iframe');
  await frame.getByRole('heading', { name: 'Budget' }).waitFor();
  await frame.getByRole('group', { name: 'Kostnader' }).first().waitFor();
  // The sum of what is made up stands there, in kronor.
  expect(await frame.locator('output').first().innerText()).toMatch(/\d\skr$/);
}

async function published(page: Page, slug: string) {
  await page.goto(`/admin/arendetyper/${slug}/publicera`);
  await page.getByLabel('Varför ändras ärendetypen?').fill('Föreningarna söker på nätet.');
  await page.getByRole('button', { name: 'Publicera', exact: true }).click();
  await page.getByText('Version 1 är publicerad.').waitFor();
}

/** A citizen who has no script files what was just built. */
async function filed(slug: string) {
  const visit = await visitor(browser, inject('address'), { javaScript: false, width: 390 });
  const { page, press } = visit;
  page.setDefaultTimeout(15_000);
  const fill = async (answers: Readonly<Record<string, string>>) => {
    for (const [label, answer] of Object.entries(answers))
      await page
        .getByLabel(new RegExp(`^${label.replace('?', '\\?')}`))
        .first()
        .fill(answer);
  };
  await page.goto(`/e-tjanster/${slug}`);
  await press('Börja');
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
  await page.getByRole('group', { name: 'Är ni med i ett riksförbund?' }).getByLabel('Nej').check();
  await press(NEXT);
  await page.getByLabel('Ett evenemang').check();
  await fill({ 'Beskriv aktiviteten': 'Valborgsfirande', 'Hur många deltar?': '200' });
  await page.getByLabel('Barn').check();
  await fill({ 'Från och med': '2027-01-01', 'Till och med': '2027-12-31' });
  await press(NEXT);
  // Without a script the date shows when its answer has come to the server.
  await page.getByLabel('Evenemangets datum').fill('2027-04-30');
  await press(NEXT);
  const rows = page.getByRole('group', { name: 'Kostnader' }).getByRole('group', { name: /^Rad \d/ });
  await rows.nth(0).getByLabel('Lokal').check();
  await rows.nth(0).getByLabel('Kostnad').fill('12 000');
  await press(/^Lägg till en till/);
  await rows.nth(1).getByLabel('Mat').check();
  await rows.nth(1).getByLabel('Kostnad').fill('8 000');
  await fill({ 'Sökt belopp': '10 000' });
  await page.locator('input[type=file]').setInputFiles(PDF);
  await fill({ Namn: 'Gunnar Sjöberg', Personnummer: '19900101-2385', 'E-post': 'gunnar@exempel.example' });
  await page.getByLabel('Uppgifterna stämmer').check();
  await visit.inspect();
  await press(NEXT);
  const review = await page.getByRole('main').innerText();
  for (const told of [/20\s000\skr/, 'Ett evenemang', /30\sapril\s2027/, 'bokslut.pdf', 'Gunnar Sjöberg'])
    expect(review).toMatch(told);
  await press('Skicka in');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/Ärende \S+/);
  await visit.leave();
}

describe('“Ansökan om föreningsbidrag” in the form builder', () => {
  it('is built by mouse', { timeout: 180_000 }, async () => {
    const visit = await newForm('forening-mus');
    const { page } = visit;
    const inspector = page.getByRole('region', { name: /.*/ }).filter({ has: page.locator('#inspector-title') });
    const choose = (label: string) =>
      page
        .getByRole('treeitem', { name: new RegExp(`^${label}`) })
        .first()
        .click();

    const add = async ({ label, kind, options, column }: Step) => {
      if (!column && label === 'Summa') await choose('Budget');
      await page.getByLabel('Fråga eller rubrik').fill(label);
      await page.getByLabel('Sorts svar').selectOption({ label: kind });
      if (options) await page.getByLabel(/^Alternativ, ett/).fill(options.join('\n'));
      await page.getByRole('button', { name: 'Lägg till', exact: true }).first().click();
      await page.getByRole('treeitem', { selected: true }).filter({ hasText: label }).waitFor();
    };
    await page.getByRole('button', { name: 'Lägg till fråga', exact: true }).click();
    for (const step of STEPS) await add(step);
    await page.getByRole('button', { name: 'Stäng' }).click();

    for (const { label, when } of STEPS) {
      if (!when) continue;
      await choose(when === 'Vad gäller det?' ? 'Aktiviteten' : 'Om föreningen');
      await choose(label.replace('?', '\\?'));
      await inspector.getByRole('button', { name: /^Ändra.*Visas/ }).click();
      await inspector.getByRole('button', { name: 'Lägg till villkor' }).click();
      await inspector.getByLabel('Villkor 1, fråga').selectOption({ label: when });
      await inspector
        .getByText(new RegExp(`^Visas när ”${when.replace('?', '\\?')}” är ”?(ja|ett evenemang)`, 'i'))
        .waitFor();
    }
    await choose('Budget');
    await choose('Summa');
    await inspector.getByLabel('Beräknas som: hur det räknas ut').selectOption({ label: 'Summan av en kolumn' });
    await inspector.getByLabel('Visas som').selectOption({ label: 'Belopp' });
    await inspector.getByText('summan av ”Kostnad” i ”Kostnader”').waitFor();
    await visit.inspect();

    for (const label of ['Postadress', 'E-post', 'Telefonnummer', 'Fler som skriver under']) {
      await choose(label === 'Fler som skriver under' ? 'Budget' : 'Om föreningen');
      await choose(label);
      await inspector.getByLabel('Personuppgifter: ändamål').selectOption('handlaggning');
    }
    // The template's own page goes; its question is asked nowhere else.
    await page.getByRole('treeitem').first().click();
    await page.getByRole('toolbar').first().getByRole('button', { name: 'Ta bort' }).click();
    await sawAll(page);
    await sawPreview(page);
    await page.getByRole('button', { name: 'Vägar' }).click();
    await page.getByRole('heading', { name: /vägar genom formuläret/ }).waitFor();
    await visit.inspect();
    await published(page, 'forening-mus');
    await visit.leave();
    await filed('forening-mus');
  });

  it('is built with Tab, arrows, Enter and typing only', { timeout: 240_000 }, async () => {
    const visit = await newForm('forening-tangent');
    const { page } = visit;
    const { keyboard } = page;
    const focusedName = () =>
      page.evaluate(() => {
        const at = document.activeElement;
        if (!(at instanceof HTMLElement)) return '';
        const label = 'labels' in at && at.labels instanceof NodeList ? at.labels[0]?.textContent : undefined;
        return (at.getAttribute('aria-label') ?? label ?? at.textContent ?? '').replace(/\s+/g, ' ').trim();
      });
    const tabTo = async (name: RegExp, key = 'Tab') => {
      for (let tries = 0; tries < 60; tries += 1) {
        if (name.test(await focusedName())) return;
        await keyboard.press(key);
      }
      throw new Error(`no ${name} by ${key}; at ${await focusedName()}`);
    };
    /** Down or up the outline to a question. */
    const walkTo = async (label: string, key: 'ArrowDown' | 'ArrowUp') => {
      for (let tries = 0; tries < 60; tries += 1) {
        if ((await focusedName()).startsWith(label)) return;
        await keyboard.press(key);
      }
      throw new Error(`no ${label} by ${key}`);
    };

    /** Chooses in a list by the first word, and the arrow from there. */
    const pickByKeys = async (option: string) => {
      // A letter that is no key of the test's keyboard is put in as text, which no list reads.
      await keyboard.type(/^[A-Za-z]*/.exec(option)?.[0] ?? '');
      const chosen = () =>
        page.evaluate(() => {
          const at = document.activeElement;
          return at instanceof HTMLSelectElement
            ? (at.selectedOptions[0]?.textContent ?? '')
            : `no list: ${at?.outerHTML ?? ''}`;
        });
      for (const arrow of ['ArrowDown', 'ArrowUp'])
        for (let tries = 0; tries < 60 && (await chosen()) !== option; tries += 1) {
          const before = await chosen();
          await keyboard.press(arrow);
          if ((await chosen()) === before) break;
        }
      expect(await chosen()).toBe(option);
    };

    const openPanel = async () => {
      await tabTo(/^Lägg till fråga$/, 'Shift+Tab');
      await keyboard.press('Enter');
      await tabTo(/^Fråga eller rubrik$/);
    };
    const closePanel = async () => {
      await tabTo(/^Stäng$/);
      await keyboard.press('Enter');
      await page.locator('[role="treeitem"]:focus').waitFor();
    };
    const add = async ({ label, kind, options }: Step) => {
      await keyboard.type(label);
      await keyboard.press('Tab');
      await pickByKeys(kind);
      await keyboard.press('Tab');
      if (options) {
        for (const option of options) {
          await keyboard.type(option);
          if (option !== options.at(-1)) await keyboard.press('Enter');
        }
        await keyboard.press('Tab');
      }
      await keyboard.press('Enter');
      await page.getByRole('treeitem', { selected: true }).filter({ hasText: label }).waitFor();
    };

    await tabTo(/^Lägg till fråga$/);
    await keyboard.press('Enter');
    for (const step of STEPS) {
      if (step.label === 'Summa') {
        await closePanel();
        await walkTo('Budget', 'ArrowUp');
        await openPanel();
      }
      await add(step);
    }
    await closePanel();

    for (const { label, when } of STEPS.filter((step) => step.when).toReversed()) {
      if (!when) continue;
      await walkTo(label === 'Evenemangets datum' ? 'Aktiviteten' : 'Om föreningen', 'ArrowUp');
      await walkTo(label, 'ArrowDown');
      await tabTo(/^Ändra ?: Visas$/);
      await keyboard.press('Enter');
      await tabTo(/^Lägg till villkor$/);
      await keyboard.press('Enter');
      await tabTo(/^Villkor 1, fråga$/);
      await pickByKeys(when);
      await page
        .getByText(new RegExp(`^Visas när ”${when.replace('?', '\\?')}” är ”?(ja|ett evenemang)`, 'i'))
        .waitFor();
      await tabTo(/^Klar/);
      await keyboard.press('Enter');
      await tabTo(new RegExp(`^${label.replace('?', '\\?')}`), 'Shift+Tab');
    }
    await walkTo('Budget', 'ArrowDown');
    await walkTo('Summa', 'ArrowDown');
    await tabTo(/^Beräknas som: hur/);
    await pickByKeys('Summan av en kolumn');
    await tabTo(/^Visas som$/);
    await pickByKeys('Belopp');
    await page.getByText('summan av ”Kostnad” i ”Kostnader”').waitFor();
    await visit.inspect();

    await tabTo(/^Summa/, 'Shift+Tab');
    // Alt and the arrows move it, and say so; the focus stays with it.
    await keyboard.press('Alt+ArrowDown');
    await page.getByRole('status').filter({ hasText: 'Summa står nu på plats 3 av 6' }).waitFor();
    await keyboard.press('Alt+ArrowUp');
    expect(await focusedName()).toMatch(/^Summa/);
    for (const label of ['Fler som skriver under', 'Telefonnummer', 'E-post', 'Postadress']) {
      if (label === 'Telefonnummer') await walkTo('Om föreningen', 'ArrowUp');
      await walkTo(label, label === 'Fler som skriver under' || label === 'Telefonnummer' ? 'ArrowDown' : 'ArrowUp');
      await tabTo(/^Personuppgifter: ändamål$/);
      await keyboard.press('ArrowDown');
      await tabTo(new RegExp(`^${label}(?!$)`), 'Shift+Tab');
    }
    await keyboard.press('Home');
    await tabTo(/^Ta bort$/);
    await keyboard.press('Enter');
    await sawAll(page);

    await tabTo(/^Publicera$/);
    await keyboard.press('Enter');
    await page.waitForURL('**/publicera');
    await tabTo(/^Varför ändras/);
    await keyboard.type('Sokt pa natet.');
    await tabTo(/^Publicera$/);
    await keyboard.press('Enter');
    await page.getByText('Version 1 är publicerad.').waitFor();
    await visit.leave();
    await filed('forening-tangent');
  });
});
