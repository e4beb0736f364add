import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { answers, everyKind } from '#lib/form/testing/every-kind.ts';
import { openBrowser } from '../support/browser.ts';
import { DEVICES, visitor, type Visitor } from '../support/visitor.ts';

const PAGES = everyKind.ui.elements.map(({ id }) => id);
const PDF = { name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');

describe.each(DEVICES)('the page of every field kind, $name', (device) => {
  let visit: Visitor;
  let page: Page;
  beforeAll(async () => {
    visit = await visitor(browser, inject('address'), device);
    page = visit.page;
  });
  beforeEach(async () => {
    // What was written stands in a cookie.
    await page.context().clearCookies();
    await page.setViewportSize({ width: device.width, height: 900 });
  });
  afterAll(() => visit.leave());

  const open = (id: string, state: keyof typeof answers) => page.goto(`/demo/formular?sida=${id}&svar=${state}`);
  const save = () => visit.press('Spara och gå vidare');

  it.each(PAGES)('shows %s to everybody, with right and with wrong answers', async (id) => {
    await open(id, 'valid');
    await visit.inspect();
    await open(id, 'wrong');
    await visit.inspect();
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  });

  it('runs nothing of what was typed', async () => {
    for (const id of PAGES) {
      await open(id, 'hostile');
      expect(await page.locator('script', { hasText: 'alert(1)' }).count()).toBe(0);
    }
  });

  it('fits a page at 400 % zoom', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const id of PAGES) {
      await open(id, 'wrong');
      const overflow = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
      expect(overflow, id).toBeLessThanOrEqual(0);
    }
  });

  it('asks what follows from an option, under it', async () => {
    await open('choices', 'empty');
    await page.getByLabel('Tillbyggnad').check();
    if (!device.javaScript) await save();
    await page.getByLabel('Tillbyggnadens byggnadsarea').fill('tjugofyra');
    await save();
    expect(await page.getByLabel('Tillbyggnadens byggnadsarea').inputValue()).toBe('tjugofyra');
    const line = page.getByRole('link', { name: 'Ange byggnadsarean i hela kvadratmeter' });
    await line.click();
    expect(await focused(page)).toBe('application.area');
    const described = await page.getByLabel('Tillbyggnadens byggnadsarea').getAttribute('aria-describedby');
    expect(described).toBe('application.area-help application.area-fault');
  });

  it('moves the focus to what is wrong', async () => {
    await open('lines', 'empty');
    await page.getByLabel('Hur många kommer?').fill('många');
    await save();
    expect(await page.getByRole('heading', { name: /saker behöver rättas/ }).isVisible()).toBe(true);
    await page.locator('[aria-labelledby=faults-title]:focus').waitFor();
    expect(await page.title()).toMatch(/^Fel: /);
  });

  it('reads dates, amounts and numbers as people write them', async () => {
    await open('lines', 'valid');
    await page.getByLabel('När vill du börja bygga?').fill('3 mars 2027');
    await page.getByLabel('Hur mycket kostar det?').fill('1 200,50 kr');
    await page.getByLabel('Telefonnummer').fill('+46 70-174 06 05');
    await save();
    await page.goto('/demo/formular?sida=svar');
    const text = (await page.getByRole('main').innerText()).replaceAll(/\s/g, ' ');
    expect(text).toContain('3 mars 2027');
    expect(text).toContain('1 200,50 kr');
    expect(text).toContain('070-174 06 05');
  });

  it('adds and removes rows, keeps what was typed in the others, and sums', async () => {
    await open('things', 'empty');
    await page.getByLabel('Belopp').fill('100');
    await page.getByLabel('Mark och grund').check();
    const add = page.getByRole('button', { name: 'Lägg till en till' });
    await add.click();
    await page.getByRole('group', { name: 'Kostnad 2' }).getByLabel('Belopp').fill('hundra');
    await add.click();
    await page.getByRole('group', { name: 'Kostnad 3' }).getByLabel('Belopp').fill('50');
    await page.getByRole('button', { name: 'Ta bort Kostnad 1' }).click();
    await page.getByRole('group', { name: 'Kostnad 3' }).waitFor({ state: 'detached' });
    const amounts = page.getByLabel('Belopp');
    expect([await amounts.nth(0).inputValue(), await amounts.nth(1).inputValue()]).toEqual(['hundra', '50']);
    await amounts.nth(0).fill('25,50');
    if (!device.javaScript) await save();
    await page.locator('output', { hasText: '75,50 kr' }).waitFor();
  });

  it('keeps a file at the first post, also when the page has faults', async () => {
    await open('things', 'empty');
    const [sent] = await Promise.all([
      device.javaScript ? page.waitForResponse((response) => response.request().method() === 'POST') : undefined,
      page.getByLabel('Ritningar och bilder').setInputFiles(PDF)
    ]);
    await sent?.finished();
    if (!device.javaScript) await visit.press('Spara och gå vidare');
    await page.getByText('plan.pdf').first().waitFor();
    await visit.inspect();
    await visit.press('Ta bort plan.pdf');
    expect(await page.getByText('plan.pdf').count()).toBe(0);
  });

  it('takes a place from a click on the map, and says where it is', async () => {
    await open('things', 'empty');
    const map = page.getByRole('button', { name: /^Peka ut platsen/ });
    const { width = 0, height = 0 } = (await map.boundingBox()) ?? {};
    // The square stands at 382, 204 of the drawing's 640 by 480.
    await map.click({ position: { x: (382 / 640) * width, y: (204 / 480) * height } });
    await page.getByText('Märket står vid Torget.').waitFor();
    await visit.inspect();
    await page.getByRole('button', { name: 'Ta bort märket' }).click();
    await page.getByText('Märket står vid Torget.').waitFor({ state: 'detached' });
  });

  it('takes the corners of an area one by one, and takes the last one back', async () => {
    await open('things', 'empty');
    const map = page.getByRole('button', { name: /^Rita ut området/ });
    const corners = [
      [60, 60],
      [120, 60],
      [90, 120]
    ] as const;
    for (const [index, [x, y]] of corners.entries()) {
      await map.click({ position: { x, y } });
      await page.getByText(index === 0 ? '1 hörn är utritat.' : `${index + 1} hörn är utritade.`).waitFor();
    }
    await visit.inspect();
    await page.getByRole('button', { name: 'Ta bort sista hörnet' }).click();
    await page.getByText('2 hörn är utritade.').waitFor();
  });

  it('adds who is to sign, and says at their line what is wrong', async () => {
    await open('together', 'valid');
    await page.getByRole('button', { name: 'Lägg till en till' }).click();
    const second = page.getByRole('group', { name: 'Person 2' });
    await second.getByLabel('Namn').fill('Alva Testberg');
    await second.getByLabel('Personnummer').fill('12');
    await save();
    await page.getByRole('link', { name: /personnummer.*tolv siffror/i }).click();
    expect(await focused(page)).toBe('application.coSigners.1.personalNumber');
    await visit.inspect();
    await page.getByRole('button', { name: 'Ta bort Person 2' }).click();
    await second.waitFor({ state: 'detached' });
  });

  it('goes on by Enter, whatever buttons stand before', async () => {
    await open('things', 'valid');
    await page.getByRole('group', { name: 'Kostnad 1' }).getByLabel('Belopp').press('Enter');
    await page.waitForURL(/sida=svar/);
    expect(await page.getByText('87 400,50 kr').count()).toBe(1);
  });

  it('ends with a stop that cannot be passed', async () => {
    await open('choices', 'valid');
    await page.getByLabel('Nej').check();
    if (!device.javaScript) await save();
    await page.getByText('Du kan inte använda den här tjänsten').waitFor();
    expect(await page.getByRole('button', { name: 'Spara och gå vidare' }).count()).toBe(0);
    await visit.inspect();
  });

  it('keeps the page when the language is changed', async () => {
    await open('lines', 'wrong');
    await page.getByRole('link', { name: 'In English' }).click();
    await page.waitForURL((url) => !url.searchParams.has('sprak'));
    expect(new URL(page.url()).searchParams.get('sida')).toBe('lines');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.getByText('things need to be corrected').count()).toBe(1);
  });
});

describe('a page that is being sent', () => {
  let visit: Visitor;
  let page: Page;
  /** Lets what was sent go on its way. */
  let letGo: () => void;
  beforeEach(async () => {
    visit = await visitor(browser, inject('address'), { javaScript: true, width: 390 });
    page = visit.page;
    page.setDefaultTimeout(15_000);
    await page.goto('/demo/formular?sida=things&svar=empty');
    await page.goto('/demo/formular?sida=things', { waitUntil: 'networkidle' });
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route(/formular/, async (route) => {
      if (route.request().method() === 'POST') await held;
      await route.continue();
    });
  });
  afterEach(() => visit.leave());
  const drawings = () => page.getByLabel('Ritningar och bilder');
  const onItsWay = () => page.locator('form[aria-busy=true]').waitFor();

  it('keeps what is typed meanwhile, and the place where it is typed', async () => {
    const amount = page.getByLabel('Belopp');
    await amount.fill('1');
    await drawings().setInputFiles(PDF);
    await onItsWay();
    await amount.focus();
    await page.keyboard.press('End');
    await page.keyboard.type('20');
    letGo();
    await page.getByText('plan.pdf').first().waitFor();
    await page.keyboard.type('0');
    expect(await amount.inputValue()).toBe('1200');
    expect(await drawings().evaluate((input: HTMLInputElement) => input.files?.length)).toBe(0);
    await page.locator('output', { hasText: /^1\s200\skr$/ }).waitFor();
    await visit.inspect();
  });

  it('leads back to what took a question away that somebody had come to meanwhile', async () => {
    letGo();
    await page.goto('/demo/formular?sida=choices&svar=empty', { waitUntil: 'networkidle' });
    const addition = page.getByLabel('Tillbyggnad', { exact: true });
    await addition.check();
    const area = page.getByLabel('Tillbyggnadens byggnadsarea');
    await area.waitFor();
    await page.route(/formular/, async (route) => {
      // Whoever presses Tab at once is faster than any answer.
      if (route.request().method() === 'POST') await area.and(page.locator(':focus')).waitFor();
      await route.continue();
    });
    const other = page.getByLabel('Nytt bostadshus', { exact: true });
    await other.check();
    await area.focus();
    await area.waitFor({ state: 'detached' });
    await other.and(page.locator(':focus')).waitFor();
  });

  it('is drawn anew when what is pressed has been let go of, which has its effect', async () => {
    const declared = page.getByRole('radio').last();
    await drawings().setInputFiles(PDF);
    await onItsWay();
    await declared.scrollIntoViewIfNeeded();
    const box = (await declared.boundingBox()) ?? expect.unreachable();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    const came = page.waitForResponse((response) => response.request().method() === 'GET');
    letGo();
    await (await came).finished();
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    await page.mouse.up();
    await page.getByText('plan.pdf').first().waitFor();
    expect(await declared.isChecked()).toBe(true);
  });

  it('sends what is chosen meanwhile when the first has come, each once', async () => {
    await drawings().setInputFiles(PDF);
    await onItsWay();
    await drawings().setInputFiles({ ...PDF, name: 'fasad.pdf' });
    letGo();
    await page.getByText('fasad.pdf').first().waitFor();
    expect(await page.getByRole('button', { name: /^Ta bort .*pdf/ }).allInnerTexts()).toEqual([
      expect.stringContaining('plan.pdf'),
      expect.stringContaining('fasad.pdf')
    ]);
  });

  it('goes on when it has come, if that was pressed meanwhile', async () => {
    await page.getByLabel('Belopp').fill('100');
    await page.getByLabel('Mark och grund').check();
    await drawings().setInputFiles(PDF);
    await onItsWay();
    await page.getByRole('button', { name: 'Spara och gå vidare' }).click();
    letGo();
    await page.getByText(/saker behöver rättas|En sak behöver rättas/).waitFor();
    expect(await page.getByLabel('Belopp').inputValue()).toBe('100');
  });
});

describe('rows that were saved', () => {
  it.each(DEVICES)('go where they are taken away, $name', async (device) => {
    const visit = await visitor(browser, inject('address'), device);
    const { page } = visit;
    await page.goto('/demo/formular?sida=things&svar=valid', { waitUntil: 'networkidle' });
    const amounts = () =>
      page.getByLabel('Belopp').evaluateAll((inputs: HTMLInputElement[]) => inputs.map((one) => one.value));
    const before = await amounts();
    expect(before.length).toBeGreaterThan(1);
    await page.getByRole('button', { name: 'Ta bort Kostnad 1' }).click();
    await page.getByRole('group', { name: `Kostnad ${before.length}` }).waitFor({ state: 'detached' });
    expect(await amounts()).toEqual(before.slice(1));
    await visit.press('Spara och gå vidare');
    await page.goto('/demo/formular?sida=things');
    expect(await amounts()).toEqual(before.slice(1));
    await visit.leave();
  });
});

describe('a long list', () => {
  it('is shortened by search, keeps what was chosen and says how much is left', async () => {
    const visit = await visitor(browser, inject('address'), { javaScript: true, width: 390 });
    const { page } = visit;
    await visit.visit('/demo/formular?sida=choices&svar=valid');
    const list = page.getByLabel('Vilket land kommer ni från?', { exact: true });
    expect(await list.inputValue()).toBe('NO');
    await page.getByLabel('Sök i listan: Vilket land').fill('finl');
    await page.getByText('Träffar: 1').waitFor();
    expect(await list.inputValue()).toBe('NO');
    await list.selectOption({ label: 'Finland' });
    await visit.inspect();
    await visit.press('Spara och gå vidare');
    await page.goto('/demo/formular?sida=svar');
    await page.getByText('Finland').waitFor();
    await visit.leave();
  });
});

describe('the map by keyboard', () => {
  it('is pointed on with the arrow keys, and skipped with Tab', async () => {
    const visit = await visitor(browser, inject('address'), { javaScript: true, width: 1200 });
    const { page } = visit;
    await visit.visit('/demo/formular?sida=things&svar=empty');
    const map = page.getByRole('button', { name: /^Peka ut platsen/ });
    await map.focus();
    await page.keyboard.press('Enter');
    const status = page.getByRole('status').filter({ hasText: 'Märket' });
    const first = await status.innerText();
    for (let steps = 0; steps < 12; steps++) await page.keyboard.press('ArrowRight');
    await status.filter({ hasNotText: first }).waitFor();
    await page.keyboard.press('Tab');
    expect(await map.evaluate((element) => element === document.activeElement)).toBe(false);
    // What can be pressed no more is grey also to who has colours of their own, as the browser draws it.
    await page.emulateMedia({ forcedColors: 'active' });
    const colour = (name: string) =>
      page
        .getByRole('button', { name })
        .first()
        .evaluate((button) => getComputedStyle(button).color);
    expect(await colour('Zooma ut')).not.toBe(await colour('Zooma in'));
    await page.emulateMedia({ forcedColors: 'none' });
    await visit.inspect();
    await visit.leave();
  });
});

describe('every page', () => {
  let visit: Visitor;
  beforeAll(async () => {
    visit = await visitor(browser, inject('address'), { javaScript: true, width: 390 });
  });
  afterAll(() => visit.leave());

  it('begins with a link past the menu, which moves the focus', async () => {
    await visit.visit('/');
    await visit.page.keyboard.press('Tab');
    expect(await visit.page.evaluate(() => document.activeElement?.textContent)).toBe('Hoppa till innehållet');
    await visit.page.keyboard.press('Enter');
    expect(await focused(visit.page)).toBe('innehall');
  });

  it.each(['/', '/?q=xyzzy', '/mognad', '/tillganglighet', '/personuppgifter', '/finns-inte'])(
    'is accessible and keeps to the content policy: %s',
    async (address) => {
      const response = await visit.page.goto(address);
      expect(await visit.page.getByRole('heading', { level: 1 }).count()).toBe(1);
      // The browser itself complains of a 404, so only what is found is asked whether it did, and the 404 comes last.
      if (response?.status() === 200) await visit.inspect();
      await visit.page.emulateMedia({ colorScheme: 'dark' });
      if (response?.status() === 200) await visit.inspect();
      await visit.page.emulateMedia({ colorScheme: null });
    }
  );

  it.each(['/', '/e-tjanster/bygglov', '/anslagstavla', '/mognad'])(
    'loads no script that it does not need: %s',
    async (address) => {
      await visit.page.goto(address);
      expect(await visit.page.locator('script').count()).toBe(0);
    }
  );

  it('finds a service by any word that it speaks of, without a script', async () => {
    const { page, visit: goTo, leave } = await visitor(browser, inject('address'), { javaScript: false, width: 390 });
    await goTo('/');
    await page.getByLabel('Sök e-tjänst').fill('gatlampa');
    await page.getByLabel('Sök e-tjänst').press('Enter');
    await page.waitForURL(/q=gatlampa/);
    expect(await page.getByRole('link', { name: /Felanmälan/ }).count()).toBe(1);
    expect(await page.getByRole('link', { name: /bygglov/ }).count()).toBe(0);
    await leave();
  });
});
