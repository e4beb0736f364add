import { expect, inject, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { enterAs, openStage } from '../support/stage.ts';
import { DEVICES, visitor } from '../support/visitor.ts';

it('a form with sums that nobody types in sends nothing, however long it stands', { timeout: 90_000 }, async () => {
  const [browser, stage] = await Promise.all([openBrowser(), openStage()]);
  const begun = await stage.begin({ slug: 'ekonomiskt-bistand', scenario: 'provas-utan-underskrift', by: 'sofia' }, [
    'prova-utan',
    'komplett'
  ]);
  const [device] = DEVICES;
  const { page, visit, press, leave } = await visitor(browser, inject('address'), { ...device, width: 1200 });
  await page.clock.install();
  await enterAs(page, stage.colleague('caseworker', 'socialnamnden', 'ekonomiskt-bistand'));
  let sent = 0;
  await visit(`/handlaggning/arenden/${begun.caseId}/berakna`);
  page.on('request', (request) => (sent += request.method() === 'POST' ? 1 : 0));
  await press('Lägg till');
  await page.locator('[name="/approvedCosts/0/costWhat"]').waitFor();
  await page.locator('form[aria-busy]').waitFor({ state: 'detached' });
  await page.clock.runFor(5000);
  expect(sent).toBe(1);
  await leave();
  await stage.close();
  await browser.close();
});
