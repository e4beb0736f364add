import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCaseTypeFolder } from './read-folder.server.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'case-type-'));
  cpSync(fileURLToPath(new URL('../testing/worked-example', import.meta.url)), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the folder of a case type', () => {
  it('is read whole, with its texts as written and its templates by the hash of their bytes', async () => {
    mkdirSync(join(folder, 'templates'));
    writeFileSync(join(folder, 'templates/beslut.typ'), 'abc');
    const { caseType, sources, templates } = await readCaseTypeFolder(folder);
    expect(caseType?.templates).toEqual({
      'beslut.typ': 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    });
    expect(Object.keys(caseType?.scenarios ?? {})).toHaveLength(2);
    expect(sources['flow.json']).toMatch(/^\{\n {2}"id": "flow"/);
    expect(templates['beslut.typ']?.toString()).toBe('abc');
  });

  it('is refused with the name of a file that is not JSON', async () => {
    writeFileSync(join(folder, 'decisions/bidragsniva.json'), '{');
    const { problems } = await readCaseTypeFolder(folder);
    expect(problems).toEqual([
      {
        code: 'V1',
        fault: 'not-json',
        severity: 'error',
        pointer: '',
        params: { file: 'decisions/bidragsniva.json' }
      }
    ]);
  });

  it('is refused with the place of a key that stands twice in one object', async () => {
    writeFileSync(join(folder, 'layout.json'), '{"nodes":{},"edges":{},"nodes":{}}');
    const { problems } = await readCaseTypeFolder(folder);
    expect(problems?.map(({ fault, params }) => [fault, params])).toEqual([
      ['repeated-key', { file: 'layout.json', key: '/nodes' }]
    ]);
  });

  it('that does not exist is not a problem of the case type', async () => {
    await expect(readCaseTypeFolder(join(folder, 'missing'))).rejects.toThrow('ENOENT');
  });
});
