import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { CITIZENS, nameOf, STAFF } from '#runtime/demo/people.ts';
import { onStage } from '../support/on-stage.ts';
import { enterAs, type Stage } from '../support/stage.ts';
import { DEVICES, visitor } from '../support/visitor.ts';

let browser: Browser;
let stage: Stage;
onStage((...opened) => {
  [browser, stage] = opened;
});

/** A reminder that has been tried as often as it may be. */
const DEAD = `
with made as (
  select * from graphile_worker.add_job('notify', $1, run_at => now() + interval '1 day', job_key => $2, max_attempts => 1)
)
select id from made`;
const GAVE_UP = `update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'mail.unreachable' where id = $1`;

describe.each(DEVICES)('the demo, $name', (device) => {
  it('tells who one can log in as', async () => {
    const { page, visit, inspect, leave } = await visitor(browser, inject('address'), device);
    await visit('/demo');
    const told = await page.getByRole('main').innerText();
    for (const name of [...CITIZENS.map(nameOf), ...STAFF.map((one) => one.name)]) expect(told).toContain(name);
    await inspect();
    await leave();
  });

  it('shows an administrator a job that gave up, and runs it again; and nobody else', async () => {
    const { caseId } = await stage.begin({ slug: 'bygglov', scenario: 'aterkallas', by: 'ingrid' }, []);
    const key = randomUUID();
    const job = { caseId, seq: 1, index: 0, params: { to: 'applicant', text: 'paminn-borja' }, lastDay: null };
    const { rows } = await stage.sql.query<{ id: string }>(DEAD, [job, key]);
    const [{ id } = expect.unreachable('no job')] = rows;
    await stage.sql.query(GAVE_UP, [id]);
    const { page, visit, press, inspect, leave } = await visitor(browser, inject('address'), device);
    const main = page.getByRole('main');
    await enterAs(page, stage.colleague('administrator', 'kommunstyrelsen'));
    await visit('/admin/jobb');
    const row = main.getByRole('row').filter({ hasText: caseId });
    expect(await row.innerText()).toContain('mail.unreachable');
    await press(`Kör igen notify ${id}`);
    expect(await row.count()).toBe(0);
    await inspect();
    const left = 'select 1 from graphile_worker._private_jobs where id = $1';
    await expect.poll(async () => (await stage.sql.query(left, [id])).rowCount, { timeout: 15_000 }).toBe(0);
    await enterAs(page, stage.colleague('caseworker'));
    expect((await page.goto('/admin/jobb'))?.status()).toBe(403);
    await leave();
  });
});
