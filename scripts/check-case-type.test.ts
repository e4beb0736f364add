import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let broken = '';
let halfTranslated = '';
beforeAll(() => {
  halfTranslated = mkdtempSync(join(tmpdir(), 'case-type-'));
  cpSync('runtime/testing/worked-example', halfTranslated, { recursive: true });
  writeFileSync(join(halfTranslated, 'texts/en.json'), '{ "caseType.title": "Grant for associations" }');
  broken = mkdtempSync(join(tmpdir(), 'case-type-'));
  cpSync('runtime/testing/worked-example', broken, { recursive: true });
  const flow = join(broken, 'flow.json');
  writeFileSync(flow, readFileSync(flow, 'utf8').replace('"target": "besluta"', '"target": "beslut"'));
});
afterAll(() => [broken, halfTranslated].forEach((folder) => rmSync(folder, { recursive: true })));

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/check-case-type.ts', ...args], { encoding: 'utf8', timeout: 30_000 });

describe('npm run check:case-type', () => {
  it('exits 0 when there are only warnings, and tells them', () => {
    const { status, stdout } = run(halfTranslated);
    expect(status).toBe(0);
    expect(stdout).toContain(
      'warning V17 missing-translation texts/en.json {"key":"caseType.summary","language":"en"}'
    );
  }, 30_000);

  it('exits 1 when there is an error, and says where', () => {
    const { status, stdout } = run(broken);
    expect(status).toBe(1);
    expect(stdout).toContain('error   V3 unknown-target flow.json/states/granska/on/klar/target');
  }, 30_000);

  it('prints the case type and its problems as JSON', () => {
    const { status, stdout } = run(broken, '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      caseType: 'foreningsbidrag',
      problems: expect.arrayContaining([
        {
          code: 'V3',
          fault: 'unknown-target',
          severity: 'error',
          pointer: '/flow/states/granska/on/klar/target',
          params: { target: 'beslut' }
        }
      ])
    });
  }, 30_000);

  it('exits 2 when there is nothing to read', () => {
    expect(run(join(broken, 'missing')).status).toBe(2);
    expect(run().status).toBe(2);
    writeFileSync(join(broken, 'layout.json'), '{');
    expect(run(broken).status).toBe(2);
  }, 30_000);
});
