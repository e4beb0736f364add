import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CaseType } from '#runtime/definition/case-type.ts';
import { shippedCaseTypes } from '#runtime/testing/shipped.ts';
import { faultsByAxe } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import type { FlowPage } from '../support/flow-in-browser.ts';
import { builtPage, openPage } from '../support/served-page.ts';

declare global {
  var flowPage: FlowPage;
}

const input = fileURLToPath(new URL('../support/flow-in-browser.ts', import.meta.url));
const shipped = await shippedCaseTypes();
const complaints: string[] = [];
let browser: Browser;
let files: Awaited<ReturnType<typeof builtPage>>;
let page: Page;

beforeAll(async () => {
  [browser, files] = await Promise.all([openBrowser(), builtPage(input)]);
});
afterAll(() => browser?.close());
beforeEach(async () => {
  page = await openPage(browser, files, complaints);
});
afterEach(async () => {
  await page.context().close();
  expect(complaints.splice(0)).toEqual([]);
});

/** A permit in the small, as a draft. */
const SMALL = {
  flow: {
    id: 'flow',
    initial: 'granska',
    states: {
      granska: {
        meta: { phase: 'utreda', waitsFor: 'caseworker', role: 'caseworker' },
        on: { godkann: { target: 'klart', meta: { roles: ['caseworker'] } } }
      },
      klart: { type: 'final' }
    }
  },
  layout: {
    nodes: {
      '/initial': { x: 60, y: 122 },
      granska: { x: 160, y: 100 },
      klart: { x: 480, y: 122 }
    }
  },
  texts: {
    sv: { 'state.granska.title': 'Granska', 'state.klart.title': 'Klart', 'event.godkann.label': 'Godkänn' }
  },
  settings: {},
  forms: {}
};

const shape = (id: string) => page.locator(`.djs-element[data-element-id="${id}"]`).first();
const piece = (name: string) => page.getByRole('toolbar', { name: 'Lägg till' }).getByRole('button', { name });
const flow = async () => {
  const { flow: now } = await page.evaluate(() => globalThis.flowPage.document());
  return now;
};
/** What is drawn becomes an edit when bpmn-js has finished; then the drawing says what the document says. */
const drawn = (id: string) => shape(id).waitFor({ state: 'attached' });

const action = (name: string) => page.locator(`.djs-context-pad [data-action="${name}"]`);

/** bpmn-js sees where the mouse goes, and where it stops. */
async function pressAt({ x, y }: { x: number; y: number }) {
  await page.mouse.move(x - 20, y + 20, { steps: 5 });
  await page.mouse.move(x, y, { steps: 5 });
  await page.mouse.click(x, y);
}

async function open(document: object) {
  await page.evaluate((given) => globalThis.flowPage.open(given), JSON.parse(JSON.stringify(document)));
  await page.locator('.flow-canvas[data-drawn=true]').waitFor();
}

async function middleOf(id: string): Promise<{ x: number; y: number }> {
  const box = await shape(id).boundingBox();
  if (!box) throw new Error(`${id} is not drawn`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

describe('the canvas of a flow', () => {
  it(
    'gives every shipped flow, and 200 random ones, back as they were when the modeler has loaded and saved them',
    { timeout: 180_000 },
    async () => {
      const flows = shipped.map(([, { flow: one }]: readonly [string, CaseType]) => one);
      expect(
        await page.evaluate((given) => globalThis.flowPage.changedBySaving(given), JSON.parse(JSON.stringify(flows)))
      ).toEqual([]);
      expect(await page.evaluate(() => globalThis.flowPage.changedRandom(200))).toEqual([]);
    }
  );

  it('turns what is drawn by mouse into an edit, which undo takes back', async () => {
    await open(SMALL);
    const before = await flow();
    const end = await middleOf('state.klart');
    await piece('Steg som någon gör').click();
    await pressAt({ x: end.x - 100, y: end.y + 150 });
    await page.keyboard.type('Besluta');
    await page.mouse.click(end.x + 150, end.y + 250);
    await drawn('state.besluta');
    expect(await flow()).toMatchObject({ states: { besluta: { meta: { waitsFor: 'caseworker' } } } });

    await action('connect').click();
    const target = await middleOf('state.klart');
    await pressAt(target);
    await drawn('state.besluta.on.klar.line');
    expect(await flow()).toMatchObject({ states: { besluta: { on: { klar: { target: 'klart' } } } } });
    for (let times = 0; times < 2; times += 1) await page.evaluate(() => globalThis.flowPage.undo());
    await shape('state.besluta').waitFor({ state: 'detached' });
    expect(await flow()).toEqual(before);
  });

  it('moves, replaces, copies, pastes, deletes and lays out anew, each as one edit', async () => {
    await open(SMALL);
    const state = await middleOf('state.granska');
    await page.mouse.move(state.x, state.y);
    await page.mouse.down();
    await page.mouse.move(state.x, state.y + 60, { steps: 5 });
    await page.mouse.move(state.x, state.y + 100, { steps: 5 });
    await page.mouse.up();
    await page.waitForFunction(() => globalThis.flowPage.placeOf('granska')?.y === 200);
    expect(await flow()).toEqual(SMALL.flow);

    await action('replace').click();
    await page.locator('.djs-popup').getByText('Vänta på').click();
    await page.waitForFunction(() => globalThis.flowPage.state('granska')?.meta?.waitsFor === 'authority');
    expect(await flow()).toMatchObject({
      states: { granska: { meta: { phase: 'utreda' }, on: { godkann: { target: 'klart' } } } }
    });
    expect(await page.evaluate(() => globalThis.flowPage.placeOf('granska'))).toEqual({ x: 160, y: 200 });

    await page.keyboard.press('Control+C');
    await page.keyboard.press('Control+V');
    await pressAt({ x: state.x + 60, y: state.y - 60 });
    await drawn('state.granska-2');
    expect(await flow()).toMatchObject({
      states: { 'granska-2': { meta: { phase: 'utreda', waitsFor: 'authority' } } }
    });
    expect(await page.evaluate(() => globalThis.flowPage.document().texts)).toMatchObject({
      sv: { 'state.granska-2.title': 'Granska' }
    });

    await action('delete').click();
    await shape('state.granska-2').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => globalThis.flowPage.document().texts)).toEqual(SMALL.texts);

    await page.getByRole('button', { name: 'Städa upp' }).click();
    await page.waitForFunction(() => globalThis.flowPage.placeOf('granska')?.y !== 200);
    expect(
      await page.evaluate(() => globalThis.flowPage.changedBySaving([globalThis.flowPage.document().flow]))
    ).toEqual([]);
    for (let edits = 0; edits < 5; edits += 1) await page.evaluate(() => globalThis.flowPage.undo());
    expect(await page.evaluate(() => globalThis.flowPage.document())).toEqual(SMALL);
  });

  it('has its mark in full view, and nothing that axe finds', async () => {
    await open(SMALL);
    const mark = page.locator('.bjs-powered-by');
    const box = await mark.boundingBox();
    const isUncovered = await page.evaluate(
      ({ x, y, width, height }) => {
        const inside = [0.1, 0.5, 0.9].flatMap((part) =>
          [0.1, 0.5, 0.9].map((down) => [x + width * part, y + height * down])
        );
        return inside.every(([left = 0, top = 0]) => document.elementFromPoint(left, top)?.closest('.bjs-powered-by'));
      },
      box ?? { x: 0, y: 0, width: 0, height: 0 }
    );
    expect(isUncovered).toBe(true);
    expect(await faultsByAxe(page, 'main')).toEqual([]);
  });
});
