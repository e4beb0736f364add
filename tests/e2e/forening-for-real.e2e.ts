import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { openCase } from '#runtime/case/open-case.server.ts';
import { objectOf } from '#designer/document/elements.ts';
import type { CaseTypeDocument } from '#designer/document/model.ts';
import { startDesign } from '#runtime/designs/designs.server.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { foreningDocument } from '../support/forening-flow.ts';
import { onStage } from '../support/on-stage.ts';
import { enterAs, type Stage } from '../support/stage.ts';
import { visitor, type Visitor } from '../support/visitor.ts';

let browser: Browser;
let stage: Stage;
onStage((...opened) => {
  [browser, stage] = opened;
});

/** So long a page may keep a person waiting. */
const WAITS_MS = 20_000;

const atDesk = { javaScript: true, width: 1200 } as const;
type Person = ReturnType<Stage['colleague']>;

async function come(person: Person): Promise<Visitor> {
  const visit = await visitor(browser, inject('address'), atDesk);
  visit.page.setDefaultTimeout(WAITS_MS);
  await enterAs(visit.page, person);
  return visit;
}

/** Where nothing is written on a step. */
const CORNER = { x: 12, y: 12 };

const shape = (page: Page, id: string) => page.locator(`.djs-element[data-element-id="${id}"]`).first();
const drawn = (page: Page, id: string) => shape(page, id).waitFor({ state: 'attached' });

/** One of the everyday patterns, put where it belongs. */
async function pattern(page: Page, name: string, place: string) {
  await page.getByRole('button', { name: 'Lägg in ett mönster' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name, exact: true }).click();
  const where = dialog.locator('#pattern-where');
  const option = where.locator('option').filter({ hasText: place }).first();
  await where.selectOption((await option.getAttribute('value')) ?? '');
  await dialog.getByRole('button', { name: 'Lägg in', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** A step drawn on the canvas beside the others, with a way to it and a way on. */
async function draw(page: Page, name: string, { from, to }: { from: string; to: string }) {
  const middle = async (id: string) => {
    const box = await shape(page, id).boundingBox();
    if (!box) throw new Error(`${id} is not drawn`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const pressAt = async ({ x, y }: { x: number; y: number }) => {
    await page.mouse.move(x - 20, y + 20, { steps: 5 });
    await page.mouse.move(x, y, { steps: 5 });
    await page.mouse.click(x, y);
  };
  const pad = page.locator('.djs-context-pad [data-action="connect"]');
  const connect = async (other: string, told: RegExp) => {
    await pad.click();
    await pressAt(await middle(other));
    await page.getByRole('treeitem', { name: told }).waitFor();
  };
  const begun = await middle(from);
  await page.getByRole('toolbar', { name: 'Lägg till' }).getByRole('button', { name: 'Steg som någon gör' }).click();
  await pressAt({ x: begun.x, y: begun.y + 150 });
  await page.keyboard.type(name);
  await page.mouse.click(begun.x - 60, begun.y + 260);
  await drawn(page, 'state.beredning');
  await connect(to, /^Klar\s*till Väntar på beslut/);
  // The drawing is drawn anew after a pause, and what is pressed just then is let go of.
  const selects = async () => (await shape(page, from).click({ position: CORNER }), pad.isVisible());
  await expect.poll(selects, { timeout: WAITS_MS }).toBe(true);
  await connect('state.beredning', /till Beredning/);
}

/** Of level 1, without the signature of the applicant, which other tests walk through. */
const unsigned = ({ settings, ...document }: CaseTypeDocument): CaseTypeDocument => {
  const { eService, ...others } = objectOf(settings);
  return { ...document, settings: { ...others, eService: { ...objectOf(eService), signature: 'none', level: 1 } } };
};

describe('“Ansökan om föreningsbidrag”, its flow drawn by mouse', () => {
  it(
    'gets remiss, nämnd and payment, is tried a thousand times, published, and run for real',
    { timeout: 300_000 },
    async () => {
      const slug = `forening-${randomUUID().slice(0, 8)}`;
      const rasmus = stage.colleague('administrator');
      const started = await startDesign(unsigned(await foreningDocument(slug)), rasmus, new Date());
      if (isRefusal(started)) expect.unreachable(started.refused);
      const { page, inspect, leave } = await come(rasmus);
      await page.goto(`/admin/arendetyper/${slug}/flode`);
      await page.locator('[data-drawn="true"]').waitFor();

      await draw(page, 'Beredning', { from: 'state.utreds', to: 'state.beslutas' });
      await pattern(page, 'Remiss till flera', 'Utreds');
      await pattern(page, 'Betalning', 'Besluta');
      await page.getByRole('button', { name: 'Städa upp' }).click();
      await page.getByRole('status').filter({ hasText: 'Flödet är uppställt på nytt.' }).waitFor();
      await shape(page, 'state.beslutas').click({ position: CORNER });
      await page.getByLabel('Väntar på', { exact: true }).selectOption({ label: 'Nämnden' });
      await page.getByLabel('Hamnar hos', { exact: true }).selectOption({ label: 'Nämndsekreterare' });
      await page.getByRole('treeitem', { name: /^Väntar på beslut/ }).click();
      await page.keyboard.press('ArrowRight');
      await page
        .getByRole('treeitem', { name: /^Besluta/ })
        .first()
        .click();
      await page.getByRole('checkbox', { name: 'Chef' }).click();
      await page.getByRole('checkbox', { name: 'Nämndsekreterare' }).click();
      await page.getByLabel('Slag av beslut').selectOption({ label: 'Nämndbeslut' });
      await page.getByRole('link', { name: /^Kontroll.*inga fel/ }).waitFor();
      await page.locator('[data-saved="true"]').waitFor();
      await inspect();

      await page.getByRole('link', { name: 'Prova' }).click();
      await page.getByRole('button', { name: 'Många ärenden' }).click();
      await page.getByRole('button', { name: /^Kör 1\s000 ärenden$/ }).click();
      const queues = page.getByRole('region', { name: 'Köer och bemanning' });
      await queues.getByRole('row', { name: /^Nämndsekreterare/ }).waitFor({ timeout: 120_000 });

      await page.getByRole('link', { name: 'Publicera' }).click();
      await page.getByLabel('Varför ändras ärendetypen?').fill('Bidrag beslutas i nämnden.');
      await page.getByRole('button', { name: 'Publicera', exact: true }).click();
      await page.getByText('Version 1 är publicerad.').waitFor();
      await leave();

      const applicant = stage.citizen('daniel');
      const opened = await openCase(
        {
          ...{ key: randomUUID(), caseType: { slug }, channel: 'e-service', language: 'sv', actor: applicant },
          answers: {
            ...{ name: 'IF Test', kind: 'evenemang', eventDate: '2027-06-01' },
            budget: [{ post: 'mat', permit: 'ja', amount: 120000 }]
          }
        },
        new Date()
      );
      if (isRefusal(opened)) expect.unreachable(JSON.stringify(opened));
      const address = `/handlaggning/arenden/${opened.caseId}`;

      const desk = await come(stage.colleague('caseworker'));
      await desk.visit(address);
      await desk.press('Skicka på remiss', 'link');
      await desk.page.getByLabel('Länsstyrelsen').check();
      await desk.page.getByLabel('Det här ska yttrandet gälla').fill('Finns det plats på torget?');
      await desk.press('Skicka på remiss');
      await desk.press('Alla svar har kommit', 'link');
      await desk.press('Alla svar har kommit');
      await desk.press('Klart för beslut', 'link');
      await desk.press('Klart för beslut');
      await desk.leave();

      const secretary = await come(stage.colleague('secretary'));
      await secretary.visit(address);
      await secretary.press('Besluta', 'link');
      await secretary.page.getByLabel('Bifall', { exact: true }).check();
      await secretary.page.getByLabel('Ja, kommunicering har skett').check();
      await secretary.page.getByLabel('Skäl för beslutet').fill('Föreningen har många unga medlemmar.');
      await secretary.page.getByLabel('Bestämmelser som har avgjort').fill('Reglerna för föreningsbidrag');
      await secretary.inspect();
      await secretary.press('Besluta');
      await secretary.page.getByText('Väntar på betalning').first().waitFor();
      await secretary.leave();

      const citizen = await come(applicant);
      await citizen.page.goto(`/mina-sidor/arenden/${opened.caseId}`);
      const pays = citizen.page.getByRole('link', { name: 'Betala' });
      const looksAgain = async () => (await pays.count()) > 0 || (await citizen.page.reload(), false);
      await expect.poll(looksAgain, { timeout: WAITS_MS, interval: 500 }).toBe(true);
      await citizen.press('Betala', 'link');
      await citizen.press('Till betalningen', 'link');
      await citizen.page.getByRole('button', { name: 'Betala', exact: true }).click();
      await citizen.page.getByText('Betalt', { exact: true }).waitFor();
      await citizen.press('Till ärendet', 'link');
      await citizen.page.getByText('Ditt ärende är beslutat.').first().waitFor();
      await citizen.inspect();
      await citizen.leave();
    }
  );
});
