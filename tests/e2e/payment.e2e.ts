import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { actOnCase } from '#runtime/case/act-on-case.server.ts';
import { openCase } from '#runtime/case/open-case.server.ts';
import { publishCaseType } from '#runtime/case/publish-case-type.server.ts';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { enterDelegations } from '#runtime/persistence/delegations.server.ts';
import { rememberPerson } from '#runtime/persistence/people.server.ts';
import { paidExample } from '#runtime/testing/paid-example.ts';
import { onStage } from '../support/on-stage.ts';
import type { Stage } from '../support/stage.ts';
import { DEVICES, visitor } from '../support/visitor.ts';

const ORGAN = 'kultur-fritidsnamnden';
let browser: Browser;
let stage: Stage;
onStage((...opened) => {
  [browser, stage] = opened;
});
beforeAll(async () => {
  const caseType = paidExample();
  const published = await publishCaseType({ caseType, templates: {} }, { kind: 'system' }, new Date());
  if ('problems' in published) expect.unreachable(JSON.stringify(published.problems));
  const held = { organ: ORGAN, title: 'Beslut', roles: ['manager'], basis: '§ 1', from: '2020-01-01' } as const;
  await enterDelegations((caseType.settings.delegation ?? []).map((item) => ({ ...held, item })));
});

/** A case that waits for the applicant to pay 10 000 kr; gives the token of its status link. */
async function unpaid(): Promise<string> {
  const now = new Date();
  const opened = await openCase(
    {
      ...{ key: crypto.randomUUID(), caseType: { slug: 'foreningsbidrag' }, channel: 'e-service', language: 'sv' },
      actor: { kind: 'system' },
      answers: {
        ...{ name: 'IF Test', kind: 'evenemang', eventDate: '2027-06-01' },
        budget: [{ post: 'mat', permit: 'ja', amount: 120000 }]
      }
    },
    now
  );
  if (isRefusal(opened)) expect.unreachable(JSON.stringify(opened));
  for (const [role, event, answers] of [
    ['caseworker', 'klar', undefined],
    ['manager', 'beslut', { outcome: 'bifall', reasons: 'Ja.' }]
  ] as const) {
    const memberships = [{ organ: ORGAN, unit: null, role }];
    const proved = {
      issuer: 'test',
      subject: `pay ${role}`,
      name: role,
      personnummer: null,
      assurance: 'none'
    } as const;
    const personId = await rememberPerson({ ...proved, memberships }, { audience: 'staff' }, now);
    const actor = { kind: 'person', personId, name: role, memberships } as const;
    const done = await actOnCase(
      { key: crypto.randomUUID(), caseId: opened.caseId, actor, event, ...(answers && { answers }) },
      now
    );
    if (isRefusal(done)) expect.unreachable(JSON.stringify(done));
  }
  return opened.statusToken ?? '';
}

describe.each(DEVICES)('a citizen who is asked to pay, $name', (device) => {
  it('breaks off, pays after all, and reads that it is paid', { timeout: 120_000 }, async () => {
    const token = await unpaid();
    const citizen = await visitor(browser, inject('address'), device);
    const { page, press, inspect } = citizen;
    page.setDefaultTimeout(15_000);
    const main = page.getByRole('main');
    await citizen.visit(`/status/${token}`);
    await vi.waitFor(async () => expect(await main.innerText()).toMatch(/Att betala: 10\s000 kr/));
    await press('Betala', 'link');
    await inspect();
    await press('Till betalningen', 'link');
    expect(page.url()).toContain('/demo/betalning/');
    expect(page.url()).not.toContain(token);
    await press('Avbryt och gå tillbaka', 'link');
    await main.getByText('Betalningen är inte gjord').waitFor();
    await inspect();

    await press('Till betalningen', 'link');
    await page.getByRole('button', { name: 'Betala', exact: true }).click();
    await main.getByText('Betalt', { exact: true }).waitFor();
    await inspect();
    await press('Till ärendet', 'link');
    await inspect();
    expect(await main.innerText()).toMatch(/10\s000 kr betalt/);
    expect(await main.innerText()).not.toContain('Att betala');
    // A secret in an address is told to no provider, and who has only the provider's word for it reads of nobody's case.
    const { rows } = await stage.sql.query<{ id: string }>("select id from payment where status = 'paid'");
    const other = await visitor(browser, inject('address'), device);
    await other.visit(`/betalning/${rows.at(-1)?.id}`);
    expect(await other.page.getByRole('main').innerText()).not.toMatch(/IF Test|bidrag/);
    await Promise.all([citizen.leave(), other.leave()]);
  });
});
