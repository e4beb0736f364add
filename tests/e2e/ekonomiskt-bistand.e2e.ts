import type { Browser, Locator } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { onStage } from '../support/on-stage.ts';
import { enterAs, type Stage } from '../support/stage.ts';
import { answerOnPhone, logInAsStaff } from '../support/test-phone.ts';
import { DEVICES, visitor, type Device, type Visitor } from '../support/visitor.ts';

const NEXT = /Spara och gå vidare/;
const FORM = '/e-tjanster/ekonomiskt-bistand';

let browser: Browser;
let stage: Stage;
onStage((...opened) => {
  [browser, stage] = opened;
});

/** Chooses an option of a question, as buttons or as a list that opens. */
async function choose(within: Locator, question: string, option: string) {
  const group = within.getByRole('group', { name: question }).first();
  const list = within.getByRole('combobox', { name: question }).first();
  await group.or(list).first().waitFor();
  if ((await list.count()) > 0) await list.selectOption({ label: option });
  else await group.getByLabel(option, { exact: true }).check();
}

/** Applies for one more month; what was answered last time stands there, income and expenses do not. Gives the number. */
async function renew({ page, press, inspect, visit }: Visitor, { javaScript }: Device): Promise<string> {
  const main = page.getByRole('main');
  const follow = async () => (javaScript ? undefined : press(NEXT));
  await visit(FORM);
  await press('Börja');
  await press(NEXT);
  await main.getByText('4 saker behöver rättas').waitFor();
  await choose(main, 'Har du fått ekonomiskt bistånd av oss', 'Ja');
  await choose(main, 'Vilken månad söker du för?', 'Nästa månad');
  await main.getByLabel(/^Försörjningsstöd/).check();
  await choose(main, 'Kan du inte vänta på beslut?', 'Nej');
  await inspect();
  await press(NEXT);

  expect(await main.getByLabel('Telefon').inputValue()).toMatch(/70/);
  expect(await main.getByLabel('E-post').inputValue()).toContain('@exempel.example');
  await press(NEXT);
  await main
    .getByText(/Från din ansökan SN-EB/)
    .first()
    .waitFor();
  await inspect();
  await press(NEXT);
  expect(await main.getByLabel('Hyresrätt', { exact: true }).isChecked()).toBe(true);
  await press(NEXT);
  await main.getByLabel('Vad har du gjort den senaste månaden').fill('Jag har sökt tre jobb.');
  await press(NEXT);

  await choose(main, 'Har någon i hushållet fått pengar', 'Ja');
  await follow();
  const income = main.getByRole('group', { name: 'Inkomst 1' });
  await choose(income, 'Vem fick pengarna?', 'Jag');
  await choose(income, 'Vad är det?', 'Lön');
  await income.getByLabel('Belopp').fill('mycket');
  await income.getByLabel('Datum').fill('2026-11-20');
  await press(NEXT);
  await main.getByText('Skriv beloppet i kronor').first().waitFor();
  await income.getByLabel('Belopp').fill('2 000');
  await inspect();
  await press(NEXT);
  await choose(main, 'Har ni andra utgifter', 'Nej');
  await press(NEXT);
  await press(NEXT);
  await press(NEXT);
  await press(NEXT);
  await main.getByLabel(/^Jag intygar/).check();
  await press(NEXT);
  expect(await main.innerText()).toMatch(/Inkomster minus utgifter\s+2\s000/);
  await inspect();
  await press('Skriv under och skicka in');
  await answerOnPhone(page, { person: 'Amina Hassan' });
  await page.waitForURL(/kvitto/, { waitUntil: 'load' });
  const heading = await page.getByRole('heading', { level: 1 }).innerText();
  return /SN-EB \S+/.exec(heading)?.[0] ?? expect.unreachable(heading);
}

/** Works out the norm and decides; the sums are the platform's. */
async function decide({ page, press, inspect }: Visitor, number: string) {
  const main = page.getByRole('main');
  const begin = async (event: string) => {
    const link = main.getByRole('link', { name: event, exact: true });
    // The platform's own steps come first, such as asking the population register.
    await expect
      .poll(async () => (await link.count()) > 0 || (await page.reload(), false), { timeout: 30_000, interval: 1000 })
      .toBe(true);
    await press(event, 'link');
  };
  const send = async (event: string) => {
    await inspect();
    await press(event);
    await page.waitForURL(/klart/);
  };
  await logInAsStaff(page, '/handlaggning?lista=all', 'Jonas Melin');
  await main.getByRole('link', { name: number }).click();
  await page.getByRole('heading', { level: 1, name: number }).waitFor();
  await begin('Ansökan är komplett');
  await send('Ansökan är komplett');
  await begin('Räkna mot riksnormen');
  await main.getByLabel('Första dagen i den månad').fill('2026-12-01');
  await choose(main, 'Vilka vuxna räknas?', 'En vuxen med eget hushåll');
  await main.getByLabel('Hur många delar').fill('1');
  await main.getByLabel('Inkomster som räknas').fill('2 000');
  await main.getByLabel('Tillgångar som ska användas först').fill('0');
  await send('Räkna mot riksnormen');
  await begin('Besluta');
  // 3 940 and 1 280 by the national norm of 2026, less 2 000.
  expect(await main.innerText()).toMatch(/Underskott enligt beräkningen\s+3\s220/);
  await choose(main, 'Vad blir beslutet?', 'Ansökan avslås');
  await main.getByLabel('Beslutets ordalydelse').fill('Ansökan avslås.');
  await choose(main, 'Har sökandena fått yttra sig', 'Ja');
  await main.getByLabel('Vilka bestämmelser').fill('12 kap. 1 § socialtjänstlagen (2025:400)');
  await main.getByLabel('Skälen för beslutet').fill('Behovet kan tillgodoses på annat sätt.');
  await send('Besluta');
}

describe.each(DEVICES)('somebody who needs assistance for one more month, $name', (device) => {
  it('finds what they answered last time, is helped right, and reads the beslut', { timeout: 300_000 }, async () => {
    await stage.begin({ slug: 'ekonomiskt-bistand', scenario: 'rattas', by: 'amina' }, []);
    const amina = await visitor(browser, inject('address'), device);
    const jonas = await visitor(browser, inject('address'), { javaScript: true, width: device.width });
    for (const { page } of [amina, jonas]) page.setDefaultTimeout(20_000);
    await enterAs(amina.page, stage.citizen('amina'));
    const number = await renew(amina, device);
    await decide(jonas, number);

    await amina.visit('/mina-sidor');
    await amina.page.getByRole('link', { name: new RegExp(`^Läs beslutet\\s.*${number}`) }).click();
    await amina.page.getByText('Du kan överklaga inom tre veckor').first().waitFor();
    await amina.inspect();
    await Promise.all([amina.leave(), jonas.leave()]);
  });
});
