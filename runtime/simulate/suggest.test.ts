import { describe, expect, it } from 'vitest';
import { rulesOf } from '../case/rules.server.ts';
import { runScenario } from '../case/run-scenario.ts';
import { compile } from '../flow/compile.ts';
import { shippedCaseTypes } from '../testing/shipped.ts';
import { isRefusal } from '../errors/refusal.ts';
import { play, scenarioOf, stageOf } from './play.ts';
import { coverageOf, fewest, suggestScenarios } from './suggest.ts';

const NOW = new Date('2026-11-23T09:00:00+01:00');

describe.each(await shippedCaseTypes())('suggested scenarios for %s', (_, caseType) => {
  it(
    'each take the branch that they are for, come true on the server, and leave little untaken',
    { timeout: 120_000 },
    () => {
      const stage = stageOf(caseType);
      const rules = rulesOf(compile(caseType));
      const { branches } = coverageOf(stage, []);
      const suggestions = suggestScenarios(stage, branches, NOW);
      const kept = fewest(stage, suggestions).map(({ branch, scenario }) => {
        const played = play(stage, scenario);
        if (isRefusal(played)) throw new Error(played.refused);
        expect(played.moments.flatMap(({ passed }) => passed)).toContain(branch);
        return scenarioOf(played, { ...scenario, title: branch });
      });
      for (const scenario of kept) expect(runScenario(rules, scenario), scenario.title).toEqual([]);
      const { share, untaken } = coverageOf(stage, kept);
      expect(share, untaken.join(' ')).toBeGreaterThan(0.7);
      expect(kept.length).toBeLessThan(suggestions.length);
    }
  );
});
