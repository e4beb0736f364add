import { describe, expect, it } from 'vitest';
import { withEverySight, type Lived, type Seeking } from './every-sight.ts';
import { standsIn } from './sights.ts';

const DAY = 86_400_000;
const NOW = 100 * DAY;
const sights = new Set(['asks', 'appealed', 'decides'].map(standsIn).concat('by lateness'));

/** A case that came in on a day and stood in each state for so many days; left in one it stays there. */
function lived(number: number, from: number, states: Readonly<Record<string, number>>, leftIn = ''): Lived {
  let at = from * DAY;
  let standing: string | null = null;
  const stays = Object.entries(states).flatMap(([state, days]) => {
    const since = at;
    at = standing === leftIn ? at : at + days * DAY;
    if (since <= NOW && (at > NOW || state === leftIn)) standing ??= state;
    return at <= NOW && state !== leftIn ? [{ state, since, days }] : [];
  });
  const opened = { kind: 'opened', at: from * DAY, channel: 'letter', isKnown: true, answers: {} } as const;
  const shows = standing === null ? [] : [standsIn(standing)];
  const manner = { weights: {}, minutes: { otherwise: 1 }, days: { party: 1, authority: 1, namnd: 1 }, failures: 0 };
  const where = { standing: standing === null ? null : [standing], shows };
  return { number, forState: leftIn, manner, happenings: [opened], stays, ...where };
}

const STATES = [{ asks: 3 }, { asks: 0, decides: 2 }, { asks: 1 }, { asks: 2 }];
const year = STATES.map((states, number) => lived(number, 10 * number, states));
const late = { ...lived(9, 5, { asks: 1, appealed: 20, decides: 1 }), shows: ['by lateness'] };
const seeking: Seeking = {
  ...{ sights, now: NOW },
  explore: (number) => (number === 2 ? late : undefined),
  leaveIn: (state, { number, happenings }, later) =>
    lived(number, (happenings[0]?.at ?? 0) / DAY + later / DAY, { asks: 0, appealed: 0, decides: 0 }, state)
};

describe('a year that shows all there is to see', () => {
  it('has a case in every state that one of the year passed, or one that was lived to find a way there', () => {
    expect(year.flatMap(({ shows }) => shows)).toEqual([]);
    const whole = withEverySight(year, seeking);
    expect(new Set(whole.flatMap(({ shows }) => shows))).toEqual(sights);
    expect(whole).toHaveLength(4);
  });

  it('lets none give way that alone shows something, and finds no place for more than there are cases', () => {
    const [first] = year;
    if (!first) expect.unreachable();
    const seen = { ...first, shows: ['by lateness'] };
    expect(withEverySight([seen], seeking)).toEqual([seen]);
    expect(withEverySight([], seeking)).toEqual([]);
  });
});
