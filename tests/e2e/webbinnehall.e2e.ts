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

const BOARD = 'kommunstyrelsen';
const NEWEST = `select id, number from case_ where slug = 'webbinnehall' order by opened_at desc limit 1`;

async function come(device: Device, who?: Parameters<typeof enterAs>[1]): Promise<Visitor> {
  const visiting = await visitor(browser, inject('address'), device);
  visiting.page.setDefaultTimeout(15_000);
  if (who) await enterAs(visiting.page, who);
  return visiting;
}

/** Asks as one whom nobody knows, from the accessibility statement on; gives the address of the status. */
async function asks({ page, press, visit, inspect }: Visitor): Promise<string> {
  await visit('/tillganglighet');
  await press(/form som fungerar för dig/, 'link');
  await inspect();
  await press('Börja');
  await page.getByLabel('I en karta').check();
  await page.getByLabel('Vad vill du kunna ta del av?').fill('Jag vill veta vilka cykelvägar som är plogade.');
  await press(/Spara och gå vidare/);
  // Without a script the address is asked for when the page comes back.
  await page.getByLabel('Adress till sidan').fill('https://www.lindsjo.example/karta/cykelvagar');
  await inspect();
  await press(/Spara och gå vidare/);
  await page.getByLabel('Text som fungerar med skärmläsare').check();
  await inspect();
  await press(/Spara och gå vidare/);
  await page.getByLabel('Jag följer begäran med länken').check();
  await inspect();
  await press(/Spara och gå vidare/);
  await inspect();
  await press('Skicka in');
  await inspect();
  await press(/\/status\//, 'link');
  return page.url();
}

describe.each(DEVICES)('somebody who cannot use a map, $name', (device) => {
  const desk = { javaScript: true, width: 1200 };

  it('asks without logging in, is refused with reasons, and appeals by the link', { timeout: 180_000 }, async () => {
    const anybody = await come(device);
    const status = await asks(anybody);
    const { rows } = await stage.sql.query<{ id: string; number: string }>(NEWEST);
    const [{ id: caseId, number } = expect.unreachable('no case')] = rows;
    const begun = { caseId, number, scenario: 'avslag-overklagas', happens: async () => undefined };

    const atWork = async (role: 'caseworker' | 'manager', ...events: readonly (readonly [string, string])[]) => {
      const colleague = stage.colleague(role, BOARD, 'kommunikation');
      const staff = await come(desk, colleague);
      for (const [event, label] of events) {
        await stage.hasWritten(colleague, begun, event);
        await staff.visit(`/handlaggning/arenden/${caseId}`);
        await staff.press(label, 'link');
        await staff.inspect();
        await staff.press(label);
        await staff.page.waitForURL(/klart/);
      }
      await staff.leave();
    };
    await atWork('caseworker', ['borja', 'Börja'], ['foresla-avslag', 'Föreslå avslag']);
    await atWork('manager', ['avsla', 'Avslå begäran']);

    await anybody.visit(status);
    const main = anybody.page.getByRole('main');
    expect(await main.innerText()).toContain('Begäran avslås.');
    expect(await main.innerText()).toContain('digg.se/tdosanmalan');
    await anybody.press('Överklaga', 'link');
    await anybody.page.getByLabel('Hur vill du att beslutet ändras?').fill('Jag vill ha en lista.');
    await anybody.page.getByLabel('Ditt namn').fill('Elsa Nyström');
    await anybody.page.getByLabel('Så når domstolen dig').fill('elsa@exempel.example');
    await anybody.inspect();
    await anybody.press('Överklaga');
    await anybody.visit(status);
    expect(await main.innerText()).toContain('Vi kontrollerar att överklagandet kom i rätt tid.');
    await anybody.leave();
  });
});
