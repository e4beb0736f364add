import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { templateOf } from '#designer/start/template.ts';
import { startDesign } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { openBrowser } from '../support/browser.ts';
import { enterAs, openStage, type Stage } from '../support/stage.ts';
import { visitor } from '../support/visitor.ts';

let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  [browser, stage] = await Promise.all([openBrowser(), openStage()]);
});
afterAll(async () => {
  await stage?.close();
  await browser?.close();
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
