import { describe, expect, it } from 'vitest';
import type { PartyRule } from './types.ts';
import { follows, isFollowed, openersRole } from './followed.ts';

const rule = (role: PartyRule['role'], ...sees: PartyRule['sees']): PartyRule => ({
  ...{ role, sees, isPart: false, addedBy: [] }
});

describe('who files', () => {
  it('follows the case where the case type lets them see where it stands', () => {
    expect(isFollowed({ parties: [rule('applicant', 'status', 'messages')] })).toBe(true);
  });

  it('does not follow it where that is withheld', () => {
    expect(isFollowed({ parties: [rule('applicant')] })).toBe(false);
  });

  it('follows it by the link where no rule speaks of them', () => {
    expect(isFollowed({ parties: [] })).toBe(true);
  });

  it('is the part where the authority begins the case', () => {
    expect(openersRole({ parties: [rule('party')] })).toBe('party');
    expect(openersRole({ parties: [rule('party'), rule('applicant')] })).toBe('applicant');
  });
});

describe('somebody else in the case', () => {
  it('follows it, or not, by the rule of their own role', () => {
    const parties = [rule('applicant'), rule('party', 'status')];
    expect([follows({ parties }, 'party'), follows({ parties }, 'applicant')]).toEqual([true, false]);
  });
});
