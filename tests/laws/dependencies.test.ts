import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const require = createRequire(import.meta.url);
const config: { forbidden: IForbiddenRuleType[]; options: ICruiseOptions } = require('../../.dependency-cruiser.cjs');

const CRUISED = ['src', 'runtime', 'designer', 'scripts'];

/** The names of the rules that the tree below `folder` breaks, each with who broke it. */
async function violations(folder: string): Promise<string[]> {
  const { options, forbidden } = config;
  const { output } = await cruise(CRUISED, {
    ...options,
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden }
  });
  if (typeof output === 'string') throw new Error('expected a result object');
  const result: ICruiseResult = output;
  return result.summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
}

const PLANTED: Record<string, [file: string, source: string]> = {
  'no-cycles': ['runtime/form/planted-a.ts', `export { b } from './planted-b.ts';`],
  'no-unresolved': ['runtime/form/planted.ts', `import '#lib/does-not-exist.ts';`],
  'pure-knows-no-platform': ['runtime/flow/planted.ts', `import 'svelte';`],
  'pure-does-no-io': ['runtime/definition/planted.ts', `import 'node:fs';`],
  'only-persistence-knows-the-database': ['runtime/case/planted.ts', `import 'pg';`],
  'runtime-never-ui': ['runtime/errors/planted.ts', `import '../../src/lib/ui/planted.ts';`],
  'designer-no-server': ['designer/planted.ts', `import '#runtime/persistence/embedded.server.ts';`],
  'app-through-front-door': ['src/routes/planted.ts', `import '#runtime/persistence/embedded.server.ts';`],
  'form-ui-is-leaf': ['src/lib/form/planted.ts', `import '../../routes/planted.ts';`]
};

/** The tree with the planted files in it, which is gone through once: it takes a while. */
let copy: string;
let found: string[];
beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'smedja-laws-'));
  for (const part of [...CRUISED, 'tests', 'case-types', 'package.json', 'tsconfig.json', '.svelte-kit']) {
    cpSync(part, join(copy, part), { recursive: true, force: true });
  }
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  const files = [
    ...Object.values(PLANTED),
    ['runtime/form/planted-b.ts', `export { a as b } from './planted-a.ts';`],
    ['src/lib/ui/planted.ts', 'export const x = 1;']
  ] as const;
  for (const [file, source] of files) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), `${source}\n`);
  }
  found = await violations(copy);
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const isPlanted = (violation: string) => violation.includes('planted');

describe('the dependency laws', () => {
  it('hold in the whole tree', () => {
    expect(found.filter((violation) => !isPlanted(violation))).toEqual([]);
  });
});

describe('a planted import', () => {
  it.each(Object.keys(PLANTED))('is caught by the law %s', (rule) => {
    expect(found.filter((violation) => violation.startsWith(`${rule}:`) && isPlanted(violation))).not.toEqual([]);
  });
});
