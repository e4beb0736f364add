import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../tests/support/test-database.ts';
import type { CaseType } from '../definition/case-type.ts';
import { isRefusal } from '../errors/refusal.ts';
import { workedExample } from '../testing/case-types.ts';
import { openCase } from './open-case.server.ts';
import { publishCaseType, publishedCaseType, publishedCaseTypes, publishFolders } from './publish-case-type.server.ts';
import { readStatus } from './read-status.server.ts';

const { sql } = testDatabase();
const now = new Date('2026-03-02T08:00:00Z');
const root = mkdtempSync(join(tmpdir(), 'smedja-types-'));
afterAll(() => rmSync(root, { recursive: true }));

const publish = (caseType: CaseType) => publishCaseType({ caseType, templates: {} }, { kind: 'system' }, now);

/** The worked example with another title, and so another version of it. */
function titled(title: string): CaseType {
  const caseType = workedExample();
  const eService = { ...caseType.settings.eService, authentication: 'optional', signature: 'none' } as const;
  const texts = { ...caseType.texts, sv: { ...caseType.texts.sv, 'caseType.title': title } };
  return { ...caseType, texts, settings: { ...caseType.settings, eService } };
}

describe('a case type that is published', () => {
  it('gets the next number, and the same content no new one', async () => {
    const first = await publish(titled('Ett'));
    const second = await publish(titled('Två'));
    expect([first, second]).toMatchObject([
      { number: 1, isNew: true },
      { number: 2, isNew: true }
    ]);
    expect(await publish(titled('Två'))).toEqual({ ...second, isNew: false });
  });

  it('keeps the order of its buttons when the same events are published in another order', async () => {
    const shown = titled('Knappar');
    const { granska, ...others } = shown.flow.states;
    const reordered = { ...granska, on: Object.fromEntries(Object.entries(granska?.on ?? {}).reverse()) };
    const first = await publish(shown);
    expect(await publish({ ...shown, flow: { ...shown.flow, states: { granska: reordered, ...others } } })).toEqual({
      ...first,
      isNew: false
    });
    const running = await publishedCaseType('foreningsbidrag');
    if (isRefusal(running)) expect.unreachable(running.refused);
    expect(Object.keys(running.caseType.flow.states['granska']?.on ?? {})).toEqual(Object.keys(granska?.on ?? {}));
  });

  it('is published once by nodes that start at the same moment', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => publish(titled('Samtidigt'))));
    expect(new Set(all.map((one) => 'versionId' in one && one.versionId)).size).toBe(1);
    expect(all.filter((one) => 'isNew' in one && one.isNew)).toHaveLength(1);
  });

  it('is what new cases get, also when it was published before', async () => {
    await publish(titled('Ett'));
    expect(await publishedCaseType('foreningsbidrag')).toMatchObject({ number: 1 });
  });

  it('leaves cases in flight on their own version', async () => {
    await publish(titled('Före'));
    const opened = await openCase(
      {
        key: 'k',
        caseType: { slug: 'foreningsbidrag' },
        answers: { name: 'IF', kind: 'drift', budget: [{ post: 'mat', permit: 'ja', amount: 1 }] },
        channel: 'e-service',
        actor: { kind: 'anonymous' },
        language: 'sv'
      },
      now
    );
    if (isRefusal(opened)) expect.unreachable(JSON.stringify(opened));
    await publish(titled('Efter'));
    const status = await readStatus(opened.statusToken ?? '');
    if (isRefusal(status)) expect.unreachable();
    expect(status.definition.caseType.texts.sv['caseType.title']).toBe('Före');
  });

  it('has one number each, though two are published at once', async () => {
    await Promise.all(['A', 'B', 'C', 'A'].map((title) => publish(titled(title))));
    const [row] = await sql(
      "select count(*)::int as rows, count(distinct number)::int as numbers from case_type_version where slug = 'foreningsbidrag'"
    );
    expect(row?.['rows']).toBe(row?.['numbers']);
  });

  it('is refused with its errors', async () => {
    const broken = titled('Trasig');
    const outcome = await publish({ ...broken, flow: { ...broken.flow, initial: 'finns-inte' } });
    expect(outcome).toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ severity: 'error' })])
    });
  });
});

describe('a folder of case types with a broken one', () => {
  it('names it with its faults, and publishes the others', async () => {
    cpSync('runtime/testing/worked-example', join(root, 'hel'), { recursive: true });
    mkdirSync(join(root, 'trasig'));
    writeFileSync(join(root, 'trasig', 'case-type.json'), '{');
    const outcomes = await publishFolders(root, now);
    expect(outcomes).toMatchObject([
      { folder: 'hel', isNew: true },
      { folder: 'trasig', problems: expect.arrayContaining([expect.objectContaining({ code: 'V1' })]) }
    ]);
    expect((await publishedCaseTypes()).map(({ slug }) => slug)).toEqual(['foreningsbidrag']);
  });

  it('publishes a folder anew when it holds something else, and only then', async () => {
    const [first] = await publishFolders(root, now);
    expect(first).toMatchObject({ folder: 'hel', isNew: false });
    const texts = join(root, 'hel', 'texts', 'sv.json');
    writeFileSync(texts, readFileSync(texts, 'utf8').replace(/("caseType.title": ")/, '$1Ny: '));
    const [second] = await publishFolders(root, now);
    expect(second).toMatchObject({ folder: 'hel', isNew: true });
    expect((await publishFolders(root, now))[0]).toEqual({ ...second, isNew: false });
  });
});
