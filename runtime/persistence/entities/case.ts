import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Json, JsonObject } from '../../definition/json.ts';
import { CaseTypeVersion } from './case-type.ts';
import { day, instant, sha256 } from './columns.ts';
import { Organ, Person, Unit } from './organization.ts';

export const LEGAL_STATES = ['oppet', 'vilande', 'avslutat', 'makulerat', 'ad-acta'] as const;
export const PARTY_ROLES = ['applicant', 'party', 'ombud'] as const;

const isOpen = "legal_state in ('oppet', 'vilande')";
const queue = 'organ_key, unit_key, slug, queue_roles';
const soonestFirst = "coalesce(deadline, 'infinity'::timestamptz), id";

/** An ärende. Written by the one writer only. Named with an underscore since `case` is a word of SQL. */
export const Case = defineEntity({
  name: 'Case',
  tableName: 'case_',
  properties: {
    id: p.uuid().primary(),
    /** What people quote: the diarienummer, or an ärendenummer where the handling that opened it is not registered. Never changes. */
    number: p.text().unique(),
    version: () => p.manyToOne(CaseTypeVersion),
    slug: p.text(),
    organ: () => p.manyToOne(Organ),
    unit: () => p.manyToOne(Unit).joinColumns('organ_key', 'unit_key').ownColumns('unit_key'),
    legalState: p.enum(LEGAL_STATES),
    channel: p.text(),
    language: p.text(),
    assignee: () => p.manyToOne(Person).nullable(),
    /** The flow's own state; its timers and waiting automations are rows of their own. */
    value: p.json<Json>(),
    status: p.enum(['active', 'done'] as const),
    data: p.json<JsonObject>(),
    visits: p.integer(),
    deadlines: p.json<JsonObject[]>(),
    /** What the desk shows and sorts by, derived from the state's meta with each step. */
    states: p.array(),
    phase: p.text().nullable(),
    waitsFor: p.text().nullable(),
    queueRoles: p.array(),
    /** When the first of the deadlines has run out. */
    deadline: instant().nullable(),
    openedAt: instant(),
    changedAt: instant(),
    closedAt: instant().nullable(),
    /** Grows by one with each change, and is the length of the timeline. */
    seq: p.integer(),
    /** The hash of the last entry of the timeline. */
    head: sha256()
  },
  checks: [
    { name: 'case_closed_when_not_open', expression: `(closed_at is null) = (${isOpen})` },
    { name: 'case_done_is_closed', expression: `status = 'active' or not (${isOpen})` }
  ],
  indexes: [
    {
      name: 'case_queue',
      expression: `create index "case_queue" on "case_" (${queue}, ${soonestFirst}) where ${isOpen}`
    },
    {
      name: 'case_queue_mine',
      expression: `create index "case_queue_mine" on "case_" (assignee_id, organ_key, unit_key, ${soonestFirst}) where ${isOpen}`
    },
    {
      name: 'case_queue_unassigned',
      expression: `create index "case_queue_unassigned" on "case_" (${queue}, ${soonestFirst}) where ${isOpen} and assignee_id is null`
    },
    { name: 'case_opened', expression: 'create index "case_opened" on "case_" (organ_key, unit_key, opened_at, id)' },
    {
      name: 'case_changed',
      expression: 'create index "case_changed" on "case_" (organ_key, unit_key, changed_at, id)'
    },
    {
      name: 'case_number_search',
      expression: 'create index "case_number_search" on "case_" using gin (number gin_trgm_ops)'
    }
  ]
});

/**
 * How many cases lie in a place of the desk: the sum of its rows. A trigger adds a row for each case that comes and one for each that
 * leaves, so that nobody waits for a counter's lock; the housekeeping makes one row of them now and then.
 */
export const DeskTally = defineEntity({
  name: 'DeskTally',
  tableName: 'desk_tally',
  properties: {
    id: p.bigint().primary().generated('by default as identity'),
    organKey: p.text(),
    unitKey: p.text(),
    slug: p.text(),
    open: p.boolean(),
    assigneeId: p.uuid().nullable(),
    queueRoles: p.array(),
    cases: p.integer()
  },
  indexes: [{ properties: ['organKey', 'unitKey'] }]
});

/** One who has to do with a case. `isPart`: a part in the sense of förvaltningslagen. */
export const Party = defineEntity({
  name: 'Party',
  properties: {
    id: p.uuid().primary(),
    case: () => p.manyToOne(Case),
    person: () => p.manyToOne(Person).nullable(),
    role: p.enum(PARTY_ROLES),
    isPart: p.boolean(),
    /** What the party sees of the case. Partsinsyn is given handling by handling beside this (OSL 10:3). */
    sees: p.array(),
    name: p.text().nullable(),
    email: p.text().nullable(),
    phone: p.text().nullable(),
    address: p.text().nullable(),
    personnummer: p.text().nullable(),
    organisationsnummer: p.text().nullable(),
    /** Whether the number is the party's own: shown by who signs for it, or entered by staff. What a form was told opens the case to nobody. */
    organisationProved: p.boolean().default(false),
    protected: p.boolean().default(false),
    /** For an ombud: the party that it speaks for. */
    represents: () => p.manyToOne(Party).nullable(),
    addedBy: () => p.manyToOne(Person).nullable(),
    addedAt: instant()
  },
  uniques: [
    {
      name: 'party_once',
      expression: 'create unique index "party_once" on "party" (case_id, person_id, role) where person_id is not null'
    }
  ],
  indexes: [
    { properties: ['case'] },
    { properties: ['person'] },
    {
      name: 'party_name_search',
      expression: 'create index "party_name_search" on "party" using gin (name gin_trgm_ops)'
    },
    {
      name: 'party_of_organisation',
      expression: 'create index "party_of_organisation" on "party" (organisationsnummer) where organisation_proved'
    },
    {
      name: 'party_awaited',
      expression: 'create index "party_awaited" on "party" (personnummer) where person_id is null'
    }
  ],
  checks: [
    { name: 'party_ombud_speaks_for_another', expression: "represents_id is null or role = 'ombud'" },
    { name: 'party_proved_organisation', expression: 'not organisation_proved or organisationsnummer is not null' }
  ]
});

/** What happened, one row per change, append-only; each row carries the hash of the one before. No personal data beyond the actor's id. */
export const Timeline = defineEntity({
  name: 'Timeline',
  properties: {
    case: () => p.manyToOne(Case).primary(),
    seq: p.integer().primary(),
    at: instant(),
    actor: p.text(),
    /** Null in a tombstone: removed because the law demands gallring, by the beslut that says so. */
    entry: p.json<JsonObject>().nullable(),
    gallradBy: p.uuid().nullable(),
    previous: sha256().nullable(),
    hash: sha256()
  },
  checks: [
    { name: 'timeline_first_has_no_previous', expression: '(seq = 1) = (previous is null)' },
    { name: 'timeline_removed_by_beslut', expression: '(entry is null) = (gallrad_by is not null)' }
  ]
});

/** A running clock of a case, with its absolute time. */
export const TimerRow = defineEntity({
  name: 'TimerRow',
  tableName: 'timer',
  properties: {
    case: () => p.manyToOne(Case).primary(),
    event: p.text().primary(),
    delay: p.text(),
    state: p.text(),
    lastDay: day().nullable(),
    at: instant()
  },
  indexes: [{ properties: ['at'] }]
});

/** An automation that has not answered; a result counts only with this seq. */
export const WaitingRow = defineEntity({
  name: 'WaitingRow',
  tableName: 'waiting',
  properties: {
    case: () => p.manyToOne(Case).primary(),
    id: p.text().primary(),
    seq: p.integer(),
    src: p.text(),
    input: p.json<JsonObject>()
  }
});

/** A way to follow a case without logging in. The token itself is not kept. */
export const StatusLink = defineEntity({
  name: 'StatusLink',
  properties: {
    tokenHash: sha256().primary(),
    case: () => p.manyToOne(Case),
    createdAt: instant(),
    revokedAt: instant().nullable()
  },
  indexes: [{ properties: ['case'] }]
});

/** One wish that was carried out or refused, so that its repeat gets the same answer. The key is kept hashed. */
export const CommandRow = defineEntity({
  name: 'CommandRow',
  tableName: 'command',
  properties: {
    key: sha256().primary(),
    request: sha256(),
    answer: p.json<JsonObject>().nullable(),
    at: instant()
  },
  indexes: [{ properties: ['at'] }]
});

/** A time of something that a case holds while it is open; no other case gets it meanwhile. */
export const BookingRow = defineEntity({
  name: 'BookingRow',
  tableName: 'booking',
  properties: {
    resource: p.text().primary(),
    time: p.text().primary(),
    case: () => p.manyToOne(Case)
  },
  indexes: [{ properties: ['case'] }]
});
