import Holidays from 'date-holidays';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, isDay, startOfDay, stockholmDay, weekday } from './day.ts';
import { isHoliday } from './holidays.ts';
import { lastDay, type Counting } from './last-day.ts';
import { parsePeriod } from './period.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts';

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days));

const end = (start: string, text: string, more: Partial<Counting> = {}) =>
  lastDay({
    start,
    period: parsePeriod(text) ?? expect.unreachable(),
    days: 'calendar',
    direction: 'after',
    roll: true,
    ...more
  });

describe('a day in Sweden', () => {
  it('begins at midnight in Stockholm, summer and winter', () => {
    expect(startOfDay('2026-01-15').toISOString()).toBe('2026-01-14T23:00:00.000Z');
    expect(startOfDay('2026-07-15').toISOString()).toBe('2026-07-14T22:00:00.000Z');
  });

  it('is as long as the clocks make it', () => {
    const hours = (day: string) => (startOfDay(addDays(day, 1)).getTime() - startOfDay(day).getTime()) / 3_600_000;
    expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-05-05')]).toEqual([23, 25, 24]);
  });

  it('holds every instant from its start to the next', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(stockholmDay(startOfDay(day))).toBe(day);
        expect(stockholmDay(new Date(startOfDay(addDays(day, 1)).getTime() - 1))).toBe(day);
      })
    );
  });

  it('is refused when the calendar has no such date', () => {
    expect(['2026-02-28', '2028-02-29'].every(isDay)).toBe(true);
    expect(['2026-02-30', '2026-2-3', 'imorgon', '2026-13-01', ''].some(isDay)).toBe(false);
  });
});

describe('holidays', () => {
  it('are those that the law lists, for the century since the national day became one', () => {
    const law = new Holidays('SE', { types: ['public', 'bank'] });
    for (let year = 2005; year <= 2105; year += 1) {
      const expected = law.getHolidays(year).map(({ date }) => date.slice(0, 10));
      const length = daysBetween(`${year}-01-01`, `${year + 1}-01-01`);
      const days = Array.from({ length }, (_, index) => addDays(`${year}-01-01`, index));
      expect(days.filter(isHoliday)).toEqual([...new Set(expected)].sort());
    }
  });
});

describe('working days', () => {
  it('skip weekends, holidays and the eves that count as holidays', () => {
    expect(addWorkingDays('2026-12-23', 1)).toBe('2026-12-28');
    expect(addWorkingDays('2026-06-18', 1)).toBe('2026-06-22');
    expect(addWorkingDays('2026-04-07', -1)).toBe('2026-04-02');
    expect(workingDaysBetween('2026-11-20', '2026-11-27')).toBe(5);
    expect(workingDaysBetween('2026-11-27', '2026-11-27')).toBe(0);
  });

  it('are counted as they are added, both ways', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (day, count) => {
        const reached = addWorkingDays(day, count);
        expect(workingDaysBetween(day, reached)).toBe(count);
        if (count !== 0) expect(isWorkingDay(reached)).toBe(true);
      })
    );
  });
});

describe('the last day by lag 1930:173', () => {
  it.each([
    ['three weeks end on the same weekday', '2026-11-03', 'P3W', '2026-11-24'],
    ['a month ends on the same date', '2026-01-15', 'P1M', '2026-02-16'],
    ['a month without that date ends on its last day', '2026-08-31', 'P1M', '2026-09-30'],
    ['a year after a leap day', '2028-02-29', 'P1Y', '2029-02-28'],
    ['a Saturday gives way to Monday', '2026-02-28', 'P2W', '2026-03-16'],
    ['Christmas eve gives way past Christmas and the weekend', '2026-12-03', 'P3W', '2026-12-28'],
    ["New Year's eve gives way past the day after", '2026-12-10', 'P3W', '2027-01-04'],
    ["midsummer's eve gives way to Monday", '2026-05-29', 'P3W', '2026-06-22'],
    ['Ascension day gives way to Friday', '2026-04-14', 'P1M', '2026-05-15'],
    ['ten weeks of PBL', '2026-01-26', 'P10W', '2026-04-07']
  ])('%s', (_, start, period, expected) => {
    expect(end(start, period)).toBe(expected);
  });

  it('does not move a period of our own', () => {
    expect(end('2026-02-28', 'P14D', { roll: false })).toBe('2026-03-14');
  });

  it('moves backwards when counted backwards, so that no time is lost', () => {
    expect(end('2026-06-16', 'P10D', { direction: 'before' })).toBe('2026-06-05');
    expect(end('2026-06-01', 'P10D', { direction: 'before', days: 'working', roll: false })).toBe('2026-05-18');
  });

  it('is a working day, never early and at most five days late', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 52 }), (start, weeks) => {
        const strict = end(start, `P${weeks}W`, { roll: false });
        const rolled = end(start, `P${weeks}W`);
        expect(weekday(strict)).toBe(weekday(start));
        expect(isWorkingDay(rolled)).toBe(true);
        expect(daysBetween(strict, rolled)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(strict, rolled)).toBeLessThanOrEqual(5);
      })
    );
  });

  it('never comes earlier for a later start', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(40), fc.integer({ min: 1, max: 36 }), (start, later, months) => {
        expect(end(addDays(start, later), `P${months}M`) >= end(start, `P${months}M`)).toBe(true);
        expect(addMonths(start, months) > start).toBe(true);
      })
    );
  });
});

describe('a period', () => {
  it('is read from its ISO form', () => {
    expect(parsePeriod('P14D')).toEqual({ months: 0, days: 14, hours: 0 });
    expect(parsePeriod('P1Y2M3W4D')).toEqual({ months: 14, days: 25, hours: 0 });
    expect(parsePeriod('PT8H')).toEqual({ months: 0, days: 0, hours: 8 });
  });

  it('is none in anything else', () => {
    for (const text of ['', 'P', 'PT', '14D', 'P-1D', 'P1.5D', 'PT5M', 'kompletteringstid']) {
      expect(parsePeriod(text)).toBeNull();
    }
  });
});
