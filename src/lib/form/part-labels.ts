import type { TextKey } from '#lib/text/translate.ts';

/** What the parts of an address, a person, a company and a period are called. */
export const PART_LABELS: Readonly<Record<string, TextKey>> = {
  careOf: 'part.careOf',
  street: 'part.street',
  postalCode: 'part.postalCode',
  city: 'part.city',
  country: 'part.country',
  name: 'part.name',
  givenName: 'part.givenName',
  familyName: 'part.familyName',
  personalNumber: 'part.personalNumber',
  organisationNumber: 'part.organisationNumber',
  contactPerson: 'part.contactPerson',
  email: 'part.email',
  phone: 'part.phone',
  from: 'part.from',
  to: 'part.to',
  description: 'part.placeInWords'
};

/** Whether a part has an input of its own; a coordinate has none. */
export const isPartWithInput = (part: string): boolean => Object.hasOwn(PART_LABELS, part);
