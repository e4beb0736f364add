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

/** The form as a citizen will see it, beside the builder: made-up answers, what is typed a moment later, any width, both languages, no script. */
async function sawPreview(page: Page) {
  await page.getByRole('treeitem', { name: /^Budget/ }).click();
  await page.getByRole('button', { name: 'Förhandsgranska', exact: true }).click();
  const preview = page.getByRole('region', { name: 'Sidan som den sökande ser den' });
  const choose = (name: string) => preview.getByRole('button', { name, exact: true }).click();
  const frame = page.frameLocator('iframe');
  await choose('Exempelsvar');
  await frame.getByRole('group', { name: 'Kostnader' }).first().waitFor();
  // The sum of what is made up stands there, in kronor.
  await frame
    .locator('output')
    .filter({ hasText: /\d\skr$/ })
    .first()
    .waitFor();

  await page.getByLabel('Fråga', { exact: true }).fill('Budget för året');
  await frame.getByRole('heading', { name: 'Budget för året' }).waitFor();
  await page.getByRole('button', { name: 'Ångra' }).click();
  await frame.getByRole('heading', { name: 'Budget', exact: true }).waitFor();

  const width = () => frame.locator('body').evaluate((body) => body.ownerDocument.defaultView?.innerWidth ?? 0);
  expect(await width()).toBeLessThan(400);
  await choose('Dator');
  await expect.poll(width).toBeGreaterThan(800);
  await choose('Engelska');
  await frame.getByRole('button', { name: /^Save and go on/ }).waitFor();
  await choose('Svenska');
  await choose('Gränsfall');

  // With a script what hangs on an answer shows at once; without one when the answer has been sent.
  await page.getByRole('treeitem', { name: /^Om föreningen/ }).click();
  await choose('Tomt');
  await frame.getByRole('group', { name: 'Är ni med i ett riksförbund?' }).getByLabel('Ja').check();
  await frame.getByLabel('Vilket riksförbund?').waitFor();
  await choose('Utan JavaScript');
  await frame.getByLabel('Vilket riksförbund?').waitFor({ state: 'detached' });
  await frame.getByLabel('Föreningens namn').waitFor();
  expect(await frame.locator('script').count()).toBe(0);
}

/** Takes a line of the outline to another's place with the mouse. */
async function dragged(page: Page, label: string, to: string) {
  const line = (name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}`) });
  const [from, onto] = await Promise.all([line(label).boundingBox(), line(to).boundingBox()]);
  if (!from || !onto) expect.unreachable('nothing to drag');
  const carried = page.locator('#dnd-action-dragged-el');
  // Who points gets the script that drags; the first try may be before it has come.
  await expect
    .poll(
      async () => {
        await page.mouse.up();
        await page.mouse.move(from.x + 60, from.y + from.height / 2);
        await page.mouse.down();
        await page.mouse.move(from.x + 60, from.y + from.height / 2 - 8, { steps: 4 });
        return carried.count();
      },
      { timeout: 10_000 }
    )
    .toBe(1);
  await page.mouse.move(onto.x + 60, onto.y + onto.height / 2 - 4, { steps: 8 });
  // What is carried leaves its place in the list open, which nobody sees.
  const place = async (name: string) => {
    const lines = await page.locator('[role=tree] [role=treeitem]').allTextContents();
    return lines.findIndex((line) => line.trim().startsWith(name));
  };
  await expect.poll(async () => (await place(to)) - (await place(label)), { timeout: 10_000 }).toBe(1);
  await page.mouse.up();
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
  await rows.nth(0).getByLabel('Post').selectOption({ label: 'Lokal' });
  await rows.nth(0).getByLabel('Kostnad').fill('12 000');
  await press(/^Lägg till en till/);
  await rows.nth(1).getByLabel('Post').selectOption({ label: 'Mat' });
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

describe('“Ansökan om föreningsbidrag” in the form builder, by mouse', () => {
  it(
    'is built, looked at as the applicant will see it, published, and filed without a script',
    { timeout: 180_000 },
    async () => {
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
      await choose('Om föreningen');
      await dragged(page, 'Telefonnummer', 'E-post');
      await page.getByRole('status').filter({ hasText: 'Telefonnummer står nu på plats 5 av 10' }).waitFor();
      await page.getByRole('treeitem', { selected: true }).filter({ hasText: 'Telefonnummer' }).waitFor();
      await page.keyboard.press('Control+z');
      await page.getByRole('status').filter({ hasText: 'Ändringen är ångrad.' }).waitFor();
      // The template's own page goes; its question is asked nowhere else.
      await page.getByRole('treeitem').first().click();
      await page.getByRole('toolbar').first().getByRole('button', { name: 'Ta bort' }).click();
      await sawAll(page);
      await sawPreview(page);
      await visit.inspect();
      await page.getByRole('button', { name: 'Vägar' }).click();
      await page.getByRole('heading', { name: /vägar genom formuläret/ }).waitFor();
      await visit.inspect();
      await published(page, 'forening-mus');
      await visit.leave();
      await filed('forening-mus');
    }
  );
});
