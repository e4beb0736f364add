import { describe, expect, it } from 'vitest';
import { rulesOf } from '../case/rules.server.ts';
import { runScenario } from '../case/run-scenario.ts';
import { isRefusal } from '../errors/refusal.ts';
import { compile } from '../flow/compile.ts';
import { shippedCaseTypes } from '../testing/shipped.ts';
import type { CaseType } from '../definition/case-type.ts';
import type { Scenario } from '../definition/types.ts';
import { play, scenarioOf, stageOf, untilNext } from './play.ts';

function played(caseType: CaseType, scenario: Scenario) {
  const found = play(stageOf(caseType), scenario);
  if (isRefusal(found)) throw new Error(found.refused);
  return found;
}

describe.each(await shippedCaseTypes())('a case of %s', (_, caseType) => {
  const rules = rulesOf(compile(caseType));

  it.each(Object.entries(caseType.scenarios))('is played as the scenario %s has it', (_key, scenario) => {
    const { moments, events } = played(caseType, scenario);
    expect(moments).toHaveLength(scenario.steps.length + 1);
    for (const [index, { expect: wanted }] of scenario.steps.entries()) {
      const moment = moments[index + 1];
      if (wanted?.states) expect(moment?.states.toSorted()).toEqual(wanted.states.toSorted());
      expect(moment?.refusal?.refused).toBe(wanted?.refused);
      for (const [role, list] of Object.entries(index === scenario.steps.length - 1 ? (wanted?.allowed ?? {}) : {}))
        expect(events.filter((one) => one.role === role).map(({ event }) => event.event)).toEqual(
          expect.arrayContaining(list.filter((event) => events.some((one) => one.event.event === event)))
        );
    }
  });

  it('kept as a scenario comes true, and no longer when it is told that something else was expected', () => {
    const [scenario] = Object.values(caseType.scenarios);
    if (!scenario) throw new Error('no scenario');
    const kept = scenarioOf(played(caseType, scenario), scenario);
    expect(runScenario(rules, kept)).toEqual([]);
    const wrong = { ...kept, steps: kept.steps.map((step) => ({ ...step, expect: { states: ['somewhere-else'] } })) };
    expect(runScenario(rules, wrong)).toHaveLength(1);
  });

  it('waits until its next clock has run out, and comes to the moment when it has', () => {
    const [first] = Object.values(caseType.scenarios);
    if (!first) throw new Error('no scenario');
    const scenario: Scenario = { ...first, steps: [] };
    const opened = played(caseType, scenario);
    const wait = untilNext(opened);
    const [timer] = opened.record.state.timers;
    if (!wait || !timer) return expect(opened.record.state.timers).toEqual([]);
    const waited = played(caseType, { ...scenario, steps: [{ wait }] });
    expect(waited.now.toISOString() >= timer.at).toBe(true);
    expect(waited.moments[1]?.passed.some((pointer) => pointer.includes('/after/'))).toBe(true);
  });
});
