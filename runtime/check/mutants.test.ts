import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rulesOf } from '../case/rules.server.ts';
import { runScenario } from '../case/run-scenario.ts';
import type { CaseType } from '../definition/case-type.ts';
import type { JsonObject } from '../definition/json.ts';
import type { Flow, Scenario } from '../definition/types.ts';
import { leavesOf } from '../flow/active.ts';
import { compile } from '../flow/compile.ts';
import { explore, type Exploration } from '../flow/explore.ts';
import { branchesOf, statesOf } from '../flow/walk.ts';
import { at } from '../form/pointer.ts';
import { mutantsOf, type Mutant } from '../testing/mutants.ts';
import { shippedCaseTypes } from '../testing/shipped.ts';
import { checkWalked } from './check.ts';
import { placesOf } from './expressions.ts';
import { checkBeslut } from './rules/v24-beslut.ts';
import { checkGiven } from './rules/v14-given.ts';
import { checkTexts } from './rules/v17-texts.ts';
import { checkCatalogue } from './rules/v6-catalogue.ts';
import { checkDelays } from './rules/v4-delays.ts';
import { checkKeys } from './rules/v2-keys.ts';
import { checkNothing } from './rules/v8-nothing.ts';
import { checkRoles } from './rules/v12-roles.ts';
import { checkStructure } from './rules/v3-structure.ts';

/** The rules that see a slip without walking through the flow, quickest first. */
const FIXED = [
  ...[checkStructure, checkNothing, checkRoles, checkDelays, checkKeys],
  ...[checkCatalogue, checkTexts, checkBeslut]
];

/** What a slip leaves is read as a flow, not copied: the states beside the slip are the same, and known. */
const isFlow = (flow: JsonObject | Flow): flow is Flow => 'states' in flow;

/** Where every case can go; what leaves it where it is makes no difference to that. */
const waysOf = ({ moves, configurations }: Exploration): string =>
  JSON.stringify(
    moves
      .filter(({ from, to }) => from !== to)
      .map(({ from, to, trigger, branches }) => [
        configurations[from]?.leaves,
        configurations[to]?.leaves,
        trigger,
        branches
      ])
  );

/** Who may do what, and when it is due. A party may do what everybody with the link may, so beside `anyone` it says nothing. */
const termsOf = ({ flow }: CaseType): string => {
  const roles = placesOf(flow)
    .flatMap(({ config, pointer }) => branchesOf(config, pointer))
    .map(({ branch }) => branch.meta?.roles ?? [])
    .map((all) =>
      all.includes('anyone') ? all.filter((role) => !['applicant', 'party', 'ombud'].includes(role)) : all
    );
  return JSON.stringify([roles, statesOf(flow).map(({ config }) => config.meta?.deadline)]);
};

/** How a slip in one flow is seen: by a rule, by a scenario, by nobody since it makes no difference, or not at all. */
function judge(sound: CaseType): (mutant: Mutant) => string {
  const ways = waysOf(explore(sound.flow));
  const terms = termsOf(sound);
  /** A time in hours ends on no day that a scenario could look at. */
  const inHours = new Set(
    statesOf(sound.flow).flatMap(({ pointer, config }) => {
      const deadline = config.meta?.deadline ?? '';
      return (sound.settings.delays?.[deadline]?.period ?? deadline).startsWith('PT') ? [pointer] : [];
    })
  );
  const definition = compile(sound);
  const { validate } = rulesOf(definition);
  const scenarios = Object.values(sound.scenarios).map((scenario) => ({ scenario, places: placesIn(scenario) }));
  return ({ operator, flow, pointer }) => {
    // A missing onError no schema lets through.
    if (operator === 'drop an onError') return at(flow, `${pointer}/invoke/onError`) === undefined ? 'V1' : 'unseen';
    if (!isFlow(flow)) expect.unreachable('no flow is left');
    const wrong: CaseType = { ...sound, flow };
    for (const rule of FIXED) {
      const [problem] = rule(wrong);
      if (problem) return problem.code;
    }
    if (TERMS.includes(operator))
      return termsOf(wrong) === terms || inHours.has(pointer) ? 'equal' : lived(wrong, pointer);
    const exploration = explore(wrong.flow);
    const [problem] = [...checkWalked(wrong, exploration), ...checkGiven(wrong, exploration)];
    if (problem) return problem.code;
    if (waysOf(exploration) === ways) return 'equal';
    return lived(wrong, pointer);
  };

  function lived(wrong: CaseType, pointer: string): string {
    const rules = { definition: compile(wrong), validate };
    // Who rests where the slip is sees it soonest; and what saw one is likely to see the next, which stands beside it.
    const passes = ({ places }: (typeof scenarios)[number]) => [...places].some((place) => pointer.startsWith(place));
    const likely = [...scenarios.filter(passes), ...scenarios.filter((one) => !passes(one))];
    const witness = likely.find(({ scenario }) => runScenario(rules, scenario).length > 0);
    if (witness) scenarios.sort((a, b) => Number(b === witness) - Number(a === witness));
    return witness ? 'V20' : 'unseen';
  }

  /** Where a case rests that goes as a scenario has it. */
  function placesIn(scenario: Scenario): ReadonlySet<string> {
    const places = new Set<string>();
    runScenario({ definition, validate }, scenario, ({ decision }) =>
      leavesOf(definition, decision.state).forEach(({ pointer }) => places.add(`${pointer}/`))
    );
    return places;
  }
}

/** What changes nothing of where a case can go, so that only scenarios can tell. */
const TERMS = ['narrow a role', 'move a deadline'];

const shipped = await shippedCaseTypes();

describe.each(shipped)('a slip of the hand in the flow of %s', (_, caseType) => {
  it('is found wherever it is made, or makes no difference', { timeout: 120_000 }, () => {
    const judged = judge(caseType);
    const unseen = [...mutantsOf(caseType.flow)].filter((mutant) => judged(mutant) === 'unseen');
    expect(unseen.map(({ operator, pointer }) => `${operator} ${pointer}`)).toEqual([]);
  });
});

describe('the slips that are tried', () => {
  it('are of at least twelve kinds, in more than a thousand places', () => {
    const all = shipped.flatMap(([, { flow }]) => [...mutantsOf(flow)]);
    expect(new Set(all.map(({ operator }) => operator)).size).toBeGreaterThanOrEqual(12);
    expect(all.length).toBeGreaterThan(1000);
  });
});

describe('the fixtures of the check', () => {
  it('have at least forty broken flows, each found by its rule', () => {
    const folder = fileURLToPath(new URL('./fixtures/', import.meta.url));
    const texts = readdirSync(folder).map((file) => readFileSync(`${folder}${file}`, 'utf8'));
    expect(texts.filter((text) => text.includes('"path": "/flow')).length).toBeGreaterThanOrEqual(40);
  });
});
