import { describe, expect, it } from 'vitest';
import { readClaims } from './claims.ts';

const issuer = 'https://eid.example';
const read = (claims: Record<string, unknown>) => readClaims(issuer, { sub: 's', ...claims });

describe('the claims of an ID token', () => {
  it('give name and personnummer by the Swedish profile', () => {
    expect(
      read({
        given_name: 'Karin',
        family_name: 'Lindqvist',
        'https://id.oidc.se/claim/personalIdentityNumber': '198102102384'
      })
    ).toMatchObject({ issuer, subject: 's', name: 'Karin Lindqvist', personnummer: '198102102384', memberships: null });
  });

  it('of one without a Swedish number give none', () => {
    expect(read({ name: 'Aino Virtanen' })).toMatchObject({ name: 'Aino Virtanen', personnummer: null });
  });

  it.each([
    ['http://id.elegnamnden.se/loa/1.0/loa3', 'loa3'],
    ['http://id.elegnamnden.se/loa/1.0/loa2', 'loa2'],
    ['http://id.elegnamnden.se/loa/1.0/eidas-sub', 'loa3'],
    ['http://id.elegnamnden.se/loa/1.0/eidas-nf-high', 'loa4'],
    ['http://id.swedenconnect.se/loa/1.0/uncertified-loa3', 'loa3'],
    ['http://id.swedenconnect.se/loa/1.0/loa3-nonresident', 'loa3'],
    ['urn:something:else', 'none'],
    [undefined, 'none']
  ])('with the level %s are sure as %s', (acr, assurance) => {
    expect(read({ acr }).assurance).toBe(assurance);
  });

  it('give groups by a claim, and who it is by another, where the directory calls them so', () => {
    expect(read({ groups: ['a', 7, 'b'] }).groups).toEqual(['a', 'b']);
    expect(read({})).not.toHaveProperty('groups');
    const claims = { sub: 'pairwise', oid: 'o-1', roles: ['c'], groups: ['a'] };
    expect(readClaims(issuer, claims, { subject: 'oid', groups: 'roles' })).toMatchObject({
      subject: 'o-1',
      groups: ['c']
    });
  });

  it('give only roles that exist, and only such that staff may have', () => {
    const memberships = [
      { organ: 'miljonamnden', unit: null, role: 'caseworker' },
      { organ: 'miljonamnden', unit: 'livsmedel', role: 'manager' },
      { organ: 'miljonamnden', role: 'system' },
      { organ: 'miljonamnden', role: 'emperor' },
      { role: 'caseworker' },
      'caseworker'
    ];
    expect(read({ memberships }).memberships).toEqual(memberships.slice(0, 2));
  });
});
