import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rulesOf } from '../case/rules.server.ts';
import { runScenario } from '../case/run-scenario.ts';
import { check } from '../check/check.ts';
import type { CaseType } from '../definition/case-type.ts';
import { isValid } from '../definition/explain.ts';
import type { Problem } from '../definition/problem.ts';
import { compile } from '../flow/compile.ts';
import { leavesOf } from '../flow/active.ts';
import type { EngineState } from '../flow/model.ts';
import { soundExample } from '../testing/case-types.ts';
import { patched, type PatchStep } from '../testing/patch.ts';
import { shippedCaseTypes } from '../testing/shipped.ts';
import { withExamples } from './examples.ts';

/** Faults of a flow that some case shows. That a state is never reached is shown by none. */
const SHOWN = [
  ...[
    'V8.dead-end',
    'V8.does-nothing',
    'V8.time-does-nothing',
    'V8.answer-leads-nowhere',
    'V8.branch-stays',
    'V8.no-way-of-its-own',
    'V24.appeal-leads-nowhere',
    'V24.beslut-can-be-repeated',
    'V9.no-way-to-an-end',
    'V10.always-in-circle',
    'V10.decision-in-circle'
  ],
  ...['V11.never-true', 'V11.taken-by-earlier', 'V11.overlapping', 'V11.rules-overlap'],
  ...[
    'V12.no-role',
    'V12.role-not-in-case',
    'V12.queue-cannot-act',
    'V12.citizen-cannot-act',
    'V13.no-deadline',
    'V13.date-may-be-missing'
  ],
  ...['V14.never-given', 'V14.may-be-missing', 'V14.document-not-made'],
  ...['V17.missing-status', 'V17.second-status', 'V23.end-without-outcome'],
  ...['V24.carried-out-too-early', 'V24.party-not-told']
];

const folder = new URL('../check/fixtures/', import.meta.url);
const fixtures = readdirSync(folder).flatMap((file) => {
  const { patch }: { patch: PatchStep[] } = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  const name = file.replace(/\.json$/, '');
  const caseType = patched(soundExample(), patch);
  return SHOWN.includes(name) && isValid(caseType) ? [{ name, caseType }] : [];
});

const nameOf = ({ code, fault }: Problem) => `${code}.${fault}`;

/** Plays an example as anybody would, with the forms' own validation; where it ends, or that the engine broke off. */
function played(caseType: CaseType, { example }: Problem): EngineState | 'broken' | undefined {
  if (!example) return undefined;
  let last: EngineState | undefined;
  const faults = runScenario(rulesOf(compile(caseType)), example, ({ decision }) => (last = decision.state));
  if (faults.length === 0) return last;
  return faults.every(({ pointer }) => pointer === '/steps') ? 'broken' : undefined;
}

describe('a fault that a case shows', () => {
  it('has one among the fixtures for each', () => {
    expect(fixtures.map(({ name }) => name).toSorted()).toEqual(SHOWN.toSorted());
  });

  it.each(fixtures)('$name comes with that case, which the real engine lives to its end', ({ name, caseType }) => {
    const shown = withExamples(caseType, check(caseType)).filter((problem) => nameOf(problem) === name);
    expect(shown.length).toBeGreaterThan(0);
    for (const problem of shown) {
      const end = played(caseType, problem);
      if (name.startsWith('V10.')) expect(end).toBe('broken');
      else expect(end, JSON.stringify(problem.example)).toBeTypeOf('object');
    }
  });
});

describe('the case that shows a fault', () => {
  const broken = (...patch: PatchStep[]): CaseType => {
    const caseType = patched(soundExample(), [{ op: 'replace', path: '/scenarios', value: {} }, ...patch]);
    if (!isValid(caseType)) throw new Error('The example does not follow the schemas.');
    return caseType;
  };
  const endOf = (caseType: CaseType, name: string) => {
    const problem = withExamples(caseType, check(caseType)).find((one) => nameOf(one) === name);
    const end = problem && played(caseType, problem);
    if (typeof end !== 'object') throw new Error(`${name} has no example.`);
    return { end, leaves: leavesOf(compile(caseType), end).map(({ key }) => key), example: problem?.example };
  };

  it('rests where nothing leads on', () => {
    const caseType = broken(
      { op: 'remove', path: '/flow/states/komplettering/on' },
      { op: 'remove', path: '/flow/states/komplettering/after' },
      { op: 'remove', path: '/flow/states/komplettering/meta/deadline' }
    );
    expect(endOf(caseType, 'V8.dead-end').leaves).toEqual(['komplettering']);
  });

  it('pays before the beslut may be carried out', () => {
    const caseType = broken({
      op: 'remove',
      path: '/flow/states/besluta/on/beslut/0/meta/beslut/enforceableAtOnce'
    });
    const { leaves, example } = endOf(caseType, 'V24.carried-out-too-early');
    expect(leaves).toEqual(['utbetala']);
    expect(example?.steps.at(-1)).toMatchObject({ event: 'beslut', as: 'manager', data: { outcome: 'bifall' } });
  });

  it('has the answers with which two ways are open at once', () => {
    const fixture = fixtures.find(({ name }) => name === 'V11.overlapping');
    const { example } = endOf(fixture?.caseType ?? broken(), 'V11.overlapping');
    expect(example?.application).toMatchObject({ kind: 'evenemang' });
  });

  it('waits for no time: a clock that is to run out has run out', () => {
    const caseType = broken(
      { op: 'remove', path: '/flow/states/overklagandetid/after' },
      { op: 'add', path: '/flow/states/granska/after/P90D', value: { target: 'overklagandetid' } }
    );
    expect(endOf(caseType, 'V8.dead-end').leaves).toEqual(['overklagandetid']);
  });
});

describe('a slip in a shipped flow', () => {
  const SLIPS: readonly (readonly [string, string, PatchStep])[] = [
    [
      'bygglov',
      'V24.carried-out-too-early',
      { op: 'remove', path: '/flow/states/lovet/states/genomforande/states/kungors/meta/untilEnforceable' }
    ],
    ['felanmalan', 'V23.end-without-outcome', { op: 'remove', path: '/flow/states/lagad/meta/outcome' }],
    [
      'livsmedelskontroll',
      'V24.party-not-told',
      { op: 'replace', path: '/flow/states/kontroll/on/avskriv/actions', value: [] }
    ],
    ['utlamnande', 'V8.dead-end', { op: 'replace', path: '/flow/states/avgift/on/berakna-avgift', value: {} }],
    ['utlamnande', 'V23.end-without-outcome', { op: 'remove', path: '/flow/states/utlamnad/meta/outcome' }]
  ];

  it.each(SLIPS)(
    'of %s: %s comes with the case that shows it',
    async (slug, name, slip) => {
      const [, shipped] = (await shippedCaseTypes()).find(([one]) => one === slug) ?? [];
      const caseType = patched(shipped, [slip]);
      if (!isValid(caseType)) throw new Error('The slip does not follow the schemas.');
      const problem = check(caseType).find((one) => nameOf(one) === name);
      expect(problem).toBeDefined();
      const [shown] = problem ? withExamples(caseType, [problem]) : [];
      expect(shown && played(caseType, shown), JSON.stringify(shown?.example)).toBeTypeOf('object');
    },
    20_000
  );
});
