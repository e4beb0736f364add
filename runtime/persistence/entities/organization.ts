import { defineEntity, p } from '@mikro-orm/postgresql';
import { day, instant } from './columns.ts';

export const ORGAN_KINDS = ['fullmaktige', 'styrelse', 'namnd', 'gemensam-namnd', 'bolag'] as const;
export const STAFF_ROLES = [
  'caseworker',
  'manager',
  'registrar',
  'secretary',
  'contact-centre',
  'archivist',
  'administrator'
] as const;

/** An authority of its own, with its own diarium and secrecy towards the others (OSL 8:1). */
export const Organ = defineEntity({
  name: 'Organ',
  properties: { key: p.text().primary(), kind: p.enum(ORGAN_KINDS), name: p.text() }
});

export const Unit = defineEntity({
  name: 'Unit',
  properties: { organ: () => p.manyToOne(Organ).primary(), key: p.text().primary(), name: p.text() }
});

/** A human being, keyed by who says so (`issuer`) and their name for the person (`subject`). */
export const Person = defineEntity({
  name: 'Person',
  properties: {
    id: p.uuid().primary(),
    issuer: p.text(),
    subject: p.text(),
    personnummer: p.text().nullable(),
    name: p.text(),
    email: p.text().nullable(),
    phone: p.text().nullable(),
    /** Skyddade personuppgifter: masked everywhere by default. */
    protected: p.boolean().default(false),
    createdAt: instant()
  },
  uniques: [{ properties: ['issuer', 'subject'] }],
  indexes: [{ properties: ['personnummer'] }]
});

/** Who gave something: an administrator on a page, the staff's identity provider at a login, or its provisioning. */
export const SOURCES = ['page', 'claim', 'scim'] as const;

/** A staff role in one organ, and in one unit of it or in all of them. */
export const Membership = defineEntity({
  name: 'Membership',
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person),
    organ: () => p.manyToOne(Organ),
    unit: () => p.manyToOne(Unit).joinColumns('organ_key', 'unit_key').ownColumns('unit_key').nullable(),
    role: p.enum(STAFF_ROLES),
    fromDay: day(),
    toDay: day().nullable(),
    source: p.enum(['page', 'claim'] as const).default('page')
  },
  indexes: [{ properties: ['person'] }],
  checks: [{ name: 'membership_period', expression: 'to_day >= from_day' }]
});

/** An item of an organ's delegationsordning: which beslut it is about (KL 6:37, 7:5). */
export const DelegationItem = defineEntity({
  name: 'DelegationItem',
  properties: { organ: () => p.manyToOne(Organ).primary(), item: p.text().primary(), title: p.text() }
});

/** Who holds an item, from when until when, and by which beslut: a role in the organ or one unit of it, a person, or an automated function. */
export const Delegation = defineEntity({
  name: 'Delegation',
  properties: {
    id: p.uuid().primary(),
    of: () => p.manyToOne(DelegationItem).joinColumns('organ_key', 'item').ownColumns('organ_key', 'item'),
    unit: () => p.manyToOne(Unit).joinColumns('organ_key', 'unit_key').ownColumns('unit_key').nullable(),
    role: p.enum(STAFF_ROLES).nullable(),
    person: () => p.manyToOne(Person).nullable(),
    automated: p.boolean().default(false),
    /** The nämnd's beslut, or the förvaltningschef's where the nämnd lets them pass it on (KL 7:6). */
    basis: p.text(),
    fromDay: day(),
    toDay: day().nullable()
  },
  indexes: [{ properties: ['of'] }],
  checks: [
    { name: 'delegation_has_one_holder', expression: 'num_nonnulls(role, person_id) + automated::int = 1' },
    { name: 'delegation_period', expression: 'to_day >= from_day' }
  ]
});
