import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { CaseType } from '../definition/case-type.ts';
import { readCaseTypeFolder } from '../definition/read-folder.server.ts';
import { compile } from '../flow/compile.ts';
import { workedExample } from '../testing/case-types.ts';
import { rulesOf } from './rules.server.ts';
import { runScenario } from './run-scenario.ts';

const folder = fileURLToPath(new URL('../../case-types/', import.meta.url));
const slugs = readdirSync(folder).filter((slug) => slug !== 'schema');

describe('the worked example', () => comesTrue(workedExample()));

for (const slug of slugs) {
  const { caseType, problems } = await readCaseTypeFolder(`${folder}${slug}`);
  describe(slug, () => {
    if (caseType) comesTrue(caseType);
    else it('can be read', () => expect(problems).toEqual([]));
  });
}

function comesTrue(caseType: CaseType): void {
  const rules = rulesOf(compile(caseType));
  it.each(Object.entries(caseType.scenarios))('%s', (_, scenario) => {
    expect(runScenario(rules, scenario)).toEqual([]);
  });
}
