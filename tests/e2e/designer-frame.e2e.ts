import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { logInAsStaff } from '../support/test-phone.ts';
import { visitor, type Visitor } from '../support/visitor.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

async function administrator(javaScript = true, width = 1200): Promise<Visitor> {
  const one = await visitor(browser, inject('address'), { javaScript, width });
  one.page.setDefaultTimeout(15_000);
  await logInAsStaff(one.page, '/admin/arendetyper', 'Rasmus Ek');
  return one;
}

const shown = (page: Page) =>
  process.env.SCREENSHOTS &&
  page.screenshot({ path: `${process.env.SCREENSHOTS}/${randomUUID()}.png`, fullPage: true });

describe('an administrator', () => {
  it('makes a case type from a template, reads what is new, and publishes it with a reason', async () => {
    const slug = `hundregister-${randomUUID().slice(0, 6)}`;
    const { page, inspect, leave } = await administrator();
    await inspect();
    await shown(page);
    await page.getByRole('link', { name: 'Ny ärendetyp' }).click();
    await page.getByLabel('Namn på ärendetypen').fill('Anmäl en hund');
    await page.getByLabel('Adress').fill(slug);
    await page.getByLabel('Mall', { exact: true }).selectOption('anmalan');
    await inspect();
    await shown(page);
    await page.getByRole('button', { name: 'Skapa ärendetypen' }).click();
    await page.waitForURL(`**/${slug}/oversikt`);
    await inspect();
    await shown(page);
    await page.getByRole('link', { name: 'Publicera' }).click();
    await page.getByText('Ärendetypen har inte publicerats förut.').waitFor();
    await page.getByLabel('Varför ändras ärendetypen?').fill('Registret läggs i e-tjänsten.');
    await inspect();
    await shown(page);
    await page.getByRole('button', { name: 'Publicera', exact: true }).click();
    await page.getByText('Version 1 är publicerad.').waitFor();
    await page.getByText('Registret läggs i e-tjänsten.').waitFor();
    await inspect();
    await shown(page);
    const answer = await page.request.get(`/api/v1/case-types/${slug}`);
    expect(await answer.json()).toMatchObject({ slug, version: 1, title: 'Anmäl en hund' });
    const file = await page.request.get(`/admin/arendetyper/${slug}/versioner/1`);
    expect(await file.json()).toMatchObject({ settings: { slug } });

    const name = () => page.getByRole('group', { name: 'Namn', exact: true }).getByRole('textbox').first();
    await page.goto(`/admin/arendetyper/${slug}/oversikt`);
    await name().fill('Anmäl en katt');
    await name().blur();
    await page.locator('[data-saved="true"]').waitFor();
    await page.getByRole('link', { name: 'Publicera' }).click();
    await page.getByRole('link', { name: 'Version 1', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Version 1' }).waitFor();
    await page.getByText('Anmäl en katt').waitFor();
    await page.locator('[data-drawn="true"]').waitFor();
    await inspect();
    await shown(page);
    await page.getByRole('button', { name: 'Börja om från version 1' }).click();
    await page.waitForURL(`**/${slug}/oversikt`);
    await expect.poll(() => name().inputValue()).toBe('Anmäl en hund');
    await leave();
  });

  it('does the same without a script', async () => {
    const slug = `utan-skript-${randomUUID().slice(0, 6)}`;
    const { page, inspect, leave } = await administrator(false, 390);
    await page.goto('/admin/arendetyper/nytt');
    await page.getByLabel('Namn på ärendetypen').fill('Fråga om lekplats');
    await page.getByLabel('Adress').fill(slug);
    await page.getByLabel('Mall', { exact: true }).selectOption('forfragan');
    await page.getByRole('button', { name: 'Skapa ärendetypen' }).click();
    await page.goto(`/admin/arendetyper/${slug}/publicera`);
    await page.getByLabel('Varför ändras ärendetypen?').fill('Ny tjänst');
    await inspect();
    await shown(page);
    await page.getByRole('button', { name: 'Publicera', exact: true }).click();
    await page.getByText('Version 1 är publicerad.').waitFor();
    await leave();
  });

  it('lets another system fetch a case type whole, give it back and publish it, and nothing by a token without that right', async () => {
    const { page, leave } = await administrator();
    const tokenFor = async (...scopes: string[]) => {
      await page.goto('/admin/api');
      await page.getByLabel('Namn').fill(`system ${randomUUID()}`);
      for (const box of await page.locator('input[name=scope]').all())
        await box.setChecked(scopes.includes(await box.inputValue()));
      await page.locator('select[name=organ]').selectOption('kommunstyrelsen');
      await page.locator('form[action="?/add"] button').click();
      return page.locator('code.token').innerText();
    };
    const ask = async (token: string, path: string, method = 'GET', body?: unknown) => {
      const response = await fetch(new URL(`/api/v1/case-types/utlamnande/${path}`, inject('address')), {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) })
      });
      return { status: response.status, body: await response.json() };
    };
    const token = await tokenFor('case-types:write');
    const { body: document } = await ask(token, 'design');
    expect(document).toMatchObject({ settings: { slug: 'utlamnande' } });
    expect(await ask(token, 'check', 'POST', document)).toMatchObject({ status: 200, body: { level: 4 } });
    expect(await ask(token, 'design', 'PUT', document)).toMatchObject({ status: 200, body: { slug: 'utlamnande' } });
    const wrong = { ...document, flow: {} };
    expect(await ask(token, 'design', 'PUT', wrong)).toMatchObject({ status: 200 });
    expect(await ask(token, 'publish', 'POST', { why: 'prov' })).toMatchObject({ status: 409 });
    await ask(token, 'design', 'PUT', document);
    expect((await ask(token, 'design')).body).toEqual(document);
    expect(await ask(token, 'publish', 'POST', { why: 'prov' })).toMatchObject({ status: 200, body: { version: 1 } });
    const other = await tokenFor('cases:open', 'cases:read');
    expect(await ask(other, 'design')).toMatchObject({ body: { code: 'api.scope_missing' } });
    expect(await ask('', 'design')).toMatchObject({ status: 401 });
    await leave();
  });
});
