import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { faultsByAxe } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { answerHere, answerOnPhone, logInAsStaff, logInWithBankId } from '../support/test-phone.ts';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const open = async (options: Parameters<Browser['newContext']>[0]) => {
  context = await browser.newContext({ baseURL: inject('address'), ...options });
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
};
afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

const heading = () => page.getByRole('heading', { level: 1 }).innerText();
const session = async () => (await context.cookies()).find(({ name }) => name === 'session');
/** How the login of this browser stands, as the server has it from BankID. */
const standing = async (): Promise<unknown> => (await page.request.get('/logga-in/bankid/lage')).json();

describe.each([
  { name: 'with a script', javaScriptEnabled: true },
  { name: 'without a script', javaScriptEnabled: false }
])('somebody who logs in, $name,', ({ javaScriptEnabled }) => {
  beforeEach(() => open({ javaScriptEnabled, viewport: { width: 1200, height: 900 } }));

  it('chooses BankID, scans a code that changes, and comes to where they were going', async () => {
    await page.goto('/logga-in?till=%2Flogga-ut%3Fx%3D1');
    await page.getByRole('link', { name: /BankID/ }).click();
    const code = page.getByRole('img', { name: /QR-kod/ });
    await code.waitFor();
    const picture = async () => (await page.request.get('/logga-in/bankid/qr.svg')).text();
    const first = await picture();
    await expect.poll(picture, { timeout: 5000, interval: 500 }).not.toBe(first);
    const phone = await context.newPage();
    await phone.goto('/demo/bankid');
    await phone.getByRole('link', { name: 'Legitimera' }).first().click();
    await answerHere(phone, 'Amina Hassan');
    await page.waitForURL('**/logga-ut?x=1');
    expect(await page.getByRole('main').innerText()).toContain('Amina Hassan');
  });

  it('is told what the app waits for, is told why it failed, and may try again until it goes well', async () => {
    await page.goto('/logga-in/bankid?till=/logga-ut');
    await answerOnPhone(page, { happens: 'Appen väntar på säkerhetskoden' });
    await page.getByText('Skriv in din säkerhetskod i BankID-appen och välj Legitimera.').waitFor();
    await answerOnPhone(page, { happens: 'Ett läge som ingen känner' });
    await page.getByText('Identifiering pågår.').waitFor();
    for (const [happens, words] of [
      ['Personen avbryter i appen', 'Åtgärden avbruten.'],
      ['Det lyckas, men BankID ser hög risk', 'risken är för hög']
    ] as const) {
      await answerOnPhone(page, { happens });
      await page.getByText(words).waitFor();
      expect(await session()).toBeUndefined();
      await page.getByRole('button', { name: 'Försök igen' }).click();
      await page.getByRole('img', { name: /QR-kod/ }).waitFor();
    }
    await answerOnPhone(page);
    await page.waitForURL('**/logga-ut');
  });

  it('may break off', async () => {
    await page.goto('/logga-in/bankid?till=/');
    await page.getByRole('button', { name: 'Avbryt' }).click();
    await page.waitForURL('**/logga-in?till=*');
    expect(await heading()).toBe('Logga in');
  });

  it('uses BankID on the same device, and comes back by itself', async () => {
    await page.goto('/logga-in/bankid?till=/logga-ut');
    await page.getByRole('button', { name: 'Använd BankID på den här enheten' }).click();
    await page.getByRole('link', { name: 'Öppna BankID' }).click();
    await answerHere(page, 'Johan Ekström');
    await page.waitForURL('**/logga-ut');
    expect(await page.getByRole('main').innerText()).toContain('Johan Ekström');
  });

  it('by a link that somebody else opens gets nothing of it', async () => {
    await page.goto('/logga-in/bankid?till=/logga-ut');
    await page.getByRole('button', { name: 'Använd BankID på den här enheten' }).click();
    const link = await page.getByRole('link', { name: 'Öppna BankID' }).getAttribute('href');
    const victim = await browser.newContext({ baseURL: inject('address'), javaScriptEnabled });
    const theirs = await victim.newPage();
    await theirs.goto(link ?? '');
    await answerHere(theirs);
    expect(await theirs.getByRole('heading', { level: 1 }).innerText()).toBe(
      'Du kom tillbaka till en annan webbläsare'
    );
    await expect.poll(standing, { timeout: 10_000 }).toEqual({ settled: true });
    // The page asks by itself how it went, with a script and without.
    const asks = await page.waitForRequest((request) => request.isNavigationRequest());
    const answer = await asks.response();
    expect([answer?.status(), new URL(asks.url()).pathname]).toEqual([200, '/logga-in/bankid']);
    expect(await session()).toBeUndefined();
    await victim.close();
  });

  it('may use another e-ID, and is the same person', async () => {
    await page.goto('/logga-in?till=/logga-ut');
    await page.getByRole('link', { name: /Lindsjö-id/ }).click();
    await page.getByRole('button', { name: /Sofia Bergdahl/ }).click();
    await page.waitForURL('**/logga-ut');
    expect(await page.getByRole('main').innerText()).toContain('Sofia Bergdahl');
  });

  it('logs out here, or everywhere', async () => {
    await logInWithBankId(page, '/logga-ut');
    const kept = await session();
    await page.getByRole('button', { name: 'Logga ut överallt' }).click();
    await page.getByText('Alla dina inloggningar är avslutade.').waitFor();
    await context.addCookies(kept ? [kept] : []);
    await page.goto('/logga-ut');
    expect(await page.getByRole('main').innerText()).toContain('Du är inte inloggad');

    await logInWithBankId(page, '/logga-ut');
    await page.getByRole('button', { name: 'Logga ut', exact: true }).click();
    await page.getByText('Du är utloggad').waitFor();
    expect(await session()).toBeUndefined();
  });
});

describe('a slow answer to a login that is done', () => {
  beforeEach(() => open({}));

  it('is waited for, and not broken off by asking again', async () => {
    await page.goto('/logga-in/bankid?till=/logga-ut');
    const asked: string[] = [];
    await page.route(
      ({ pathname }) => pathname === '/logga-in/bankid',
      async (route) => {
        page.on('request', (request) => asked.push(new URL(request.url()).pathname));
        await new Promise((slowServer) => setTimeout(slowServer, 5000));
        await route.continue();
      }
    );
    await answerOnPhone(page);
    await page.waitForURL('**/logga-ut');
    expect(asked).not.toContain('/logga-in/bankid/lage');
  });
});

describe('a session', () => {
  beforeEach(() => open({}));

  it('is a cookie that no script reads and no other site sends, gone with the browser, and new at each login', async () => {
    await logInWithBankId(page, '/logga-ut');
    const first = await session();
    expect(first).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', expires: -1 });
    await logInAsStaff(page, '/logga-ut', 'Lena Norberg');
    const second = await session();
    expect(second?.value).not.toBe(first?.value);
    await context.addCookies(first ? [first] : []);
    await page.goto('/logga-ut');
    expect(await page.getByRole('main').innerText()).toContain('Du är inte inloggad');
  });

  it('does nothing that a form of another site asks for', async () => {
    const sent = await fetch(`${inject('address')}/logga-ut`, {
      ...{ method: 'POST', body: new URLSearchParams({ a: 'b' }), redirect: 'manual' },
      headers: { origin: 'https://annan.example' }
    });
    expect(sent.status).toBe(403);
  });

  it('never leads to another host', async () => {
    await logInWithBankId(page, '/logga-ut');
    await page.goto('/logga-in?till=%2F%2Fevil.example%2F');
    expect(new URL(page.url()).origin).toBe(inject('address'));
  });
});

describe('the pages of logging in', () => {
  it.each([
    ['at a desk', 1200],
    ['on a phone', 390]
  ])('are accessible %s', async (_, width) => {
    await open({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
    for (const path of ['/logga-in', '/logga-in/bankid?till=/', '/logga-ut']) {
      await page.goto(path);
      expect(await faultsByAxe(page), path).toEqual([]);
    }
  });
});
