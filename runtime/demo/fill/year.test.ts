import { describe, expect, it } from 'vitest';
import type { FlowState } from '../../definition/types.ts';
import { shippedCaseTypes } from '../../testing/shipped.ts';
import { planYear } from './year.ts';

const now = new Date('2026-11-18T13:00:00Z');
const types = (await shippedCaseTypes()).map(([, caseType]) => caseType);
const caseTypes = types.filter(({ settings }) => ['felanmalan', 'nyttokort'].includes(settings.slug));

describe('a planned year', () => {
  const year = planYear({ caseTypes, cases: 40, seed: 3, now });

  it('is the same for the same seed and another for another', () => {
    expect(planYear({ caseTypes, cases: 40, seed: 3, now })).toEqual(year);
    expect(planYear({ caseTypes, cases: 40, seed: 4, now })).not.toEqual(year);
  });

  it('has as many cases as were asked for, in the order in which they came in, and nothing after now', () => {
    expect(year).toHaveLength(40);
    const openings = year.map(({ happenings }) => happenings[0]?.at ?? 0);
    expect(openings).toEqual(openings.toSorted((a, b) => a - b));
    const all = year.flatMap(({ happenings }) => happenings.map(({ at }) => at));
    expect(Math.max(...all)).toBeLessThanOrEqual(now.getTime());
  });
});

describe('the year of the demo, whole', () => {
  // Some fifteen seconds of work: `npm run test:whole`.
  it.runIf(process.env.WHOLE === '1')('has a case wherever staff can stand in one', { timeout: 120_000 }, () => {
    const year = planYear({ caseTypes: types, cases: 2000, seed: 1, now });
    for (const { settings, flow } of types) {
      const mine = year.filter(({ slug }) => slug === settings.slug);
      const stood = new Set(mine.flatMap(({ standing }) => standing ?? []));
      const resting = leavesIn(flow.states);
      expect([...stood].length / resting.length, settings.slug).toBeGreaterThan(0.6);
    }
  });
});

const leavesIn = (states: Readonly<Record<string, FlowState>>): string[] =>
  Object.entries(states).flatMap(([key, state]) => {
    if (state.states) return leavesIn(state.states);
    return state.type === 'final' ? [] : [key];
  });
