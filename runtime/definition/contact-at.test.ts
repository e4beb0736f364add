import { describe, expect, it } from 'vitest';
import { workedExample } from '../testing/case-types.ts';
import { contactAt } from './contact-at.ts';

const { settings } = workedExample();
const contact = { phone: '0980-319 200' };
const adopter = { organ: 'tekniska-namnden', kind: 'namnd', unit: 'gata' } as const;

describe('how the organ that has a case is reached', () => {
  it('is what an adopting organ says of itself', () => {
    expect(contactAt({ ...settings, adopters: [{ ...adopter, contact }] }, adopter.organ)).toEqual(contact);
  });

  it('is what the owner says, where the organ says nothing', () => {
    const owners = { ...settings, contact: { phone: '0980-319 100' }, adopters: [adopter] };
    expect(contactAt(owners, adopter.organ)).toEqual(owners.contact);
    expect(contactAt(owners, settings.owner.organ)).toEqual(owners.contact);
  });
});
