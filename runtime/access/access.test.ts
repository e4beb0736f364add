import { describe, expect, it } from 'vitest';
import type { Role } from '../definition/types.ts';
import { compile } from '../flow/compile.ts';
import { open } from '../flow/step.ts';
import { workedExample } from '../testing/case-types.ts';
import { allowed } from './allowed.ts';
import type { Actor, CaseRecord, Membership, PartyRef } from './model.ts';
import { openingRole } from './opening-role.ts';
import { may } from './permissions.ts';
import { rolesIn } from './roles.ts';
import { hiddenAs, viewOf } from './view.ts';

const definition = compile(workedExample());
const { settings } = definition.caseType;
const ORGAN = 'kultur-fritidsnamnden';
const UNIT = 'foreningsstod';

const person = (personId: string, ...memberships: Membership[]): Extract<Actor, { kind: 'person' }> => ({
  kind: 'person',
  personId,
  name: personId,
  memberships
});
const member = (role: Role, organ = ORGAN, unit: string | null = UNIT): Membership => ({ role, organ, unit });
const party = (personId: string, role: PartyRef['role'] = 'applicant', isPart = true): PartyRef => ({
  partyId: personId,
  personId,
  role,
  isPart
});

const caseWith = (changes: Partial<CaseRecord> = {}): CaseRecord => {
  const opened = open(
    definition,
    { application: { kind: 'drift', total: 1 }, case: {} },
    new Date('2026-03-02T09:00:00Z')
  );
  const blank = {
    id: 'c1',
    slug: settings.slug,
    seq: 1,
    organ: ORGAN,
    unit: UNIT,
    legalState: 'oppet',
    assigneeId: null,
    delegations: [],
    parties: [party('anna')]
  } as const;
  return { ...blank, state: opened.state, ...changes };
};

const link: Actor = { kind: 'link', caseId: 'c1' };
const nobody: Actor = { kind: 'anonymous' };

describe('the roles of somebody in a case', () => {
  it.each<[string, Actor, Role[]]>([
    ['an applicant', person('anna'), ['applicant', 'anyone']],
    ['a caseworker of the unit', person('kim', member('caseworker')), ['caseworker']],
    ['a registrar of every unit', person('kim', member('registrar', ORGAN, null)), ['registrar']],
    ['the holder of the link', link, ['anyone']],
    ['the platform', { kind: 'system' }, ['system']]
  ])('are those of %s', (_, actor, roles) => {
    expect(rolesIn(actor, caseWith())).toEqual(roles);
  });

  it.each<[string, Actor]>([
    ['a stranger', person('erik')],
    ['somebody unknown', nobody],
    ['the holder of a link to another case', { kind: 'link', caseId: 'c2' }],
    ['a caseworker of another unit', person('kim', member('caseworker', ORGAN, 'bibliotek'))],
    ['a caseworker of another organ', person('kim', member('caseworker', 'socialnamnden', null))],
    ['one who claims to be applicant by membership', person('erik', member('applicant'))],
    ['one who claims to be the system by membership', person('erik', member('system'))]
  ])('are none for %s', (_, actor) => {
    expect(rolesIn(actor, caseWith())).toEqual([]);
  });

  it('are not those of staff for one who is a part in the case', () => {
    expect(rolesIn(person('anna', member('caseworker')), caseWith())).toEqual(['applicant', 'anyone']);
  });

  it('stay those of staff for one who only reported the matter', () => {
    const reported = caseWith({ parties: [party('kim', 'applicant', false)] });
    expect(rolesIn(person('kim', member('caseworker')), reported)).toEqual(['applicant', 'anyone', 'caseworker']);
  });
});

describe('the events that are allowed', () => {
  const events = (actor: Actor, record = caseWith()) => allowed(definition, record, actor).map(({ event }) => event);

  it('are those of the role, in the order of the flow', () => {
    expect(events(person('kim', member('caseworker')))).toEqual(['begar-komplettering', 'klar']);
    expect(events(person('anna'))).toEqual(['aterkalla']);
  });

  it('are none for a manager where the flow names the caseworker', () => {
    expect(events(person('maria', member('manager')))).toEqual([]);
  });

  it('are none in a case that is closed, and all of them in one that waits', () => {
    for (const legalState of ['avslutat', 'makulerat', 'ad-acta'] as const) {
      expect(events(person('anna'), caseWith({ legalState }))).toEqual([]);
    }
    expect(events(person('anna'), caseWith({ legalState: 'vilande' }))).toEqual(['aterkalla']);
  });
});

describe('what somebody sees of a case', () => {
  const rules = { ...settings, visibleTo: { contactCentre: 'status', otherOrgans: 'none' } } as const;
  const sight = (actor: Actor, visibleTo: typeof settings.visibleTo = rules.visibleTo) =>
    viewOf({ ...rules, visibleTo }, caseWith(), actor).sight;

  it('is all of it for those who work with it', () => {
    for (const role of ['caseworker', 'manager', 'registrar', 'secretary', 'archivist'] as const) {
      expect(sight(person('kim', member(role)))).toBe('full');
    }
  });

  it('is nothing for another nämnd, unless the case type says more (OSL 8:1)', () => {
    const other = person('kim', member('caseworker', 'socialnamnden', null));
    expect(sight(other)).toBe('none');
    expect(sight(other, { contactCentre: 'none', otherOrgans: 'exists' })).toBe('exists');
  });

  it('is nothing for another unit of the same nämnd, nor for an administrator', () => {
    expect(sight(person('kim', member('caseworker', ORGAN, 'bibliotek')))).toBe('none');
    expect(sight(person('ada', member('administrator', ORGAN, null)))).toBe('none');
  });

  it('is what is said of the organ that has the case, where it has adopted the case type', () => {
    const secret = {
      organ: ORGAN,
      kind: 'namnd',
      unit: UNIT,
      visibleTo: { contactCentre: 'none', otherOrgans: 'none' }
    } as const;
    const centre = person('kim', member('contact-centre', 'kommunstyrelsen', null));
    expect(viewOf({ ...rules, adopters: [secret] }, caseWith(), centre).sight).toBe('none');
    expect(viewOf({ ...rules, adopters: [secret] }, caseWith({ organ: 'kommunstyrelsen' }), centre).sight).toBe(
      'status'
    );
  });

  it('is for the contact centre what the case type says, wherever it sits', () => {
    expect(sight(person('kim', member('contact-centre', 'kommunstyrelsen', null)))).toBe('status');
    expect(sight(person('kim', member('contact-centre')))).toBe('status');
  });

  it('is no more for a part who works in another nämnd', () => {
    const anna = person('anna', member('caseworker', 'socialnamnden', null));
    expect(sight(anna, { contactCentre: 'full', otherOrgans: 'full' })).toBe('status');
  });

  it('is for a party what its role sees, and for the link the status', () => {
    expect(viewOf(rules, caseWith(), person('anna'))).toEqual({
      sight: 'status',
      parts: ['status', 'messages', 'beslut']
    });
    expect(viewOf(rules, caseWith(), link)).toEqual({ sight: 'status', parts: ['status'] });
    expect(viewOf(rules, caseWith(), nobody)).toEqual({ sight: 'none', parts: [] });
  });
});

describe('a permission', () => {
  const place = caseWith();
  const kim = person('kim', member('caseworker'));

  it('is denied to everybody whom no rule names', () => {
    for (const actor of [nobody, link, person('erik'), { kind: 'system' } as const]) {
      expect(may(actor, 'case.assign', place)).toBe(false);
      expect(may(actor, 'case-type.manage', { organ: ORGAN, unit: UNIT })).toBe(false);
      expect(may(actor, 'jobs.manage', null)).toBe(false);
      expect(may(actor, 'draft.read', { ownerId: null })).toBe(false);
    }
  });

  it('to administer the installation is given by no role in an organ, and to no other system (OSL 8:1)', () => {
    const ada = person('ada', member('administrator', ORGAN, null));
    const all = ['jobs.manage', 'service-account.manage', 'organisation.manage', 'people.provision'] as const;
    for (const permission of all) expect([permission, may(ada, permission, null)]).toEqual([permission, false]);
    const held = (actor: Actor) => all.filter((permission) => may(actor, permission, null));
    expect(held({ ...ada, administers: true })).toEqual(all.slice(0, 3));
    expect(held({ ...ada, administers: true, service: true })).toEqual([]);
    expect(held({ ...ada, service: true, provisions: true })).toEqual(['people.provision']);
  });

  it('to read a draft is its citizen’s alone (TF 2:13)', () => {
    expect(may(person('anna'), 'draft.read', { ownerId: 'anna' })).toBe(true);
    expect(may(kim, 'draft.read', { ownerId: 'anna' })).toBe(false);
  });

  it('to assign is staff’s, but not in a case where they are a part', () => {
    expect(may(kim, 'case.assign', place)).toBe(true);
    expect(may(person('kim', member('secretary')), 'case.assign', place)).toBe(true);
    expect(may(person('kim', member('contact-centre')), 'case.assign', place)).toBe(false);
    expect(may(person('anna', member('caseworker')), 'case.assign', place)).toBe(false);
  });

  it('to add a party is given by the case type', () => {
    expect(may(kim, 'party.add', { settings, place, role: 'applicant' })).toBe(true);
    expect(may(kim, 'party.add', { settings, place, role: 'ombud' })).toBe(false);
  });
});

describe('who may open a case', () => {
  const role = (actor: Actor, channel: string, changes: object = {}) =>
    openingRole({ ...settings, ...changes }, actor, { channel, organ: ORGAN, unit: UNIT });

  it('is a person who has logged in, where the e-tjänst asks for it', () => {
    expect(role(person('anna'), 'e-service')).toBe('applicant');
    expect(role(nobody, 'e-service')).toBeNull();
  });

  it('is anybody, where it asks for nothing', () => {
    const eService = { ...settings.eService, authentication: 'none' };
    expect(role(nobody, 'e-service', { eService })).toBe('anyone');
  });

  it('is staff of the unit, for what comes by letter', () => {
    expect(role(person('kim', member('registrar', ORGAN, null)), 'letter')).toBe('registrar');
    expect(role(person('anna'), 'letter')).toBeNull();
    expect(role(person('kim', member('registrar', 'socialnamnden', null)), 'letter')).toBeNull();
  });

  it('is the contact centre of the municipality, unless it may know nothing of such cases', () => {
    const centre = person('kim', member('contact-centre', 'kommunstyrelsen', null));
    expect(role(centre, 'phone')).toBe('contact-centre');
    expect(role(centre, 'phone', { visibleTo: { contactCentre: 'none', otherOrgans: 'none' } })).toBeNull();
  });

  it('is staff alone, where the authority itself begins', () => {
    const begun = { initiatedBy: 'authority' };
    expect(role(person('anna'), 'e-service', begun)).toBeNull();
    expect(role(person('kim', member('caseworker')), 'e-service', begun)).toBe('caseworker');
  });

  it('is nobody, by a channel that the case type does not have', () => {
    expect(role(person('anna'), 'chat')).toBeNull();
    expect(role({ kind: 'system' }, 'chat')).toBeNull();
  });
});

describe('somebody who asks for a case that they see nothing of', () => {
  const secret = {
    ...settings,
    visibleTo: { contactCentre: 'exists', otherOrgans: 'none' },
    securityClass: { confidentiality: 3, integrity: 3, availability: 3 }
  } as const;
  const other = person('kim', member('caseworker', 'socialnamnden', null));

  it('is told that they may not see it', () => {
    for (const who of [other, nobody, person('bo')])
      expect(hiddenAs(settings, caseWith(), who)).toEqual({ refused: 'access.denied' });
  });

  it('is told that there is none, where it is secret in itself that somebody has one (OSL 26:1)', () => {
    for (const who of [other, nobody, person('bo')])
      expect(hiddenAs(secret, caseWith(), who)).toEqual({ refused: 'case.not_found' });
    const centre = person('kim', member('contact-centre', 'kommunstyrelsen', null));
    expect(hiddenAs(secret, caseWith(), centre)).toEqual({ refused: 'access.denied' });
  });
});
