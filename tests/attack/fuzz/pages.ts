import { expect, inject, it } from 'vitest';
import { startSession } from '#runtime/identity/sessions.server.ts';
import { SENTINEL } from '../hostile.ts';
import { encoded, FAULT, sendJson, type Scene } from './scene.ts';

export function attackPages(at: () => Scene): void {
  it('runs in no page that shows it', async () => {
    const { stage, browser } = at();
    const evil = `"><img src=x onerror="window.${SENTINEL}=1"><script>window.${SENTINEL}=1</script>`;
    const answers = { ...FAULT, description: evil, address: evil };
    const filed = await (await sendJson('/api/v1/cases', { caseType: 'felanmalan', answers })).json();
    const { rows } = await stage.sql.query<{ id: string }>('select id from case_ where number = $1', [filed.number]);
    const page = await (await browser.newContext({ baseURL: inject('address') })).newPage();
    page.setDefaultTimeout(15_000);
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => complaints.push('a dialog')));
    const worker = stage.colleague('caseworker', 'tekniska-namnden');
    const value = await startSession(worker.personId, 'staff');
    await page
      .context()
      .addCookies([{ name: 'session', value, url: inject('address'), httpOnly: true, sameSite: 'Lax' }]);
    for (const path of [
      `/handlaggning/arenden/${rows[0]?.id}`,
      new URL(filed.page).pathname,
      `/?q=${encoded(evil)}`,
      `/handlaggning?sok=${encoded(evil)}`
    ]) {
      await page.goto(path);
      expect([path, await page.evaluate((name) => name in globalThis, SENTINEL)]).toEqual([path, false]);
    }
    await page.goto(`/handlaggning/arenden/${rows[0]?.id}`);
    expect(await page.getByText('onerror').count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
}
