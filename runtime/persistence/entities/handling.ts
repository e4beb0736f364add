import { defineEntity, p } from '@mikro-orm/postgresql';
import type { JsonObject } from '../../definition/json.ts';
import { Beslut } from './beslut.ts';
import { CaseTypeVersion } from './case-type.ts';
import { Case, Party } from './case.ts';
import { day, instant, sha256 } from './columns.ts';
import { Draft } from './draft.ts';
import { Organ, Person } from './organization.ts';

export const ORIGINS = ['inkommen', 'utgaende', 'intern'] as const;
/** Why a handling is allmän (TF 2:9 and 2:10). */
export const ALLMAN_GROUNDS = ['inkommen', 'expedierad', 'slutbehandlat', 'justerad', 'fardigstalld'] as const;
/** Registered in the diarium, kept in order without it (OSL 5:1), excepted (OSF 2 §), or of little importance. */
export const REGISTRATION_MODES = ['diarium', 'ordnad', 'undantagen', 'ringa'] as const;
export const HANDLING_ACTS = [
  'godkand',
  'faststalld',
  'expedierad',
  'arkiverad',
  'gallrad',
  'tillford',
  'rensad'
] as const;

/** What was answered in one form, and the form as it was shown. */
export const Submission = defineEntity({
  name: 'Submission',
  properties: {
    id: p.uuid().primary(),
    case: () => p.manyToOne(Case),
    seq: p.integer(),
    version: () => p.manyToOne(CaseTypeVersion),
    form: p.text(),
    answers: p.json<JsonObject>(),
    /** Labels, help, options, order and visibility as shown, as text: it is read in ten years, in the order it had. */
    snapshot: p.text().nullable(),
    language: p.text(),
    /** Over the canonical JSON of answers, form, version and language: what was signed. */
    sha256: sha256(),
    submittedBy: () => p.manyToOne(Person).nullable(),
    /** The party whose it is: of whoever sent it, or of whom they acted for. */
    party: () => p.manyToOne(Party).nullable(),
    submittedAt: instant()
  },
  uniques: [{ properties: ['case', 'seq'] }]
});

/** The evidence of a signature over a submission. */
export const Signature = defineEntity({
  name: 'Signature',
  properties: {
    id: p.uuid().primary(),
    submission: () => p.manyToOne(Submission),
    person: () => p.manyToOne(Person).nullable(),
    method: p.text(),
    signedAt: instant(),
    evidence: p.json<JsonObject>()
  },
  indexes: [{ properties: ['submission'] }]
});

/** Somebody who is asked to sign what the applicant filed. No answer: they are waited for. */
export const CoSigner = defineEntity({
  name: 'CoSigner',
  properties: {
    party: () => p.manyToOne(Party).primary(),
    case: () => p.manyToOne(Case),
    submission: () => p.manyToOne(Submission),
    answer: p.enum(['signed', 'refused'] as const).nullable(),
    answeredAt: instant().nullable()
  },
  indexes: [{ properties: ['case'] }],
  checks: [{ name: 'co_signer_answered_at_a_time', expression: '(answer is null) = (answered_at is null)' }]
});

/** The way of one co-signer to what they are asked to sign. The token itself is not kept. */
export const SigningLink = defineEntity({
  name: 'SigningLink',
  properties: {
    tokenHash: sha256().primary(),
    party: () => p.manyToOne(Party),
    createdAt: instant()
  },
  indexes: [{ properties: ['party'] }]
});

/**
 * A handling of a case. Three separate facts: where it comes from (`origin`), whether and why it is allmän, and what was done with it
 * (`HandlingAct`). The day it arrived and the moment it was registered are two (FL 22 §).
 */
export const Handling = defineEntity({
  name: 'Handling',
  properties: {
    id: p.uuid().primary(),
    case: () => p.manyToOne(Case),
    lopnummer: p.integer(),
    handlingstyp: p.text(),
    title: p.text(),
    origin: p.enum(ORIGINS),
    /** Null: arbetsmaterial. */
    allmanSince: day().nullable(),
    allmanGround: p.enum(ALLMAN_GROUNDS).nullable(),
    registrationMode: p.enum(REGISTRATION_MODES),
    registeredAt: instant().nullable(),
    arrivedOn: day().nullable(),
    /** From whom it came or to whom it went (OSL 5:2). */
    correspondent: p.text().nullable(),
    /** The paragraph of OSL that the mark warns of. A warning only: every request is tried anew. */
    sekretess: p.text().nullable(),
    submission: () => p.manyToOne(Submission).nullable(),
    beslut: () => p.manyToOne(Beslut).nullable(),
    /** Of the content, so that the timeline vouches for it. */
    sha256: sha256().nullable(),
    createdBy: () => p.manyToOne(Person).nullable(),
    createdAt: instant()
  },
  uniques: [{ properties: ['case', 'lopnummer'] }],
  checks: [
    { name: 'handling_allman_has_ground', expression: '(allman_since is null) = (allman_ground is null)' },
    { name: 'handling_inkommen_has_arrived', expression: "(origin = 'inkommen') = (arrived_on is not null)" },
    {
      name: 'handling_inkommen_is_allman',
      expression: "origin <> 'inkommen' or allman_ground is not distinct from 'inkommen'"
    },
    {
      name: 'handling_diarium_is_registered',
      expression: "registration_mode <> 'diarium' or allman_since is null or registered_at is not null"
    }
  ]
});

export const HandlingAct = defineEntity({
  name: 'HandlingAct',
  properties: {
    id: p.uuid().primary(),
    handling: () => p.manyToOne(Handling),
    kind: p.enum(HANDLING_ACTS),
    at: instant(),
    person: () => p.manyToOne(Person).nullable(),
    recipient: p.text().nullable(),
    how: p.text().nullable()
  },
  indexes: [{ properties: ['handling'] }],
  checks: [
    {
      name: 'handling_act_expedierad_to_whom_and_how',
      expression: "kind <> 'expedierad' or (recipient is not null and how is not null)"
    }
  ]
});

/** A file's facts; its bytes are in the file store. It belongs to a draft, or to a case, and there to a handling once it is filed. */
export const FileRow = defineEntity({
  name: 'FileRow',
  tableName: 'file',
  properties: {
    id: p.uuid().primary(),
    draft: () => p.manyToOne(Draft).nullable().deleteRule('cascade'),
    case: () => p.manyToOne(Case).nullable(),
    handling: () => p.manyToOne(Handling).nullable(),
    name: p.text(),
    mediaType: p.text(),
    size: p.bigint('number'),
    sha256: sha256(),
    storageKey: p.text().unique(),
    scan: p.enum(['clean', 'not-scanned'] as const),
    uploadedBy: () => p.manyToOne(Person).nullable(),
    uploadedAt: instant()
  },
  indexes: [{ properties: ['draft'] }, { properties: ['case'] }, { properties: ['handling'] }],
  checks: [
    { name: 'file_has_one_owner', expression: 'num_nonnulls(draft_id, case_id) = 1' },
    { name: 'file_of_handling_is_of_case', expression: 'handling_id is null or case_id is not null' }
  ]
});

/**
 * The next free number of one series: one row per organ, series and year, locked from its use to the commit. Cases that are not
 * registered count apart (`registered` false), or the diarium would have gaps.
 */
export const DiariumSeries = defineEntity({
  name: 'DiariumSeries',
  properties: {
    organ: () => p.manyToOne(Organ).primary(),
    series: p.text().primary(),
    year: p.integer().primary(),
    registered: p.boolean().primary(),
    next: p.integer()
  }
});

/** A number in a diarium, given to one case. Append-only: a wrong registration is makulerad and keeps its number. */
export const Registration = defineEntity({
  name: 'Registration',
  properties: {
    organ: () => p.manyToOne(Organ).primary(),
    series: p.text().primary(),
    year: p.integer().primary(),
    number: p.integer().primary(),
    case: () => p.oneToOne(Case).owner(),
    at: instant()
  }
});

/** A document that somebody must send to a party who reads nothing on Mina sidor. Sent, it is expedierad. */
export const Letter = defineEntity({
  name: 'Letter',
  properties: {
    id: p.uuid().primary(),
    case: () => p.manyToOne(Case),
    handling: () => p.manyToOne(Handling),
    party: () => p.manyToOne(Party),
    createdAt: instant(),
    sentOn: day().nullable(),
    how: p.text().nullable(),
    sentBy: () => p.manyToOne(Person).nullable()
  },
  uniques: [{ properties: ['handling', 'party'] }],
  indexes: [
    { properties: ['case'] },
    {
      name: 'letter_unsent',
      expression: 'create index "letter_unsent" on "letter" (created_at) where sent_on is null'
    }
  ],
  checks: [{ name: 'letter_sent_says_how', expression: '(sent_on is null) = (how is null)' }]
});
