import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rulesOf } from '../case/rules.server.ts';
import { runScenario } from '../case/run-scenario.ts';
import type { CaseType } from '../definition/case-type.ts';
import { compile } from '../flow/compile.ts';
import { explore, type Exploration } from '../flow/explore.ts';
import { at } from '../form/pointer.ts';
import { mutantsOf, type Mutant } from '../testing/mutants.ts';
import { shippedCaseTypes } from '../testing/shipped.ts';
import { checkWalked } from './check.ts';
import { checkCatalogue } from './rules/v6-catalogue.ts';
import { checkDelays } from './rules/v4-delays.ts';
import { checkKeys } from './rules/v2-keys.ts';
import { checkNothing } from './rules/v8-nothing.ts';
import { checkRoles } from './rules/v12-roles.ts';
import { checkStructure } from './rules/v3-structure.ts';

const STRUCTURE = [checkKeys, checkStructure, checkDelays, checkRoles, checkCatalogue, checkNothing];

/** So many slips that only a walk shows are tried of each flow and each operator: a walk of the largest takes half a second. */
const WALKED = 3;

/**
 * Slips that can leave a flow which somebody could have meant: an outcome that only does something and stays, a clock
 * that leads on under a condition and else not. Any other that nobody sees is a failure.
 */
const MEANT = ['drop a target', 'drop a default'];

/** The rule that sees a slip without walking through the flow. A missing onError no schema lets through. */
function seen({ operator, flow, pointer }: Mutant, caseType: CaseType): string | undefined {
  if (operator === 'drop an onError') return at(flow, `${pointer}/invoke/onError`) === undefined ? 'V1' : undefined;
  const wrong = slipped(caseType, flow);
  return STRUCTURE.flatMap((rule) => rule(wrong)).find(({ severity }) => severity === 'error')?.code;
}

/** How a slip is seen by a walk: by a rule, by a scenario, by nobody since it makes no difference, or not at all. */
function walked({ flow }: Mutant, caseType: CaseType, sound: string): string {
  const wrong = slipped(caseType, flow);
  const exploration = explore(wrong.flow);
  const [problem] = checkWalked(wrong, exploration);
  if (problem) return problem.code;
  if (waysOf(exploration) === sound) return 'equal';
  const rules = rulesOf(compile(wrong));
  return Object.values(caseType.scenarios).some((scenario) => runScenario(rules, scenario).length > 0)
    ? 'V20'
    : 'unseen';
}

/** Where every case can go; what leaves it where it is makes no difference to that. */
const waysOf = ({ moves }: Exploration): string => JSON.stringify(moves.filter(({ from, to }) => from !== to));

const slipped = (caseType: CaseType, flow: Mutant['flow']): CaseType => ({
  ...caseType,
  flow: JSON.parse(JSON.stringify(flow))
});

describe.each(await shippedCaseTypes())('a slip of the hand in the flow of %s', (_, caseType) => {
  it('is found by a rule, or makes no difference', { timeout: 120_000 }, () => {
    const sound = waysOf(explore(caseType.flow));
    const tried = new Map<string, number>();
    const unseen: string[] = [];
    for (const mutant of mutantsOf(caseType.flow)) {
      if (seen(mutant, caseType)) continue;
      const count = tried.get(mutant.operator) ?? 0;
      tried.set(mutant.operator, count + 1);
      if (count < WALKED && walked(mutant, caseType, sound) === 'unseen') unseen.push(mutant.operator);
    }
    expect(unseen.filter((operator) => !MEANT.includes(operator))).toEqual([]);
    expect(unseen.length).toBeLessThanOrEqual(WALKED);
  });
});

describe('the fixtures of the check', () => {
  it('have at least forty broken flows, each found by its rule', () => {
    const folder = fileURLToPath(new URL('./fixtures/', import.meta.url));
    const texts = readdirSync(folder).map((file) => readFileSync(`${folder}${file}`, 'utf8'));
    expect(texts.filter((text) => text.includes('"path": "/flow')).length).toBeGreaterThanOrEqual(40);
  });
});
