import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'bpmn-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/bpmn.ts', ...args], { encoding: 'utf8', timeout: 30_000 });

describe('npm run bpmn', () => {
  it('gives a flow as BPMN, and the very flow back from it', () => {
    const { status, stdout } = run('export', 'case-types/felanmalan');
    expect(status).toBe(0);
    const file = join(folder, 'felanmalan.bpmn');
    writeFileSync(file, stdout);
    const imported = run('import', file, '--json');
    expect(imported.status).toBe(0);
    const flow: unknown = JSON.parse(readFileSync('case-types/felanmalan/flow.json', 'utf8'));
    expect(JSON.parse(imported.stdout)).toMatchObject({ flow, left: [] });
  }, 30_000);

  it('exits 2 for what is no drawing, and says so', () => {
    const file = join(folder, 'empty.bpmn');
    writeFileSync(file, 'hej');
    expect(run('import', file)).toMatchObject({ status: 2, stderr: expect.stringContaining('not-bpmn') });
    expect(run('import', join(folder, 'missing')).status).toBe(2);
    expect(run('export', folder).status).toBe(2);
    expect(run().status).toBe(2);
  }, 30_000);
});
