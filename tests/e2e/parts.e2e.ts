import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { templateOf } from '#designer/start/template.ts';
import { discardDesign, publishedCaseType, startDesign } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { onStage } from '../support/on-stage.ts';
import { enterAs, type Stage } from '../support/stage.ts';
import { visitor } from '../support/visitor.ts';

let browser: Browser;
let stage: Stage;
onStage((...opened) => {
  [browser, stage] = opened;
});

const ORGAN = 'kommunstyrelsen';

/** A new case type that nobody else works on. */
async function newDesign(title: string): Promise<string> {
  const slug = `prov-${randomUUID().slice(0, 8)}`;
  const owner = { organ: ORGAN, kind: 'styrelse', unit: 'kansli' } as const;
  const document = templateOf({ slug, title, category: 'anmalan', owner });
  const started = await startDesign(document, stage.colleague('administrator', ORGAN), new Date());
  expect(isRefusal(started)).toBe(false);
  return slug;
}

async function administrator(width = 1200) {
  const visit = await visitor(browser, inject('address'), { javaScript: true, width });
  visit.page.setDefaultTimeout(15_000);
  await enterAs(visit.page, stage.colleague('administrator', ORGAN));
  return visit;
}

const saved = (page: Page) => page.locator('[data-saved="true"]').waitFor();
const said = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text }).waitFor();
/** Chooses a line of the outline. */
async function choose(page: Page, name: string) {
  await line(page, name).click();
  await page.getByRole('treeitem', { selected: true }).filter({ hasText: name }).waitFor();
}
const line = (page: Page, name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}`) }).first();

describe('parts of a case type', () => {
  it(
    'come from the library, are copied to another case type by keys and by buttons',
    { timeout: 120_000 },
    async () => {
      const [one, other] = [await newDesign('Den ena'), await newDesign('Den andra')];
      const { page, visit, inspect, leave } = await administrator();
      const keys = page.keyboard;
      await visit(`/admin/arendetyper/${one}/formular`);
      await page.getByRole('button', { name: 'Ur biblioteket' }).press('Enter');
      await page.getByRole('button', { name: /^Sökande/ }).waitFor();
      await inspect();
      await page.getByRole('button', { name: /^Sökande/ }).press('Enter');
      await said(page, 'Sökande har lagts till ur biblioteket.');
      await page.getByText('Kommer från biblioteket: Sökande, version 1.').waitFor();

      await choose(page, 'Du som söker');
      await keys.press('Control+c');
      await said(page, 'Du som söker är kopierad.');
      await saved(page);
      await page.goto(`/admin/arendetyper/${other}/formular`);
      await choose(page, 'Vad vill du anmäla');
      await keys.press('Control+v');
      await said(page, 'Du som söker har klistrats in.');
      await page.getByText('Kommer från biblioteket: Sökande, version 1.').waitFor();
      await choose(page, 'Telefonnummer');
      await keys.press('Control+x');
      await said(page, 'Telefonnummer har tagits bort.');
      await keys.press('Control+z');
      await line(page, 'Telefonnummer').waitFor();
      await inspect();
      await saved(page);

      await page.goto(`/admin/arendetyper/${one}/formular`);
      await page.getByRole('button', { name: 'Klistra in' }).press('Enter');
      await said(page, 'Telefonnummer har klistrats in.');
      await choose(page, 'E-postadress');
      const tools = page.getByRole('toolbar', { name: 'Ändra E-postadress' }).first();
      await tools.getByRole('button', { name: 'Kopiera' }).press('Enter');
      await said(page, 'E-postadress är kopierad.');
      await inspect();
      await leave();
    }
  );

  it('saved by one case type tell the other that they have become newer', { timeout: 120_000 }, async () => {
    const [one, other] = [await newDesign('Den ena'), await newDesign('Den andra')];
    const { page, visit, inspect, leave } = await administrator();
    const name = `Anmälan ${randomUUID().slice(0, 8)}`;
    const question = () => page.getByLabel('Fråga eller rubrik').or(page.locator('#text-label-sv')).last();
    await visit(`/admin/arendetyper/${one}/formular`);
    await choose(page, 'Vad vill du anmäla');
    await page.getByText('Spara i biblioteket').click();
    await page.getByLabel('Vad ska delen heta?').fill(name);
    await inspect();
    await page.getByRole('button', { name: 'Spara delen' }).press('Enter');
    await said(page, `${name} är sparad i biblioteket som version 1.`);
    await saved(page);

    await page.goto(`/admin/arendetyper/${other}/formular`);
    await page.getByRole('button', { name: 'Ur biblioteket' }).press('Enter');
    await page.getByRole('button', { name: new RegExp(`^${name}`) }).press('Enter');
    await page.getByText(`Kommer från biblioteket: ${name}, version 1.`).waitFor();
    await saved(page);

    await page.goto(`/admin/arendetyper/${one}/formular`);
    await choose(page, 'Vad vill du anmäla');
    await question().fill('Vad har hänt?');
    await question().press('Tab');
    await page.getByText('Spara i biblioteket').click();
    await page.getByLabel(`Version 2 av ${name}`).waitFor();
    await page.getByRole('button', { name: 'Spara delen' }).press('Enter');
    await said(page, `${name} är sparad i biblioteket som version 2.`);
    await saved(page);

    await page.goto(`/admin/arendetyper/${other}/formular`);
    await choose(page, 'Vad vill du anmäla');
    await page
      .getByRole('treeitem', { name: /^Vad vill du anmäla/ })
      .last()
      .click();
    await page.getByText('Version 2 finns i biblioteket').waitFor();
    await page.getByText('Vad har hänt?').first().waitFor();
    await inspect();
    await page.getByRole('button', { name: 'Ta in version 2' }).press('Enter');
    await said(page, `${name} är nu version 2.`);
    await line(page, 'Vad har hänt').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('Version 2 finns i biblioteket').waitFor();
    await leave();
  });
});

describe('a search of a whole case type', () => {
  it('leads by keyboard to a question, a text, a setting and a fault', { timeout: 120_000 }, async () => {
    const slug = await newDesign('Anmälan om prov');
    const { page, visit, inspect, leave } = await administrator();
    const keys = page.keyboard;
    const box = page.getByRole('combobox', { name: 'Sök i ärendetypen' });
    const sought = async (words: string) => {
      await keys.press('Control+k');
      await box.waitFor();
      await keys.type(words);
      await page.getByRole('listbox').getByRole('option').first().waitFor();
    };
    await visit(`/admin/arendetyper/${slug}/publicera`);
    const opener = page.getByRole('button', { name: /^Sök/ });
    await opener.focus();
    await keys.press('Enter');
    await box.waitFor();
    await keys.type('xyzzy');
    await page.getByText('Ingen träff.').waitFor();
    await keys.press('Escape');
    await expect.poll(() => opener.evaluate((button) => button === document.activeElement)).toBe(true);

    await sought('vad vill du');
    const idOf = (index: number) => page.getByRole('listbox').getByRole('option').nth(index).getAttribute('id');
    expect(await box.getAttribute('aria-activedescendant')).toBe(await idOf(0));
    await keys.press('ArrowDown');
    expect(await box.getAttribute('aria-activedescendant')).toBe(await idOf(1));
    await inspect();
    await keys.press('ArrowUp');
    await keys.press('Enter');
    await page.waitForURL(`**/${slug}/formular`);
    await page.getByRole('treeitem', { name: /^Vad vill du anmäla/, selected: true }).waitFor();
    await expect.poll(() => page.locator(':focus').getAttribute('role')).toBe('treeitem');

    await sought('caseType.title');
    await keys.press('Enter');
    await page.waitForURL(`**/${slug}/texter`);
    await expect.poll(() => page.getByRole('searchbox').first().inputValue()).toBe('caseType.title');
    await sought('rättslig grund');
    await keys.press('Enter');
    await page.waitForURL('**/oversikt?del=*');
    await leave();
  });
});

describe('a question', () => {
  it(
    'becomes another kind, which says first what is lost, and its condition gets a name',
    { timeout: 120_000 },
    async () => {
      const slug = await newDesign('Anmälan om sorter');
      const { page, visit, inspect, leave } = await administrator();
      await visit(`/admin/arendetyper/${slug}/formular`);
      await page.getByRole('button', { name: 'Ur biblioteket' }).click();
      await page.getByRole('button', { name: /^Fakturaadress/ }).click();
      await said(page, 'Fakturaadress har lagts till ur biblioteket.');
      await choose(page, 'Ska fakturan skickas');
      const kind = page.getByLabel('Sort', { exact: true });
      await kind.selectOption({ label: 'Kort text' });
      await page.getByText('Läses på de här ställena').waitFor();
      await inspect();
      await page.getByRole('button', { name: 'Behåll som det är' }).press('Enter');
      expect(await kind.inputValue()).toBe('yes-no');
      await choose(page, 'Märkning på fakturan');
      await kind.selectOption({ label: 'Lång text' });
      await said(page, 'Märkning på fakturan är nu av sorten');
      await page.getByRole('treeitem', { name: /^Märkning på fakturan Lång text/ }).waitFor();

      await choose(page, 'Vem ska betala');
      await page.getByRole('button', { name: /^Ändra.*Visas/ }).press('Enter');
      await page.getByText('Ge villkoret ett namn').click();
      await page.getByLabel('Namn', { exact: true }).fill('Annan betalar');
      await page.getByLabel('Använd namnet också på det andra stället').waitFor();
      await inspect();
      await page.getByRole('button', { name: 'Ge namnet' }).press('Enter');
      await said(page, 'Villkoret heter nu annan-betalar.');
      await choose(page, 'Fakturaadress');
      await page.getByRole('button', { name: /^Ändra.*Visas/ }).press('Enter');
      await page.getByText('Villkoret heter annan-betalar').click();
      await page.getByRole('button', { name: 'Ta bort namnet (2 ställen)' }).press('Enter');
      await said(page, 'Namnet annan-betalar är borttaget');
      await inspect();
      await leave();
    }
  );
});

describe('a document template', () => {
  it('is tried for a real case by an administrator who also works with such cases', { timeout: 120_000 }, async () => {
    const { number } = await stage.begin({ slug: 'bygglov', scenario: 'aterkallas', by: 'sofia' }, []);
    const actor = stage.colleague('administrator', 'samhallsbyggnadsnamnden');
    const published = await publishedCaseType('bygglov');
    if (isRefusal(published)) return expect.unreachable(published.refused);
    await startDesign(JSON.parse(JSON.stringify(published.caseType)), actor, new Date());
    const { page, visit, inspect, leave } = await visitor(browser, inject('address'), { javaScript: true, width: 390 });
    page.setDefaultTimeout(15_000);
    await enterAs(page, actor);
    const main = page.getByRole('main');
    await visit('/admin/arendetyper/bygglov/mallar');
    await main.getByLabel('Namn på en ny mall').fill('kvitto');
    await main.getByLabel('Namn på en ny mall').press('Tab');
    await page.keyboard.press('Enter');
    await main.getByText('Det finns inga riktiga ärenden av typen som du får läsa.').waitFor();

    await stage.sql.query(TAKES_CASES, [actor.personId]);
    try {
      await page.reload();
      await main.getByLabel('Prova som').selectOption({ label: 'kvittens' });
      const cases = main.getByLabel('Ärende', { exact: true });
      await cases.selectOption(
        await cases.getByRole('option', { name: new RegExp(`^${number}: `) }).getAttribute('value')
      );
      await inspect();
      const [tried] = await Promise.all([
        page.waitForResponse((one) => one.url().endsWith('/mallar/prov') && one.request().method() === 'POST'),
        main.getByRole('button', { name: `Förhandsvisa med ärende ${number}` }).press('Enter')
      ]);
      expect(tried.headers()['content-type']).toBe('application/pdf');
      await main.getByRole('link', { name: 'Öppna förhandsvisningen (PDF)' }).waitFor();
    } finally {
      await stage.sql.query("delete from membership where person_id = $1 and role = 'caseworker'", [actor.personId]);
      await discardDesign('bygglov', actor);
    }
    await leave();
  });
});

const TAKES_CASES = `insert into membership (id, person_id, organ_key, unit_key, role, from_day)
values (gen_random_uuid(), $1, 'samhallsbyggnadsnamnden', null, 'caseworker', '2026-01-01')`;
