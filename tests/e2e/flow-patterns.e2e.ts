import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { logInAsStaff } from '../support/test-phone.ts';
import { visitor } from '../support/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const DRAWING = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x"><process id="p">
<startEvent id="s" /><userTask id="a" name="Titta på ansökan" /><dataObject id="o" name="Akten" /><endEvent id="e" name="Färdigt" />
<sequenceFlow id="f" sourceRef="s" targetRef="a" /><sequenceFlow id="g" sourceRef="a" targetRef="e" /></process></definitions>`;

it(
  'a flow gets a pattern by keyboard, is told as a process description, and gives way to a drawing from elsewhere',
  { timeout: 180_000 },
  async () => {
    const slug = `monster-${randomUUID().slice(0, 6)}`;
    const { page, inspect, leave } = await visitor(browser, inject('address'), { javaScript: true, width: 1200 });
    page.setDefaultTimeout(15_000);
    const shown = (name: string) =>
      process.env.SCREENSHOTS && page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png` });
    await logInAsStaff(page, '/admin/arendetyper', 'Rasmus Ek');
    await page.goto('/admin/arendetyper/nytt');
    await page.getByLabel('Namn på ärendetypen').fill('Ansökan om stöd');
    await page.getByLabel('Adress').fill(slug);
    await page.getByLabel('Mall', { exact: true }).selectOption('ansokan');
    await page.getByRole('button', { name: 'Skapa ärendetypen' }).click();
    await page.waitForURL(`**/${slug}/oversikt`);
    await page.goto(`/admin/arendetyper/${slug}/flode`);

    // Drawn by the script, so that buttons answer.
    await page.locator('.djs-container').waitFor();
    await page.getByRole('button', { name: 'Lägg in ett mönster' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Lägg in ett mönster' });
    await dialog.getByRole('radio', { name: 'Begära komplettering' }).press('ArrowDown');
    await dialog.getByText('26 § förvaltningslagen').waitFor();
    await inspect();
    await shown('patterns-remiss');
    await dialog.getByRole('radio', { name: 'Betalning' }).check();
    await dialog
      .getByLabel('Var ska det ligga?')
      .selectOption({ label: 'Klart för beslut: Utreds → Väntar på beslut' });
    await dialog.getByLabel('Avgift i kronor').fill('1250');
    await dialog.getByLabel('Avgift i kronor').press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await page
      .getByText('Betalning är inlagt. 2 nya steg.')
      .or(page.getByText('Betalning är inlagd. 2 nya steg.'))
      .waitFor();
    await shown('patterns-inserted');
    await page.locator('[data-saved=true]').waitFor();

    await page.goto(`/admin/arendetyper/${slug}/flode/beskrivning`);
    const main = page.getByRole('main');
    await main.getByRole('heading', { name: 'Väntar på betalning' }).waitFor();
    expect(await main.innerText()).toContain('Väntar på betalning');
    await inspect();
    await shown('patterns-description');
    const drawn = main.getByRole('img');
    const [seen, own] = await drawn.evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      return [image.clientWidth, image.naturalWidth];
    });
    expect(seen).toBe(own);
    const picture = await page.request.get(`/admin/arendetyper/${slug}/flode/beskrivning/bild.svg`);
    expect(await picture.text()).toContain('betalning');
    const pdf = await page.request.get(`/admin/arendetyper/${slug}/flode/beskrivning/pdf`);
    expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);

    await page.goto(`/admin/arendetyper/${slug}/flode`);
    await page.locator('.djs-container').waitFor();
    await page.getByText('Filer och processbeskrivning').click();
    await page.getByLabel('Läs in en BPMN-fil').setInputFiles({
      name: 'ritning.bpmn',
      mimeType: 'application/xml',
      buffer: Buffer.from(DRAWING)
    });
    await page.getByText('Uppgifter och anteckningar är ingen del av flödet.').waitFor();
    await page
      .getByRole('treeitem', { name: /Titta på ansökan/ })
      .first()
      .waitFor();
    await inspect();
    await shown('patterns-import');
    await leave();
  }
);
