import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { visitor } from '../support/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe('somebody who wonders whether to apply', () => {
  it.each([
    { javaScript: true, width: 390 },
    { javaScript: false, width: 1200 }
  ])('finds the service by a word that is misspelled, and learns that nothing is needed: %o', async (device) => {
    const { page, visit, inspect, leave } = await visitor(browser, inject('address'), device);
    page.setDefaultTimeout(15_000);
    await visit('/');
    await page
      .getByRole('navigation', { name: 'Ämnen' })
      .getByRole('link', { name: /^Bygga, bo och miljö/ })
      .click();
    await page.getByLabel('Sök e-tjänst').fill('byglov');
    await page.getByLabel('Sök e-tjänst').press('Enter');
    await page.waitForURL(/q=/);
    await page.getByText('Vi visar träffar på ”bygglov”.').waitFor();
    await inspect();
    await page.getByRole('link', { name: 'Ansökan om bygglov' }).click();
    await page.getByRole('link', { name: 'Behöver jag söka?' }).click();
    const answer = async (question: string, label: RegExp) => {
      await page.getByRole('heading', { level: 1, name: question }).waitFor();
      await inspect();
      await page.getByLabel(label).check();
      await page.getByRole('button', { name: 'Nästa fråga' }).click();
    };
    await page.getByRole('button', { name: 'Nästa fråga' }).click();
    await page.getByText('Välj ett svar.').waitFor();
    await answer('Vad vill du göra?', /på husets utsida/);
    await answer('Är huset skyddat i detaljplanen eller särskilt värdefullt?', /^Nej/);
    await answer('Blir huset annorlunda att se på?', /^Nej/);
    await page.getByRole('heading', { level: 1, name: 'Det här behöver du inte söka för' }).waitFor();
    await page.getByText('Du får underhålla huset utan bygglov.').waitFor();
    await inspect();
    await page.getByRole('link', { name: 'Ändra Vad vill du göra?' }).click();
    await answer('Vad vill du göra?', /^Bygga nytt/);
    await page.getByRole('heading', { level: 1, name: 'Du kan behöva söka för det här' }).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Ansökan om bygglov' }).last().click();
    await page.getByRole('heading', { level: 1, name: 'Ansökan om bygglov' }).waitFor();
    await leave();
  });
});
