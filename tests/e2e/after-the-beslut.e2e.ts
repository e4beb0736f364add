import type { Browser } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { onStage } from '../support/on-stage.ts';
import { enterAs, type Begun, type Stage } from '../support/stage.ts';
import { DEVICES, visitor, type Device, type Visitor } from '../support/visitor.ts';

let browser: Browser;
let stage: Stage;
onStage((...opened) => {
  [browser, stage] = opened;
});

const PREPARED = ['ta-emot', 'komplett', 'ingen-remiss', 'grannar-behovs-inte', 'utredning-klar', 'kommunicera-inte'];
const TODAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());

async function come(device: Device, who: Parameters<typeof enterAs>[1]): Promise<Visitor> {
  const visiting = await visitor(browser, inject('address'), device);
  await enterAs(visiting.page, who);
  return visiting;
}

const atWork = (begun: Begun) => `/handlaggning/arenden/${begun.caseId}`;
const athome = (begun: Begun) => `/mina-sidor/arenden/${begun.caseId}`;

/** Does what a button says; what the form asks is written already. */
async function does({ page, press }: Visitor, event: string) {
  await press(event, 'link');
  await press(event);
  await page.waitForURL(/klart/);
}

/** Looks again until it is there: what the platform does by itself takes a moment. */
const comes = ({ page }: Visitor, text: string | RegExp) =>
  expect
    .poll(async () => (await page.getByRole('main').getByText(text).count()) > 0 || (await page.reload(), false), {
      timeout: 30_000,
      interval: 500
    })
    .toBe(true);

/** Records at the desk that the part has got the beslut today. */
async function recordReceipt({ page, press }: Visitor) {
  const main = page.getByRole('main');
  await main.getByLabel('Fick del den').fill(TODAY);
  await main.getByLabel('På vilket sätt').fill('Delgivningskvitto');
  await press('Anteckna');
}

describe.each(DEVICES)('a citizen, $name', (device) => {
  const desk = { ...device, width: 1200 };

  it(
    'withdraws the application, gets the beslut, and is alone in reading the papers',
    { timeout: 180_000 },
    async () => {
      const begun = await stage.begin({ slug: 'bygglov', scenario: 'aterkallas', by: 'daniel' }, ['ta-emot']);
      const daniel = await come(device, stage.citizen('daniel'));
      await daniel.visit(athome(begun));
      await does(daniel, 'Återkalla ansökan');
      expect(await daniel.page.getByRole('main').innerText()).toContain('Du har återkallat ansökan.');

      const caseworker = stage.colleague('caseworker');
      const lena = await come(desk, caseworker);
      await stage.hasWritten(caseworker, begun, 'avskriv');
      await lena.visit(atWork(begun));
      await does(lena, 'Avskriv ärendet');
      expect(await lena.page.getByRole('main').innerText()).toContain('Avslutat');
      expect(await lena.page.getByRole('main').getByRole('link', { name: 'Avskriv ärendet' }).count()).toBe(0);

      await daniel.visit(athome(begun));
      expect(await daniel.page.getByRole('main').innerText()).toContain('Du återkallade ansökan. Ärendet är avslutat.');
      await comes(daniel, /beslut.*\.pdf/i);
      await daniel.inspect();
      const links = daniel.page.getByRole('main').locator('a[href*="/fil/"]');
      const addresses = [
        ...new Set(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? '')))
      ];
      expect(addresses.length).toBeGreaterThanOrEqual(2);
      const [johan, stranger] = await Promise.all([
        come(device, stage.citizen('johan')),
        visitor(browser, inject('address'), device)
      ]);
      for (const address of addresses) {
        const answerTo = async ({ page }: Visitor) => {
          const response = await page.request.get(address, { maxRedirects: 0, headers: { accept: 'text/html' } });
          return [response.status(), response.headers()['content-type']?.split(';')[0]];
        };
        expect(await answerTo(daniel), address).toEqual([200, 'application/pdf']);
        expect(await answerTo(johan), address).toEqual([403, 'text/html']);
        expect(await answerTo(lena), address).toEqual([403, 'text/html']);
        expect((await answerTo(stranger))[0], address).toBe(303);
      }
      await Promise.all([daniel, lena, johan, stranger].map(({ leave }) => leave()));
    }
  );

  it('appeals a refusal, which is tried and handed over', { timeout: 180_000 }, async () => {
    const begun = await stage.begin({ slug: 'bygglov', scenario: 'avslag-overklagas', by: 'elsa' }, [
      ...PREPARED,
      'till-namnden',
      'namnden-beslutar'
    ]);
    const caseworker = stage.colleague('caseworker');
    const lena = await come(desk, caseworker);
    await lena.page.goto(atWork(begun));
    await recordReceipt(lena);

    const elsa = await come(device, stage.citizen('elsa'));
    await elsa.page.goto(athome(begun));
    await stage.hasWritten(stage.citizen('elsa'), begun, 'overklaga');
    await does(elsa, 'Överklaga');
    expect(await elsa.page.getByRole('main').innerText()).toContain(
      'Vi kontrollerar att överklagandet kom i rätt tid.'
    );

    await stage.hasWritten(caseworker, begun, 'overlamna');
    await lena.visit(atWork(begun));
    expect(await lena.page.getByRole('main').innerText()).toContain('Rättidsprövning');
    const appeal = lena.page.getByRole('main').locator('details').filter({ hasText: 'Ge mig bygglov.' });
    await appeal.locator('summary').click();
    expect(await appeal.getByText('Ge mig bygglov.').isVisible()).toBe(true);
    await does(lena, 'Överlämna till länsstyrelsen');
    await comes(lena, 'Hos länsstyrelsen');
    await elsa.visit(athome(begun));
    expect(await elsa.page.getByRole('main').innerText()).toContain('Länsstyrelsen prövar överklagandet.');
    await Promise.all([elsa, lena].map(({ leave }) => leave()));
  });

  it('builds when the bygglov may be used, until the building may be', { timeout: 180_000 }, async () => {
    const begun = await stage.begin({ slug: 'bygglov', scenario: 'beviljas-och-byggs', by: 'johan' }, [
      ...PREPARED,
      'besluta-delegation'
    ]);
    const caseworker = stage.colleague('caseworker');
    const lena = await come(desk, caseworker);
    await lena.visit('/anslagstavla');
    await comes(lena, begun.number);
    await lena.page.goto(atWork(begun));
    await begun.happens('notera-laga-kraft');
    await recordReceipt(lena);
    // Somebody else was in the case meanwhile: what was written is there to be sent again.
    const told = lena.page.getByRole('main').getByRole('status').first();
    expect(await told.innerText()).toContain('Notera laga kraft – ');
    expect(await lena.page.getByLabel('På vilket sätt').inputValue()).toBe('Delgivningskvitto');
    await lena.press('Anteckna');
    expect(await lena.page.getByRole('main').innerText()).toContain('Delgivningskvitto');

    const johan = await come(device, stage.citizen('johan'));
    await johan.page.goto(athome(begun));
    expect(await johan.page.getByRole('main').innerText()).toContain('Vänta med att bygga');
    // Four weeks pass for this case alone; the worker fires what is due.
    await stage.sql.query(`update timer set at = now() where case_id = $1 and delay = 'verkstallbart'`, [begun.caseId]);
    await lena.page.goto(atWork(begun));
    await comes(lena, /Ge startbesked|Tekniskt samråd är hållet/);
    if ((await lena.page.getByRole('link', { name: 'Tekniskt samråd är hållet' }).count()) > 0)
      await begun.happens('samrad-hallet');
    await stage.hasWritten(caseworker, begun, 'ge-startbesked');
    await lena.page.goto(atWork(begun));
    await does(lena, 'Ge startbesked');

    await johan.page.goto(athome(begun));
    await stage.hasWritten(stage.citizen('johan'), begun, 'anmal-fardigt');
    await does(johan, 'Bygget är klart');
    await begun.happens('slutsamrad-behovs-inte');
    await stage.hasWritten(caseworker, begun, 'ge-slutbesked');
    await lena.visit(atWork(begun));
    await does(lena, 'Ge slutbesked');
    await johan.visit(athome(begun));
    expect(await johan.page.getByRole('main').innerText()).toContain('slutbesked');
    await Promise.all([johan, lena].map(({ leave }) => leave()));
  });
});
