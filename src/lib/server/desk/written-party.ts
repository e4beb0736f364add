import { identity, personIdsByPersonnummer, type WrittenParty } from '#runtime';
import type { Applicant } from '#runtime/case/applicant.ts';
import { FORMATS } from '#runtime/form/formats.ts';
import { envelope } from '#runtime/form/kinds/address.ts';
import { readOrganisationNumber } from '#runtime/form/kinds/organisation-number.ts';
import { readPersonalNumber } from '#runtime/form/kinds/personal-number.ts';

type Fields = ReadonlyMap<string, string>;

/** What is wrong with what staff wrote of somebody: the field by its name, and what is said of it. */
export interface PartyFault {
  readonly field: keyof WrittenParty;
  readonly text: 'office.fault.name' | 'office.fault.number' | 'office.fault.email' | 'office.fault.postalCode';
}

/** Nobody, as the form begins. */
export const NOBODY: WrittenParty = {
  ...{ kind: 'person', name: '', number: '', street: '', postalCode: '', city: '', email: '', phone: '' },
  isProtected: false
};

const MOST = 200;

/** Somebody as they were written in `PartyFields`. */
export function readParty(fields: Fields): WrittenParty {
  const text = (name: string) => (fields.get(name) ?? '').trim().slice(0, MOST);
  return {
    kind: fields.get('kind') === 'organisation' ? 'organisation' : 'person',
    ...{ name: text('name'), number: text('number'), street: text('street'), postalCode: text('postalCode') },
    ...{ city: text('city'), email: text('email'), phone: text('phone') },
    isProtected: fields.has('isProtected')
  };
}

const LINES = ['name', 'number', 'street', 'postalCode', 'city', 'email', 'phone'] as const;

/** Whether anything is said of them at all. */
export const isSomebody = (written: WrittenParty): boolean => LINES.some((line) => written[line] !== '');

const numberOf = ({ kind, number }: WrittenParty, today: string): string | undefined =>
  kind === 'person' ? readPersonalNumber(number, today) : readOrganisationNumber(number);

/** What is wrong, in the order of the fields. Somebody has a name, unless it must not stand here. */
export function partyFaults(written: WrittenParty, today: string): PartyFault[] {
  const { name, number, email, postalCode, isProtected } = written;
  const faults: [boolean, PartyFault][] = [
    [name === '' && !isProtected, { field: 'name', text: 'office.fault.name' }],
    [number !== '' && numberOf(written, today) === undefined, { field: 'number', text: 'office.fault.number' }],
    [
      postalCode !== '' && !FORMATS['postal-code'](postalCode),
      { field: 'postalCode', text: 'office.fault.postalCode' }
    ],
    [email !== '' && !FORMATS.email(email), { field: 'email', text: 'office.fault.email' }]
  ];
  return faults.filter(([isWrong]) => isWrong).map(([, fault]) => fault);
}

/**
 * Who it is, for the case. Whether they are protected is asked of the population register too, and of one whom it does not tell of
 * nothing is shown (fails closed).
 */
export async function partyFrom(written: WrittenParty, today: string): Promise<Applicant> {
  const { kind, name, email, phone, street, postalCode, city } = written;
  const number = numberOf(written, today) ?? null;
  const isPerson = kind === 'person';
  const hidden = written.isProtected || (isPerson && number !== null && (await identity().isHidden(number)));
  return {
    ...{ kind, name: name || null, email: email || null, phone: phone || null, protected: hidden },
    address: envelope({ street, postalCode, city }),
    personnummer: isPerson ? number : null,
    organisationsnummer: isPerson ? null : number,
    isProved: !isPerson && number !== null
  };
}

/**
 * The same as staff register it: somebody who has logged in before reads the case on Mina sidor at once, as whoever logs in later does
 * from then on.
 */
export async function registeredPartyFrom(written: WrittenParty, today: string): Promise<Applicant> {
  const who = await partyFrom(written, today);
  const number = who.personnummer ?? '';
  const personId = number === '' ? undefined : (await personIdsByPersonnummer([number])).get(number);
  return personId === undefined ? who : { ...who, personId };
}
