import { beforeAll, describe, expect, it } from 'vitest';
import { shippedCaseTypes } from '../../testing/shipped.ts';
import { sightsOf } from './sights.ts';
import { planYear } from './year.server.ts';

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
    expect(new Set(year.map(({ key }) => key)).size).toBe(40);
    const openings = year.map(({ happenings }) => happenings[0]?.at ?? 0);
    expect(openings).toEqual(openings.toSorted((a, b) => a - b));
    const all = year.flatMap(({ happenings }) => happenings.map(({ at }) => at));
    expect(Math.max(...all)).toBeLessThanOrEqual(now.getTime());
  });
});

/** Times that are longer than the year, and ways that so far no life has found within it. */
const UNSEEN: Readonly<Record<string, readonly string[]>> = {
  'longer than the year': [
    ...['bygglov byggs/after/tva-ar', 'bygglov byggs/after/fem-ar', 'lss-insats pagar/after/arlig-uppfoljning'],
    ...['lss-insats pagar/after/beslutet-gar-ut', 'medborgarforslag bereds/after/ettar'],
    ...['medborgarforslag hos-namnden/after/namndens-ettar', 'nyttokort vantar-fornyelse/after/giltighetstid'],
    ...['parkeringstillstand galler/after/fornyelse', 'parkeringstillstand galler/after/giltighetstid']
  ],
  'after a beslut that somebody appealed too late and that is not received for 45 days': [
    'webbinnehall overklagande-avvisat/after/P45D'
  ],
  'a choice that no scenario makes': ['bygglov namndbeslut avvisning']
};

// Some twenty seconds of work: `npm run test:whole`.
describe.runIf(process.env.WHOLE === '1')('the year of the demo, whole', () => {
  const known = new Set(Object.values(UNSEEN).flat());
  /** What no case shows of the sights that a pattern is for, each by its type; branches of one event or time are one. */
  let unseen: (pattern: RegExp) => string[];
  beforeAll(() => {
    const year = planYear({ caseTypes: types, cases: 2000, seed: 1, now });
    unseen = (pattern) =>
      types.flatMap((caseType) => {
        const { slug } = caseType.settings;
        const read = (sight: string) =>
          sight.replace(/^by .*?\/([^/]+\/(?:on|after)\/[^/]+)(?:\/\d+)?$/, '$1').replace(/^by /, '');
        const shown = new Set(year.filter((one) => one.slug === slug).flatMap(({ shows }) => shows.map(read)));
        const wanted = [...sightsOf(caseType)].filter((sight) => pattern.test(sight)).map(read);
        return wanted.filter((sight) => !shown.has(sight)).map((sight) => `${slug} ${sight}`);
      });
  }, 120_000);

  it('has an open case in every state of every type that one can rest in', () => {
    expect(unseen(/^in /)).toEqual([]);
  });

  it('has come to every state and every end of every type', () => {
    expect(unseen(/^to /)).toEqual([]);
  });

  it('has every kind of beslut with every outcome, but those that are named here', () => {
    expect(unseen(/^[a-z]+ [a-z-]+$/).filter((one) => !/ (in|to) /.test(one) && !known.has(one))).toEqual([]);
  });

  it('has each thing done that somebody can do: supplements, withdrawals, appeals and all else, but what is named here', () => {
    expect(unseen(/^by .*\/on\//).filter((one) => !known.has(one))).toEqual([]);
  });

  it('has each time run out, but those that are named here', () => {
    expect(unseen(/^by .*\/after\//).filter((one) => !known.has(one))).toEqual([]);
  });
});
