import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../definition/problem.ts';
import { soundExample, workedExample } from '../testing/case-types.ts';
import { patched, type PatchStep } from '../testing/patch.ts';
import { checkWalked } from './check.ts';
import { explored } from './explored.ts';
import { checkOnServer } from '../case/check-case-type.server.ts';

interface Fixture {
  /** What is wrong, in words. */
  readonly says: string;
  /** What makes it so, in a case type without fault. */
  readonly patch: readonly PatchStep[];
  readonly problems: readonly Problem[];
}

const folder = fileURLToPath(new URL('./fixtures/', import.meta.url));
const fixtures = readdirSync(folder).map((file) => {
  const fixture: Fixture = JSON.parse(readFileSync(`${folder}${file}`, 'utf8'));
  return { name: file.replace(/\.json$/, ''), ...fixture };
});

describe('the check', () => {
  it('finds nothing in a case type without fault', async () => {
    expect(await checkOnServer(soundExample())).toEqual([]);
  });

  it('finds nothing in the worked example, whose required answers are hidden at times', async () => {
    expect(await checkOnServer(workedExample())).toEqual([]);
  });

  it('lets a beslut that may not be appealed be carried out at once', () => {
    const beslut = '/flow/states/besluta/on/beslut/0/meta/beslut';
    const appeal = { kind: 'ej-overklagbart', statute: { sfs: '2017:900', paragraph: '41 §' } };
    const found = checkOnServer(
      patched(soundExample(), [
        { op: 'remove', path: `${beslut}/enforceableAtOnce` },
        { op: 'add', path: `${beslut}/appeal`, value: appeal }
      ])
    );
    expect(found.map(({ fault }) => fault)).not.toContain('carried-out-too-early');
  });

  it('says of a flow that is too large to walk through only that', () => {
    const example = soundExample();
    const problems = checkWalked(example, { ...explored(example.flow), entered: new Set(), capped: true });
    expect(problems).toEqual([
      { code: 'V7', fault: 'too-large-to-tell', severity: 'warning', pointer: '/flow', params: {} }
    ]);
  });

  it.each(fixtures)('$name: $says', async ({ name, patch, problems }) => {
    expect(problems.map(({ code, fault }) => `${code}.${fault}`)).toContain(name);
    expect(await checkOnServer(patched(soundExample(), patch))).toEqual(problems);
  });
});
