import type { Browser } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { DEVICES, visitor, type Visitor } from '../support/visitor.ts';

const PATIENCE = { timeout: 20_000, interval: 500 };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** Reports a fault, and leaves an e-mail address for an answer. Gives the number. */
async function report({ page, press, visit }: Visitor, address: string): Promise<string> {
  const next = () => press(/Spara och gå vidare/);
  await visit('/e-tjanster/felanmalan');
  await press('Börja');
  await page.getByLabel('Det kan vänta till nästa arbetsdag').check();
  await page.getByLabel('Gatubelysning').check();
  await page.getByLabel('Beskriv felet').fill('Lampan är släckt. #panic("x") 😀');
  await next();
  await page.getByLabel('En lampa är släckt').check();
  await next();
  await page.getByLabel(/Gata och nummer/).fill('Storgatan 8');
  await next();
  await page.getByLabel('Ja').check();
  if (!(await page.getByLabel('Med e-post').isVisible())) await next();
  await page.getByLabel('Med e-post').check();
  if (!(await page.getByLabel('E-postadress').isVisible())) await next();
  await page.getByLabel('E-postadress').fill(address);
  await next();
  await press('Skicka in');
  const heading = await page.getByRole('heading', { level: 1 }).innerText();
  return /Ärende (.+)/.exec(heading)?.[1]?.trim() ?? '';
}

describe.each(DEVICES)('somebody who reports a fault and wants to hear of it, $name', (device) => {
  let visit: Visitor;
  beforeEach(async () => {
    visit = await visitor(browser, inject('address'), device);
  });
  afterEach(() => visit.leave());

  it('gets a receipt as PDF, and a mail whose link shows where the case stands', async () => {
    const { page } = visit;
    const address = `karin.${device.width}@exempel.example`;
    const number = await report(visit, address);
    expect(number).not.toBe('');

    const link = page.getByRole('link', { name: /PDF/ });
    const pdf = await page.context().request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
    expect(pdf.headers()['content-disposition']).toMatch(/^attachment;/);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await pdf.body())), { mergePages: true });
    expect(text).toContain(number);
    expect(text).toContain('#panic("x")');

    const mail = page.getByRole('article').filter({ hasText: address });
    await vi.waitFor(async () => {
      await visit.visit('/demo/post');
      expect(await mail.count()).toBe(1);
    }, PATIENCE);
    expect(await mail.innerText()).toContain(number);
    expect(await mail.innerText()).not.toContain('Storgatan 8');
    await mail.getByRole('link').click();
    await page.waitForURL(/\/status\//);
    expect(await page.getByRole('main').innerText()).toContain(number);
  });

  it('finds the municipality’s notice board from any page, in both languages', async () => {
    const { page } = visit;
    await visit.visit('/');
    await page.getByRole('contentinfo').getByRole('link', { name: 'Anslagstavla' }).click();
    await page.waitForURL(/anslagstavla/);
    await visit.inspect();
    await visit.visit('/anslagstavla?sprak=en');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Notice board');
  });
});
