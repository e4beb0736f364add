import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../definition/json.ts';
import type { Delay } from '../definition/types.ts';
import { due } from './due.ts';

const now = new Date('2026-03-02T09:00:00+01:00');
const dueBy = (delay: Delay, fields: Record<string, Json> = {}) => due({ frist: delay }, 'frist', now, { fields });

describe('when a delay runs out', () => {
  it('is the midnight after its last day, in Stockholm, also over a change of clocks', () => {
    expect(due({}, 'P14D', now, {})).toEqual({ lastDay: '2026-03-16', at: '2026-03-16T23:00:00.000Z' });
    expect(due({}, 'P28D', now, {})).toEqual({ lastDay: '2026-03-30', at: '2026-03-30T22:00:00.000Z' });
  });

  it('is exact in hours', () => {
    expect(due({}, 'PT4H', now, {})).toEqual({ lastDay: null, at: '2026-03-02T12:00:00.000Z' });
  });

  it('counts the day of the event in Stockholm, not in Greenwich', () => {
    const lateEvening = new Date('2026-03-02T23:30:00Z');
    expect(due({}, 'P1D', lateEvening, {})?.lastDay).toBe('2026-03-04');
  });

  it('may count working days, and rolls only where law or definition says so', () => {
    expect(dueBy({ period: 'P10D', days: 'working' })?.lastDay).toBe('2026-03-16');
    expect(dueBy({ period: 'P13D' })?.lastDay).toBe('2026-03-15');
    expect(dueBy({ period: 'P13D', rollToWorkingDay: true })?.lastDay).toBe('2026-03-16');
    expect(dueBy({ period: 'P13D', statutory: true })?.lastDay).toBe('2026-03-16');
  });

  it('counts from a date or a booked time, or back from one, a moment being the day that it falls on here', () => {
    const fields = { date: '2026-05-04', moment: '2026-05-03T22:30:00Z', booked: '2026-05-04T23:30' };
    expect(dueBy({ period: 'P3W', from: '/fields/date' }, fields)?.lastDay).toBe('2026-05-25');
    expect(dueBy({ period: 'P3W', from: '/fields/moment' }, fields)?.lastDay).toBe('2026-05-25');
    expect(dueBy({ period: 'P3W', from: '/fields/booked' }, fields)?.lastDay).toBe('2026-05-25');
    expect(dueBy({ period: 'P10D', before: '/fields/date' }, fields)?.lastDay).toBe('2026-04-24');
  });

  it('is unknown while the date is, or is no date that a case can mean', () => {
    for (const date of [undefined, null, '', 'snart', 7, '2026-02-30', '9999-12-31', '0001-01-01']) {
      expect(dueBy({ period: 'P3W', from: '/fields/date' }, date === undefined ? {} : { date })).toBeNull();
    }
  });

  it('is always an instant, whatever date somebody typed', () => {
    const anyDate = fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    const period = fc.constantFrom('P1D', 'P9999D', 'P9999M', 'P999Y', 'PT9999H');
    fc.assert(
      fc.property(anyDate, period, fc.boolean(), (date, length, back) => {
        const end = dueBy({ period: length, ...(back ? { before: '/fields/d' } : { from: '/fields/d' }) }, { d: date });
        if (end) expect(Number.isNaN(Date.parse(end.at))).toBe(false);
      })
    );
  });
});
