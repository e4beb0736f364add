import { describe, expect, it } from 'vitest';
import { chanceOf } from '../form/generate/chance.ts';
import { stockholmDay, weekday } from '../time/day.ts';
import { isWorkingDay } from '../time/working-days.ts';
import { arrivalsOf } from './arrivals.ts';
import { USUAL } from './model.ts';

const days = (arrivals: (typeof USUAL)['arrivals']) =>
  arrivalsOf({ ...USUAL, cases: 2000, perDay: 10, arrivals }, chanceOf(1, 'arrivals')).map((at) =>
    stockholmDay(new Date(at))
  );
const mondays = (all: readonly string[]) => all.filter((day) => weekday(day) === 1).length / all.length;

describe('cases that come in', () => {
  it('come as many a day as is assumed, in order', () => {
    const all = days('any-time');
    expect(all).toEqual(all.toSorted());
    expect(new Set(all).size).toBeGreaterThan(170);
    expect(new Set(all).size).toBeLessThan(230);
  });

  it('come on working days only where people write at work, and mostly on Mondays where they wait for them', () => {
    expect(days('working-hours').every(isWorkingDay)).toBe(true);
    expect(mondays(days('working-hours'))).toBeLessThan(0.5);
    expect(mondays(days('mondays'))).toBeGreaterThan(0.55);
  });
});
