import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { JsonObject } from '#runtime/definition/json.ts';
import { templateOf } from '#designer/start/template.ts';
import { addServiceAccount, keepDesignTemplate, publishedCaseType, readDesign, startDesign } from '#runtime';
import { isRefusal, type Refusal } from '#runtime/errors/refusal.ts';
import { onStage } from '../support/on-stage.ts';
import { enterAs, type Stage } from '../support/stage.ts';
import { visitor } from '../support/visitor.ts';

const run = promisify(execFile);
const ORGAN = 'kommunstyrelsen';
const TEXT = '#import "frame.typ": *\n#show: frame\nHej på dig!\n';

let browser: Browser;
let stage: Stage;
let folder: string;
onStage((...opened) => {
  [browser, stage] = opened;
});
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'smedja-files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const value = <Kind extends object>(outcome: Kind | Refusal): Kind =>
  isRefusal(outcome) ? expect.unreachable(outcome.refused) : outcome;

/** A new case type with a template of its own. */
async function withTemplate(title: string) {
  const slug = `prov-${randomUUID().slice(0, 8)}`;
  const actor = stage.colleague('administrator', ORGAN);
  const owner = { organ: ORGAN, kind: 'styrelse', unit: 'kansli' } as const;
  const document: JsonObject = templateOf({ slug, title, category: 'anmalan', owner });
  value(await startDesign({ ...document, templates: {} }, actor, new Date()));
  const { sha256 } = value(await keepDesignTemplate(slug, `${TEXT}${slug}`, actor));
  const named: JsonObject = { ...document, templates: { 'svar.typ': sha256 } };
  return { slug, actor, sha256, document: named };
}

/** Where the text is not, as in another municipality. */
const forget = (sha256: string) => stage.sql.query('delete from template where sha256 = $1', [sha256]);

describe('a case type with a template of its own', () => {
  it('is pulled as files, pushed back where its text never was, and published', { timeout: 90_000 }, async () => {
    const { slug, actor, sha256, document } = await withTemplate('Anmälan om filer');
    const name = `Git ${slug}`;
    const scopes = ['case-types:write'] as const;
    const { token } = value(await addServiceAccount({ actor, name, organ: ORGAN, scopes }, new Date()));
    const env = { ...process.env, SMEDJA_URL: inject('address'), SMEDJA_TOKEN: token };
    const script = (...words: string[]) => run(process.execPath, ['scripts/case-types.ts', ...words], { env });
    const answer = await fetch(`${inject('address')}/api/v1/case-types/${slug}/design`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(document)
    });
    expect(answer.status).toBe(200);

    const files = join(folder, slug);
    await script('pull', slug, files);
    expect(await readFile(join(files, 'templates/svar.typ'), 'utf8')).toBe(`${TEXT}${slug}`);
    await forget(sha256);
    await script('push', files, 'Hit');
    const moved = value(await publishedCaseType(slug));
    expect(moved.caseType.templates).toEqual({ 'svar.typ': sha256 });

    await writeFile(join(files, 'templates/svar.typ'), `${TEXT}${slug}, ändrad`);
    await script('push', files, 'Ny text');
    const changed = value(await publishedCaseType(slug));
    expect(changed.number).toBe(moved.number + 1);
    expect(changed.caseType.templates['svar.typ']).not.toBe(sha256);
  });

  it(
    'goes out as one file and comes in by a page, also where there is one: as one step to undo',
    { timeout: 120_000 },
    async () => {
      const { slug, actor, sha256, document } = await withTemplate('Anmälan om fil');
      const { page, visit, press, inspect, leave } = await visitor(browser, inject('address'), {
        javaScript: true,
        width: 1200
      });
      page.setDefaultTimeout(15_000);
      await enterAs(page, actor);
      const main = page.getByRole('main');
      const give = async (text: string) => {
        await visit('/admin/arendetyper/inlasning');
        const file = { name: 'typ.json', mimeType: 'application/json', buffer: Buffer.from(text) };
        await main.getByLabel('Fil med en ärendetyp').setInputFiles(file);
        await press('Läs filen');
      };

      await give('{"settings": 1}');
      await main.getByText('Filen är ingen ärendetyp.').waitFor();
      await inspect();

      const texts = JSON.parse(JSON.stringify(document.texts));
      texts.sv['caseType.title'] = 'Anmälan från en fil';
      const file = { ...document, texts, flow: {}, templateTexts: { 'svar.typ': `${TEXT}${slug}` } };
      await forget(sha256);
      await give(JSON.stringify(file));
      await main.getByRole('heading', { name: 'Anmälan från en fil' }).waitFor();
      await main.getByRole('heading', { name: 'Det här ändras i Anmälan om fil' }).waitFor();
      await main.getByRole('heading', { name: /^\d+ fel/ }).waitFor();
      await inspect();
      await press('Läs in som utkast');
      await page.waitForURL(`**/${slug}/kontroll`);
      const after = value(await readDesign(slug, actor));
      expect(after).toMatchObject({ seq: 1, document: { flow: {}, templates: { 'svar.typ': sha256 } } });
      await page.getByRole('button', { name: 'Ångra' }).click();
      await page.getByText('Ändringen är ångrad.').waitFor();
      await page.locator('[data-saved="true"]').waitFor();
      expect(value(await readDesign(slug, actor)).document).toMatchObject({ templates: {}, flow: document.flow });

      await give(JSON.stringify({ ...file, flow: document.flow }));
      await main.getByLabel('En ny ärendetyp').check();
      await main.getByLabel('Adress', { exact: false }).fill(`${slug}-ny`);
      await press('Läs in som utkast');
      await page.waitForURL(`**/${slug}-ny/kontroll`);
      const out = await page.request.get(`/admin/arendetyper/${slug}-ny/versioner/design`);
      const { settings, ...parts } = await out.json();
      expect(settings.slug).toBe(`${slug}-ny`);
      expect(parts).toMatchObject({ templateTexts: file.templateTexts, texts, flow: document.flow });
      expect(isRefusal(await publishedCaseType(slug))).toBe(true);
      await leave();
    }
  );
});
