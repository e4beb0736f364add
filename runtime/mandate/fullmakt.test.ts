import { describe, expect, it } from 'vitest';
import { fullmaktFaults, isOfAge, mandateFaults, type WrittenFullmakt } from './fullmakt.ts';

const today = '2026-03-10';
const whole: WrittenFullmakt = {
  ...{ ombudName: 'Johan', ombudPersonnummer: '197702102398', caseTypes: null, fromDay: today, toDay: null }
};
const wrong = (changes: Partial<WrittenFullmakt>) =>
  fullmaktFaults({ ...whole, ...changes }, { today, giver: '193806099101' });

describe('a fullmakt that somebody writes', () => {
  it('may begin today and hold until it is taken back', () => {
    expect(wrong({})).toEqual([]);
  });

  it.each(['2026-02-31', '2026-13-01', '2026-00-10', '', 'i dag', '2026-03-09'])('does not begin on %s', (fromDay) => {
    expect(wrong({ fromDay })).toEqual(['fromDay']);
  });

  it.each(['2026-04-31', '2026-03-09', 'aldrig'])('does not end on %s', (toDay) => {
    expect(wrong({ toDay })).toEqual(['toDay']);
  });

  it('is given by who is of age on the day, not the day before', () => {
    expect(isOfAge('200803102384', today)).toBe(true);
    expect(isOfAge('200803112384', today)).toBe(false);
    expect(isOfAge('200803702384', today)).toBe(true);
  });
});

describe('a right that staff register', () => {
  const shown = { ...whole, principalName: 'Bygg AB', basis: 'Registerutdrag' };
  const company = { kind: 'organisation', organisationsnummer: '5560743089' } as const;

  it('may be a fullmakt from a company, which has no guardian', () => {
    expect(mandateFaults({ ...shown, ground: 'fullmakt', principal: company }, today)).toEqual([]);
    expect(mandateFaults({ ...shown, ground: 'guardian', principal: company }, today)).toEqual(['principal']);
  });
});
