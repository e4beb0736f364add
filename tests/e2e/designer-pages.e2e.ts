import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { SECTIONS } from '#designer/settings/sections.ts';
import { shippedFiles } from '#designer/testing/documents.ts';
import { filesOf } from '#runtime/edit/files.ts';
import { isWhole, sampled } from '../support/sample.ts';
import { TABS } from '../../src/routes/(handlaggning)/admin/arendetyper/[slug]/tabs.ts';
import { openBrowser } from '../support/browser.ts';
import { logInAsStaff } from '../support/test-phone.ts';
import { visitor } from '../support/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const administrator = async (width = 1200) => {
  const visit = await visitor(browser, inject('address'), { javaScript: true, width });
  visit.page.setDefaultTimeout(20_000);
  await logInAsStaff(visit.page, '/admin/arendetyper', 'Rasmus Ek');
  return visit;
};

/** Opens whatever can be folded out, as far as one may be open beside another. */
const unfold = (page: Page) =>
  page.locator('main details').evaluateAll((all) => {
    for (const one of all) if (one instanceof HTMLDetailsElement) one.open = true;
  });

/** Comes to the first page of a published case type that is being changed, and begins when nobody has. */
async function changed(page: Page, slug: string) {
  await page.goto('/admin/arendetyper');
  const begin = page.locator('form').filter({ has: page.locator(`input[name=slug][value="${slug}"]`) });
  const at = `/admin/arendetyper/${slug}/oversikt`;
  if ((await begin.count()) === 0) return void (await page.goto(at));
  await begin.getByRole('button').click();
  await page.waitForURL(`**${at}`);
}

describe('a shipped case type in the designer', () => {
  it('has no errors, and is saved back byte for byte', { timeout: 300_000 }, async () => {
    const { page, leave } = await administrator();
    const all = Object.entries(await shippedFiles());
    const later = all.filter(([slug]) => !isWhole(slug));
    for (const [slug, files] of [...all.filter(([slug]) => isWhole(slug)), ...sampled('others', later, 3)]) {
      await changed(page, slug);
      await page
        .getByRole('link', { name: /^Kontroll/ })
        .getByText('inga fel')
        .waitFor({ timeout: 60_000 });
      const { document } = await (await page.request.get(`/admin/arendetyper/${slug}/andringar`)).json();
      expect(filesOf(document), slug).toEqual(files);
    }
    await leave();
  });
});

describe('every page of the designer', () => {
  it('is accessible with all of it unfolded', { timeout: 600_000 }, async () => {
    const { page, visit, inspect, leave } = await administrator();
    for (const slug of ['utlamnande', 'felanmalan']) await changed(page, slug);
    await visit('/admin/arendetyper/nytt');
    const sections = SECTIONS.map(({ key }) => `oversikt?del=${key}`);
    const parts = [...TABS.filter((tab) => tab !== 'oversikt'), ...sections, 'mallar'];
    // The one has no decision table, the other has.
    for (const part of [...parts.map((one) => `utlamnande/${one}`), 'felanmalan/regler']) {
      await page.goto(`/admin/arendetyper/${part}`);
      await page.getByRole('main').locator('h1').first().waitFor({ state: 'attached' });
      await unfold(page);
      await inspect();
    }
    await leave();
  });

  it('is accessible in each state of the form builder', { timeout: 600_000 }, async () => {
    const { page, inspect, leave } = await administrator();
    const slug = 'felanmalan';
    await changed(page, slug);
    await page.goto(`/admin/arendetyper/${slug}/formular`);
    await page.getByRole('tree').waitFor();
    await page.waitForLoadState('networkidle');
    const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
    await page.getByRole('treeitem', { name: /^Vad gäller det\?/ }).click();
    await unfold(page);
    await press('Ta bort');
    await page.getByRole('heading', { name: 'Ta bort Vad gäller det??' }).waitFor();
    await inspect();
    await press('Behåll frågan');
    await page.getByRole('treeitem', { name: /^Vad är fel på vägen/ }).click();
    await page.getByRole('button', { name: /^Ändra.*Visas/ }).click();
    await page.getByLabel('Villkor 1, fråga').waitFor();
    await press('Lägg till fråga');
    await page.getByLabel('Sorts svar').selectOption({ label: 'Välj en' });
    await inspect();
    await press('Stäng');
    await press('Vägar');
    await page.getByRole('heading', { name: /vägar genom formuläret/ }).waitFor();
    await press('Förhandsgranska');
    await page.frameLocator('iframe').getByRole('heading', { name: 'Felet' }).waitFor();
    await press('Gränsfall');
    await inspect();
    await press('Sidan');
    await page.setViewportSize({ width: 390, height: 900 });
    const panes = page.getByRole('group', { name: 'Del av byggaren' });
    for (const pane of ['Delar', 'Sidan', 'Inställningar', 'Förhandsgranska']) {
      await panes.getByRole('button', { name: pane }).click();
      await inspect();
    }
    await leave();
  });
});
