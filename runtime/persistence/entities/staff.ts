import { defineEntity, p } from '@mikro-orm/postgresql';
import { day, instant } from './columns.ts';
import { Organ, Person, SOURCES, STAFF_ROLES, Unit } from './organization.ts';

/** A person as a colleague. Who has left keeps a name in history, and has no right. */
export const Employee = defineEntity({
  name: 'Employee',
  properties: {
    person: () => p.oneToOne(Person).primary().deleteRule('no action').updateRule('no action'),
    /** What the staff's directory calls them; one of a kind, whatever the case. */
    userName: p.text(),
    externalId: p.text().nullable().unique(),
    title: p.text().nullable(),
    leftAt: instant().nullable(),
    /** By the directory, which does not see them any more. */
    removed: p.boolean().default(false),
    version: p.integer().default(1),
    createdAt: instant(),
    changedAt: instant()
  },
  indexes: [
    {
      name: 'employee_user_name',
      expression: 'create unique index "employee_user_name" on "employee" (lower(user_name))'
    }
  ]
});

const held = { fromDay: day(), toDay: day().nullable() };
const period = (table: string) => ({ name: `${table}_period`, expression: 'to_day >= from_day' });

/** Who administers the installation: organs, people and their roles. The database keeps the last one. */
export const SystemAdministrator = defineEntity({
  name: 'SystemAdministrator',
  properties: { id: p.uuid().primary(), person: () => p.manyToOne(Employee).joinColumn('person_id'), ...held },
  indexes: [{ properties: ['person'] }],
  checks: [period('system_administrator')]
});

/** People who get the same roles. Its members are given on a page, by a claim of that name at login, or by provisioning. */
export const StaffGroup = defineEntity({
  name: 'StaffGroup',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    claim: p.text().nullable().unique(),
    externalId: p.text().nullable().unique(),
    version: p.integer().default(1),
    createdAt: instant(),
    changedAt: instant()
  },
  indexes: [
    { name: 'staff_group_name', expression: 'create unique index "staff_group_name" on "staff_group" (lower(name))' }
  ]
});

export const GroupMember = defineEntity({
  name: 'GroupMember',
  properties: {
    id: p.uuid().primary(),
    group: () => p.manyToOne(StaffGroup).deleteRule('cascade'),
    person: () => p.manyToOne(Employee).joinColumn('person_id'),
    ...held,
    source: p.enum(SOURCES)
  },
  indexes: [{ properties: ['group'] }, { properties: ['person'] }],
  checks: [period('group_member')]
});

/** A role that every member of a group has, in an organ or one unit of it. */
export const GroupRole = defineEntity({
  name: 'GroupRole',
  properties: {
    id: p.uuid().primary(),
    group: () => p.manyToOne(StaffGroup).deleteRule('cascade'),
    organ: () => p.manyToOne(Organ),
    unit: () => p.manyToOne(Unit).joinColumns('organ_key', 'unit_key').ownColumns('unit_key').nullable(),
    role: p.enum(STAFF_ROLES),
    ...held
  },
  indexes: [{ properties: ['group'] }],
  checks: [period('group_role')]
});

/** When somebody is away, and who has their roles and queue meanwhile. */
export const Absence = defineEntity({
  name: 'Absence',
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Employee).joinColumn('person_id'),
    deputy: () => p.manyToOne(Employee).joinColumn('deputy_id'),
    ...held
  },
  indexes: [{ properties: ['person'] }, { properties: ['deputy'] }],
  checks: [period('absence'), { name: 'absence_by_another', expression: 'deputy_id <> person_id' }]
});

/** Every change of who may do what: written by the database itself, and never changed. */
export const OrganisationLog = defineEntity({
  name: 'OrganisationLog',
  properties: {
    seq: p.integer().primary().autoincrement(),
    at: instant(),
    /** `person:<id>`, `claim` for a login, `system`. */
    actor: p.text(),
    /** The table. */
    object: p.text(),
    act: p.enum(['insert', 'update', 'delete'] as const),
    before: p.json().nullable(),
    after: p.json().nullable()
  }
});
