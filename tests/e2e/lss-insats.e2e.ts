import type { Browser } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { onStage } from '../support/on-stage.ts';
import { enterAs, type Stage } from '../support/stage.ts';
import { DEVICES, visitor, type Device, type Visitor } from '../support/visitor.ts';

let browser: Browser;
let stage: Stage;
onStage((...opened) => {
  [browser, stage] = opened;
});

const SOCIAL = 'socialnamnden';

async function come(device: Device, who: Parameters<typeof enterAs>[1]): Promise<Visitor> {
  const visiting = await visitor(browser, inject('address'), device);
  visiting.page.setDefaultTimeout(15_000);
  await enterAs(visiting.page, who);
  return visiting;
}

describe.each(DEVICES)('somebody who needs support, $name', (device) => {
  it('writes a request that asks only for what its insats needs', { timeout: 120_000 }, async () => {
    const { page, press, visit, inspect, leave } = await come(device, stage.citizen('elsa'));
    await visit('/e-tjanster/lss-insats');
    await press('Börja');
    await page.getByLabel('Jag själv').check();
    await page.getByRole('group', { name: 'Behövs det tolk när vi träffas?' }).getByLabel('Nej').check();
    await page.getByLabel('I kommunen').check();
    await inspect();
    await press(/Spara och gå vidare/);
    await page.getByLabel('Utvecklingsstörning, autism eller liknande').check();
    await page.getByLabel('Beskriv funktionsnedsättningen').fill('Jag har autism.');
    await page.getByLabel('Personlig assistans').check();
    await page.getByLabel('Vad behövs hjälp med?').fill('Jag behöver hjälp med mat och hygien.');
    if (!device.javaScript) await press(/Spara och gå vidare/);
    await page.getByLabel('Personlig hygien').check();
    await page.getByLabel('Hur många timmar i veckan gäller det?').fill('24');
    await page
      .getByRole('group', { name: /assistansersättning sökt/ })
      .getByLabel('Nej')
      .check();
    await inspect();
    await press(/Spara och gå vidare/);
    await page
      .getByRole('group', { name: /berätta muntligt/ })
      .getByLabel('Ja')
      .check();
    await page.getByLabel('Det jag har skrivit stämmer').check();
    await inspect();
    await press(/Spara och gå vidare/);
    const text = await page.getByRole('main').innerText();
    expect(text).toContain('Personlig assistans');
    expect(text).toContain('Elsa Nyström');
    expect(text).not.toContain('Skola och årskurs');
    await inspect();
    await leave();
  });
});

describe('somebody who has been granted an insats', () => {
  const [atDesk, onPhone] = DEVICES;

  it('asks for a plan, and is alone with the caseworker in knowing of it', { timeout: 180_000 }, async () => {
    const begun = await stage.begin({ slug: 'lss-insats', scenario: 'beviljas-och-foljs-upp', by: 'elsa' }, [
      'ta-emot',
      'utredd',
      'kommunicera-inte'
    ]);
    const annika = stage.colleague('caseworker', SOCIAL, 'funktionsstod');
    const desk = await come(atDesk, annika);
    await stage.hasWritten(annika, begun, 'besluta');
    await desk.visit(`/handlaggning/arenden/${begun.caseId}`);
    await desk.press('Besluta', 'link');
    await desk.inspect();
    await desk.press('Besluta');
    await desk.page.waitForURL(/klart/);
    await desk.visit(`/handlaggning/arenden/${begun.caseId}`);
    await desk.leave();

    const elsa = await come(onPhone, stage.citizen('elsa'));
    await elsa.visit(`/mina-sidor/arenden/${begun.caseId}`);
    expect(await elsa.page.getByRole('main').innerText()).toContain('Du har rätt till insatsen.');
    await elsa.press('Be om en individuell plan', 'link');
    await elsa.page.getByLabel('Vad är viktigt för dig i planen?').fill('Att få träna.');
    await elsa.press('Be om en individuell plan');
    await elsa.leave();

    for (const [role, organ, unit] of [
      ['caseworker', SOCIAL, 'barn-unga'],
      ['contact-centre', 'kommunstyrelsen', undefined],
      ['caseworker', 'samhallsbyggnadsnamnden', undefined]
    ] as const) {
      const other = await come(atDesk, stage.colleague(role, organ, unit));
      const answer = await other.page.goto(`/handlaggning/arenden/${begun.caseId}`);
      expect(answer?.status()).toBe(404);
      await other.leave();
    }
  });
});
