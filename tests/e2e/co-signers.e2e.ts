import type { Browser, Locator } from 'playwright-core';
import { beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { publishCaseType } from '#runtime/case/publish-case-type.server.ts';
import { rememberPerson } from '#runtime/persistence/people.server.ts';
import { coSignedExample } from '#runtime/testing/co-signed-example.ts';
import { onStage } from '../support/on-stage.ts';
import { enterAs, type Stage } from '../support/stage.ts';
import { answerOnPhone, logInWithBankId } from '../support/test-phone.ts';
import { DEVICES, visitor, type Visitor } from '../support/visitor.ts';

const NEXT = /Spara och gå vidare/;
const ORGAN = 'kultur-fritidsnamnden';
const FORM = '/e-tjanster/foreningsbidrag';

let browser: Browser;
let stage: Stage;
onStage((...opened) => {
  [browser, stage] = opened;
});
beforeAll(async () => {
  const parts = { caseType: coSignedExample(), templates: {} };
  const published = await publishCaseType(parts, { kind: 'system' }, new Date());
  if ('problems' in published) expect.unreachable(JSON.stringify(published.problems));
});

/** With a script the row is there at once, without one when the page is shown again. */
async function addRow(main: Locator, question: string) {
  await main
    .getByRole('button', { name: /^Lägg till/ })
    .first()
    .click();
  await main.getByLabel(question, { exact: true }).waitFor();
}

/** Karin applies, and names Johan, who is to sign too. Gives the way to it that he gets by mail. */
async function apply({ page, press, visit, inspect }: Visitor, email: string): Promise<string> {
  const main = page.getByRole('main');
  await enterAs(page, stage.citizen('karin'));
  await visit(FORM);
  await press('Börja');
  await main.getByLabel('Föreningens namn').fill('IF Björken');
  await main.getByLabel('Löpande drift').check();
  await addRow(main, 'Namn');
  await main.getByLabel('Namn', { exact: true }).fill('Johan Ekström');
  await main.getByLabel('Personnummer').fill('19770210-2398');
  await main.getByLabel('E-postadress').fill(email);
  await inspect();
  await press(NEXT);
  if ((await main.getByLabel('Belopp').count()) === 0) await addRow(main, 'Belopp');
  await main.getByLabel('Lokal').check();
  await main.getByLabel('Belopp').fill('1200');
  await press(NEXT);
  await press('Skriv under och skicka in');
  await answerOnPhone(page, { person: 'Karin Lindqvist' });
  await page.waitForURL(/kvitto/, { waitUntil: 'load' });

  const mail = page.getByRole('article').filter({ hasText: email });
  const link = await vi.waitFor(
    async () => {
      await page.goto('/demo/post');
      return (await mail.first().getByRole('link').getAttribute('href', { timeout: 200 })) ?? expect.unreachable();
    },
    { timeout: 20_000, interval: 500 }
  );
  expect(await mail.innerText()).not.toMatch(/Björken|Karin|bidrag/);
  return new URL(link).pathname;
}

const openMine = async ({ visit, press }: Visitor) => {
  await visit('/mina-sidor');
  await press(/föreningsbidrag/, 'link');
};

describe.each(DEVICES)('somebody who is asked to sign what another has filed, $name', (device) => {
  it('is told what it is when BankID has said who they are, and signs it', { timeout: 180_000 }, async () => {
    const [karin, johan] = await Promise.all([
      visitor(browser, inject('address'), device),
      visitor(browser, inject('address'), device)
    ]);
    for (const { page } of [karin, johan]) page.setDefaultTimeout(15_000);
    const address = await apply(karin, `johan.${device.width}@exempel.example`);
    await karin.visit(address);
    expect(await karin.page.getByRole('main').innerText()).toContain('Länken gäller någon annan');

    const main = johan.page.getByRole('main');
    await johan.visit(address);
    expect(await main.innerText()).not.toMatch(/Björken|Karin|bidrag/);
    await logInWithBankId(johan.page, address, 'Johan Ekström');
    expect(await main.innerText()).toContain('IF Björken');
    await johan.inspect();
    await johan.press('Skriv under med BankID');
    await answerOnPhone(johan.page, { person: 'Johan Ekström' });
    await main.getByText('Tack, du har skrivit under.').waitFor();
    await johan.inspect();
    await openMine(johan);

    await openMine(karin);
    await karin.page.getByText('Vilka som skriver under').waitFor();
    expect(await karin.page.getByRole('main').innerText()).toMatch(/Johan Ekström\s+Skrev under/);
    await karin.inspect();
    await Promise.all([karin.leave(), johan.leave()]);
  });
});

it('somebody may answer that they will not sign, which staff read on the case', { timeout: 180_000 }, async () => {
  const [device] = DEVICES;
  const [karin, johan, atDesk] = await Promise.all([
    visitor(browser, inject('address'), device),
    visitor(browser, inject('address'), device),
    visitor(browser, inject('address'), device)
  ]);
  for (const { page } of [karin, johan, atDesk]) page.setDefaultTimeout(15_000);
  const address = await apply(karin, 'johan.nej@exempel.example');
  await enterAs(johan.page, stage.citizen('johan'));
  await johan.page.goto(address);
  await johan.page.getByText('Jag skriver inte under').click();
  await johan.press('Svara att jag inte skriver under');
  await johan.page.getByText('Du har svarat att du inte skriver under.').waitFor();
  await johan.inspect();

  const memberships = [{ organ: ORGAN, unit: null, role: 'caseworker' }] as const;
  const proved = {
    issuer: 'test',
    subject: 'kultur',
    name: 'Klara Kultur',
    personnummer: null,
    assurance: 'none'
  } as const;
  const personId = await rememberPerson(
    { ...proved, memberships: [...memberships] },
    { audience: 'staff' },
    new Date()
  );
  await enterAs(atDesk.page, { kind: 'person', personId, name: 'Klara Kultur', memberships });
  const { rows } = await stage.sql.query<{ case_id: string }>("select case_id from co_signer where answer = 'refused'");
  await atDesk.visit(`/handlaggning/arenden/${rows[0]?.case_id}`);
  const desk = await atDesk.page.getByRole('main').innerText();
  expect(desk).toMatch(/Johan Ekström\s+Skriver inte under/);
  expect(desk).toContain('Medundertecknare skriver inte under');
  await Promise.all([karin.leave(), johan.leave(), atDesk.leave()]);
});
