import { describe, expect, it } from 'vitest';
import { lagaKraft, lastDayToAppeal, receivedByAll } from './laga-kraft.ts';

const got = (
  received_on: string | null,
  last_day_to_appeal: string | null = null,
  appealed_on: string | null = null
) => ({
  received_on,
  last_day_to_appeal,
  appealed_on
});

describe('the last day to appeal', () => {
  it('is three weeks from the day the part got the beslut, on a working day', () => {
    expect(lastDayToAppeal({ kind: 'forvaltningsbesvar' }, '2026-11-03')).toBe('2026-11-24');
    expect(lastDayToAppeal({ kind: 'forvaltningsbesvar' }, '2026-12-03')).toBe('2026-12-28');
    expect(lastDayToAppeal({ kind: 'laglighetsprovning', period: 'P21D' }, '2026-05-29')).toBe('2026-06-22');
  });

  it('is none for a beslut that cannot be appealed', () => {
    expect(lastDayToAppeal({ kind: 'ej-overklagbart' }, '2026-11-03')).toBeNull();
  });
});

describe('laga kraft', () => {
  it('comes the day after the last of the last days', () => {
    expect(lagaKraft([got('2026-11-03', '2026-11-24'), got('2026-11-10', '2026-12-01')])).toBe('2026-12-02');
  });

  it('is unknown while somebody has not got the beslut, or has appealed it', () => {
    expect(lagaKraft([got('2026-11-03', '2026-11-24'), got(null)])).toBeNull();
    expect(lagaKraft([got('2026-11-03', '2026-11-24', '2026-11-20')])).toBeNull();
    expect(lagaKraft([])).toBeNull();
  });
});

describe('the day the last of the parts got a beslut', () => {
  it('is known when all have', () => {
    expect(receivedByAll([got('2026-11-10'), got('2026-11-03')])).toBe('2026-11-10');
    expect(receivedByAll([got('2026-11-10'), got(null)])).toBeNull();
    expect(receivedByAll([])).toBeNull();
  });
});
