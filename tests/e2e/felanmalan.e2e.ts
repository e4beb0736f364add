import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { DEVICES, visitor, type Visitor } from '../support/visitor.ts';

const PHOTO = {
  name: 'lampan.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64'
  )
};

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe.each(DEVICES)('somebody who reports a broken street lamp, $name', (device) => {
  let visit: Visitor;
  beforeEach(async () => {
    visit = await visitor(browser, inject('address'), device);
  });
  afterEach(() => visit.leave());

  it('files without logging in, with a photo, and follows the case by its link', async () => {
    const { page, press, inspect } = visit;
    await visit.visit('/e-tjanster/felanmalan');
    await press('Börja');
    await inspect();

    await press(/Spara och gå vidare/);
    expect(await page.getByRole('heading', { name: /behöver rättas/ }).isVisible()).toBe(true);
    await inspect();

    await page.getByLabel('Det kan vänta till nästa arbetsdag').check();
    await page.getByLabel('Gatubelysning').check();
    await page.getByLabel('Beskriv felet').fill('Lampan utanför nummer 8 är släckt.');
    await press(/Spara och gå vidare/);
    // An answer made more questions visible: with a script they stood there at once, without one the page is shown again.
    expect(await page.getByLabel('Beskriv felet').inputValue()).toBe('Lampan utanför nummer 8 är släckt.');
    await page.getByLabel('En lampa är släckt').check();
    await press(/Spara och gå vidare/);

    await page.getByLabel(/Gata och nummer/).fill('Storgatan 8');
    await page.locator('input[type=file]').setInputFiles(PHOTO);
    await inspect();
    await press(/Spara och gå vidare/);
    await page.getByLabel('Nej').check();
    await press(/Spara och gå vidare/);

    expect(await page.getByRole('main').innerText()).toContain('Lampan utanför nummer 8 är släckt.');
    expect(await page.getByRole('link', { name: /lampan\.png/ }).isVisible()).toBe(true);
    await inspect();
    await press('Skicka in');

    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/Ärende \S+/);
    await inspect();
    await press(/\/status\//, 'link');
    expect(page.url()).toContain('/status/');
    await inspect();
    expect(await page.getByRole('main').innerText()).not.toContain('Storgatan 8');
  });

  it('may leave and come back to the draft', async () => {
    const { page, press } = visit;
    await visit.visit('/e-tjanster/felanmalan');
    await press('Börja');
    await page.getByLabel('Beskriv felet').fill('Ett hål i gatan.');
    await press('Fortsätt senare');
    await visit.inspect();
    await press('Fortsätt fylla i', 'link');
    expect(await page.getByLabel('Beskriv felet').inputValue()).toBe('Ett hål i gatan.');
  });

  it('is told to ring when there is danger, and cannot go on', async () => {
    const { page, press } = visit;
    await visit.visit('/e-tjanster/felanmalan');
    await press('Börja');
    await page.getByLabel('Det är fara för liv').check();
    if (!device.javaScript) await press(/Spara och gå vidare/);
    await page.getByRole('main').getByText('112').first().waitFor();
    await visit.inspect();
  });
});
