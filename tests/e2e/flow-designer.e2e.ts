import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { startDesign } from '#runtime/designs/designs.server.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { foreningDocument } from '../support/forening-flow.ts';
import { Keys } from '../support/keys.ts';
import { onStage } from '../support/on-stage.ts';
import { enterAs, type Stage } from '../support/stage.ts';
import { visitor, type Visitor } from '../support/visitor.ts';

let browser: Browser;
let stage: Stage;
onStage((...opened) => {
  [browser, stage] = opened;
});

/** The flow of “Ansökan om föreningsbidrag”, open before an administrator. */
async function opened(width: number): Promise<Visitor & { readonly slug: string }> {
  const slug = `forening-${randomUUID().slice(0, 8)}`;
  const rasmus = stage.colleague('administrator');
  const started = await startDesign(await foreningDocument(slug), rasmus, new Date());
  if (isRefusal(started)) expect.unreachable(started.refused);
  const visit = await visitor(browser, inject('address'), { javaScript: true, width });
  visit.page.setDefaultTimeout(15_000);
  await enterAs(visit.page, rasmus);
  await visit.page.goto(`/admin/arendetyper/${slug}/flode`);
  await visit.page.getByRole('treeitem', { name: /^Utreds/ }).waitFor();
  return { ...visit, slug };
}

const shown = (page: Page, name: string) =>
  process.env.SCREENSHOTS && page.screenshot({ path: `${process.env.SCREENSHOTS}/flow-${name}.png`, fullPage: true });

const line = (page: Page, name: string | RegExp) => page.getByRole('treeitem', { name });
const said = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text }).waitFor();

describe('the flow of “Ansökan om föreningsbidrag”', () => {
  it('gets remiss, nämnd and payment with Tab, arrows, Enter and typing only', { timeout: 240_000 }, async () => {
    const visit = await opened(1200);
    const { page, slug } = visit;
    const keys = new Keys(page);
    await page.locator('[data-drawn="true"]').waitFor();
    await visit.inspect();
    await shown(page, 'begun');

    // Remiss: between the two steps, waiting for an authority, with a time after which the case goes on.
    await keys.to(/^Utreds/);
    await keys.press('ArrowRight');
    await keys.press('ArrowDown');
    expect(await keys.focused()).toMatch(/^Klart för beslut/);
    await keys.press('Insert');
    await keys.to(/^Vad$/, 'Shift+Tab');
    await keys.pick('Vänta på');
    await keys.write(/^Vad steget heter$/, 'Remiss');
    await keys.press('Enter');
    await line(page, /^Remiss/).waitFor();
    await said(page, 'Remiss har lagts till');
    await keys.to(/^Vad$/, 'Shift+Tab');
    await keys.pick('Tidsgräns');
    await keys.write(/^Antal dagar$/, '21');
    await keys.to(/^Leder till$/);
    await keys.pick('Väntar på beslut');
    await keys.enter(/^Lägg till$/);
    await line(page, /^Efter 21 dagar/).waitFor();
    await shown(page, 'added');
    await keys.enter(/^Stäng$/);
    await keys.walk('Remiss', 'ArrowUp');
    await keys.to(/^Väntar på$/);
    await keys.pick('En annan myndighet');

    // The nämnd decides, and its secretary writes it in.
    await keys.to(/^Remiss/, 'Shift+Tab');
    await keys.walk('Väntar på beslut', 'ArrowDown');
    await keys.to(/^Väntar på$/);
    await keys.pick('Nämnden');
    await keys.to(/^Hamnar hos$/);
    await keys.pick('Nämndsekreterare');
    await keys.to(/^Väntar på beslut/, 'Shift+Tab');
    await keys.press('ArrowRight');
    await keys.press('ArrowDown');
    expect(await keys.focused()).toMatch(/^Besluta/);
    await keys.to(/^Chef$/);
    await keys.press('Space');
    await keys.to(/^Nämndsekreterare$/);
    await keys.press('Space');
    await keys.to(/^Slag av beslut$/);
    await keys.pick('Nämndbeslut');

    // Payment, when the beslut is made.
    await keys.to(/^Besluta/, 'Shift+Tab');
    await keys.press('Insert');
    await keys.to(/^Vad$/, 'Shift+Tab');
    await keys.pick('Automatiskt steg');
    await keys.write(/^Vad steget heter$/, 'Utbetalning');
    await keys.press('Enter');
    await line(page, /^Utbetalning/).waitFor();
    await keys.enter(/^Stäng$/);
    await keys.to(/^Vad som görs$/);
    await keys.pick('Betalning');
    await keys.to(/^Belopp: hur det räknas ut$/);
    await keys.pick('Svaret på en fråga');
    await keys.to(/^Belopp$/);
    await keys.pick('Summa');
    await keys.to(/^Riktning$/);
    await keys.pick('Betalas ut');
    await shown(page, 'drawn');

    // Who is refused is paid nothing.
    await keys.to(/^Utbetalning/, 'Shift+Tab');
    await keys.walk('Besluta', 'ArrowUp');
    await keys.press('Insert');
    await keys.to(/^Vad$/, 'Shift+Tab');
    await keys.pick('Gren med villkor');
    await keys.to(/^Leder till$/);
    await keys.pick('Beslutat');
    await keys.enter(/^Lägg till$/);
    await keys.enter(/^Stäng$/);
    await keys.to(/^Villkor 1, fråga$/);
    await keys.pick('Utgång');
    await keys.to(/^Villkor 1, värde$/);
    await keys.pick('Avslag');
    await line(page, /^Om .*Utgång.*Avslag.*till Beslutat/).waitFor();
    await line(page, /^Annars.*till Utbetalning/).waitFor();
    await shown(page, 'parted');

    // Everything can be moved, copied, undone and taken away too.
    await keys.to(/^Om /, 'Shift+Tab');
    await keys.walk('Utbetalning', 'ArrowDown');
    await keys.press('Alt+ArrowDown');
    await said(page, 'Utbetalning står nu på plats');
    await keys.enter(/^Kopiera$/);
    await said(page, 'Utbetalning är en kopia');
    await keys.press('Delete');
    await said(page, 'Utbetalning har tagits bort');
    await page.getByRole('link', { name: /^Kontroll.*inga fel/ }).waitFor();
    await visit.inspect();
    await page.locator('[data-saved="true"]').waitFor();

    await page.reload();
    for (const name of [/^Utreds/, /^Remiss/, /^Väntar på beslut/, /^Utbetalning/, /^Beslutat/])
      await line(page, name).waitFor();
    await keys.to(/^Publicera$/);
    await keys.press('Enter');
    await page.waitForURL('**/publicera');
    await keys.write(/^Varför ändras/, 'Bidrag beslutas i namnden.');
    await keys.enter(/^Publicera$/);
    await page.getByText('Version 1 är publicerad.').waitFor();
    expect(page.url()).toContain(slug);
    await visit.leave();
  });

  it('is the same on a phone, one view at a time, and as a table', { timeout: 60_000 }, async () => {
    const visit = await opened(390);
    const { page } = visit;
    await visit.inspect();
    await shown(page, 'phone');
    await line(page, /^Utreds/).click();
    await page.getByRole('button', { name: 'Egenskaper' }).click();
    await page.getByRole('heading', { name: 'Utreds' }).waitFor();
    await visit.inspect();
    await shown(page, 'phone-inspector');
    await page.getByRole('button', { name: 'Ritning' }).first().click();
    await page.getByRole('button', { name: 'Tabell' }).click();
    await page.getByRole('row', { name: /Väntar på beslut.*Chef/ }).waitFor();
    await visit.inspect();
    await visit.leave();
  });
});
