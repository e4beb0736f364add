import { describe, expect, it } from 'vitest';
import { withEveryStanding, type Lived } from './standings.ts';

const DAY = 86_400_000;
const now = 100 * DAY;
const atWork = now;

/** A case that stood in each state for so many days, one after the other from a day on. */
function lived(number: number, from: number, states: Readonly<Record<string, number>>): Lived {
  let at = from * DAY;
  let standing: string | null = null;
  const stays = Object.entries(states).flatMap(([state, days]) => {
    const since = at;
    at += days * DAY;
    if (since <= now && at > now) standing = state;
    return at <= now ? [{ state, since, days }] : [];
  });
  return { number, forState: '', happenings: [], stays, standing: standing === null ? null : [standing] };
}

const STATES = [
  { asks: 3, decides: 10 },
  { asks: 5, appealed: 30, decides: 2 },
  { asks: 1, decides: 1 }
];
const year = STATES.map((states, number) => lived(number, 10 * number, states));
const relive = (one: Lived, later: number, forState: string) => ({
  ...lived(one.number, 10 * one.number + later / DAY, STATES[one.number] ?? {}),
  forState
});

describe('a year with every standing', () => {
  it('has a case now wherever one has stood, as many as before, in the place of closed ones', () => {
    expect(year.map(({ standing }) => standing)).toEqual([null, null, null]);
    const whole = withEveryStanding([...year, ...year.map((one) => ({ ...one, number: one.number + 10 }))], {
      now,
      atWork,
      relive: (one, ...more) => relive({ ...one, number: one.number % 10 }, ...more)
    });
    expect(whole).toHaveLength(6);
    expect(new Set(whole.flatMap(({ standing }) => standing ?? []))).toEqual(new Set(['asks', 'appealed', 'decides']));
  });

  it('lets at most half of the cases give way, and asks for no state that has a case', () => {
    const open = { ...lived(3, 99, { asks: 5 }), forState: '' };
    const whole = withEveryStanding([...year, open], { now, atWork, relive });
    expect(whole).toHaveLength(4);
    expect(whole.filter(({ forState }) => forState === 'asks')).toEqual([]);
    expect(withEveryStanding(year, { now, atWork, relive }).filter(({ forState }) => forState !== '')).toHaveLength(1);
  });
});
