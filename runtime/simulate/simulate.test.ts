import { describe, expect, it } from 'vitest';
import { shippedCaseTypes } from '../testing/shipped.ts';
import { caseTypeWith } from '../testing/flows.ts';
import { USUAL } from './model.ts';
import { allBranches } from './marked.ts';
import { simulate } from './simulate.ts';

const ROLES = { meta: { roles: ['caseworker'] } };
const timed = (states: object) => caseTypeWith(states);

describe('a mass simulation', () => {
  it('is the same for the same seed, and another for another', async () => {
    const [, caseType] = (await shippedCaseTypes()).find(([slug]) => slug === 'felanmalan') ?? [];
    if (!caseType) throw new Error('felanmalan is not shipped');
    const one = simulate(caseType, { ...USUAL, cases: 20 });
    expect(simulate(caseType, { ...USUAL, cases: 20 })).toEqual(one);
    expect(simulate(caseType, { ...USUAL, cases: 20, seed: 2 })).not.toEqual(one);
  });

  it('counts ways, finds what nobody comes to, and what waits for nobody', () => {
    const report = simulate(
      timed({
        begin: {
          meta: { phase: 'utreda', role: 'caseworker' },
          on: { ja: { target: 'end', ...ROLES }, nej: { target: 'no', ...ROLES } }
        },
        no: { meta: { phase: 'besluta', waitsFor: 'authority' } },
        never: { on: { ja: { target: 'end', ...ROLES } } },
        end: { type: 'final' }
      }),
      { ...USUAL, cases: 200, weights: { ja: 3 } }
    );
    const { '/states/begin/on/ja': yes = 0, '/states/begin/on/nej': no = 0 } = report.branches;
    expect(yes + no).toBe(200);
    expect(yes).toBeGreaterThan(no * 2);
    expect(report).toMatchObject({
      ended: yes,
      ends: { end: yes },
      resting: [{ states: 'no', cases: no }],
      neverVisited: ['never'],
      neverTaken: ['/states/never/on/ja'],
      covered: 0.67,
      refusals: {}
    });
    expect(report.paths).toEqual([
      { states: ['begin', 'end'], cases: yes },
      { states: ['begin', 'no'], cases: no }
    ]);
  });

  it('says how many people the work is enough for, and what they miss when they are too few', () => {
    const work = timed({
      begin: {
        meta: { phase: 'utreda', role: 'caseworker', deadline: 'P7D' },
        on: { klar: { target: 'end', ...ROLES } }
      },
      end: { type: 'final' }
    });
    const assumed = { ...USUAL, cases: 150, perDay: 10, minutes: { otherwise: 120 } };
    const few = simulate(work, { ...assumed, staff: { caseworker: 1 } });
    const [queue] = few.queues;
    expect(queue?.needed).toBeGreaterThan(1);
    const enough = simulate(work, { ...assumed, staff: { caseworker: 6 } });
    expect(enough.deadlines[0]?.missed).toBeLessThan((few.deadlines[0]?.missed ?? 0) / 5);
    expect(enough.leadTime.p50).toBeLessThan(few.leadTime.p50);
  });

  it('books times that are still to come, however long it runs', async () => {
    const caseType = (await shippedCaseTypes()).find(([slug]) => slug === 'radgivning')?.[1];
    const report = simulate(caseType ?? expect.unreachable(), { ...USUAL, cases: 300 });
    const meetings = report.deadlines.find(({ delay }) => delay === 'motesdagen');
    expect(meetings?.started).toBeGreaterThan(100);
    expect(meetings?.missed).toBeLessThan((meetings?.started ?? 0) / 4);
  });

  it('lets timers fire where nobody answers', () => {
    const report = simulate(
      timed({ wait: { meta: { waitsFor: 'applicant' }, after: { P14D: { target: 'end' } } }, end: { type: 'final' } }),
      { ...USUAL, cases: 10 }
    );
    expect(report).toMatchObject({ ended: 10, branches: { '/states/wait/after/P14D': 10 } });
    expect(report.leadTime.p50).toBeGreaterThan(13);
  });
});

describe.each(await shippedCaseTypes())('%s, lived forty times', (_, caseType) => {
  it('is refused nothing, leaves nobody without end, and takes most of its ways', { timeout: 60_000 }, () => {
    const report = simulate(caseType, { ...USUAL, cases: 40, staff: { caseworker: 4, manager: 2 } });
    expect(report).toMatchObject({ cases: 40, unopened: 0, refusals: {} });
    expect(report.ended).toBeGreaterThanOrEqual(38);
    expect(report.neverTaken.length).toBeLessThan(allBranches(caseType.flow).length * 0.75);
  });
});
