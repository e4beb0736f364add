import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { unpackWhole } from './unpack-whole.ts';

const folder = mkdtempSync(join(tmpdir(), 'unpack-'));
afterEach(() => rmSync(folder, { recursive: true }));

it('what several unpack at once is seen by none before it is whole, and is there once', async () => {
  const seen: boolean[] = [];
  const unpack = async (apart: string) => {
    writeFileSync(join(apart, 'program'), 'half');
    mkdirSync(join(apart, 'fonts'));
    await new Promise((later) => setImmediate(later));
    seen.push(existsSync(join(folder, 'program')));
    writeFileSync(join(apart, 'fonts', 'one'), '');
    writeFileSync(join(apart, 'program'), 'whole');
  };
  await Promise.all([1, 2, 3].map(() => unpackWhole(folder, 'program', unpack)));
  expect(seen[0]).toBe(false);
  expect(readFileSync(join(folder, 'program'), 'utf8')).toBe('whole');
  expect(readdirSync(folder).toSorted()).toEqual(['fonts', 'program']);
  await unpackWhole(folder, 'program', () => Promise.reject(new Error('unpacked again')));
});
