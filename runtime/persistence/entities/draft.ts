import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Registration } from '../../case/registration.ts';
import type { JsonObject } from '../../definition/json.ts';
import { CaseTypeVersion } from './case-type.ts';
import { Case } from './case.ts';
import { instant, sha256 } from './columns.ts';
import type { Prefilled } from '../../form/prefill.ts';
import { Person } from './organization.ts';

/** What somebody is filling in: an application, or the form of an event in a case. A citizen's is stored for the citizen alone (TF 2:13): no staff role reads it. */
export const Draft = defineEntity({
  name: 'Draft',
  properties: {
    id: p.uuid().primary(),
    version: () => p.manyToOne(CaseTypeVersion),
    person: () => p.manyToOne(Person).nullable(),
    tokenHash: sha256().nullable(),
    /** Of an organisation: whoever acts for it goes on with it. */
    organisationsnummer: p.text().nullable(),
    /** Who fills it in for the person, when that is another: an ombud sees what they began and nothing of what the person writes alone. */
    begunBy: () => p.manyToOne(Person).nullable(),
    case: () => p.manyToOne(Case).nullable(),
    event: p.text().nullable(),
    answers: p.json<JsonObject>(),
    /** What stood there from the start, and where it came from. */
    prefilled: p.json<Prefilled | readonly Prefilled[]>().nullable(),
    /** How it came in, when somebody at work fills it in for another. */
    registration: p.json<Registration>().nullable(),
    language: p.text(),
    createdAt: instant(),
    savedAt: instant(),
    expiresAt: instant()
  },
  indexes: [
    { properties: ['person'] },
    { properties: ['organisationsnummer'] },
    { properties: ['case'] },
    { properties: ['expiresAt'] },
    {
      name: 'draft_of_person',
      expression:
        'create unique index "draft_of_person" on "draft" ("case_id", "event", "person_id", "begun_by_id") nulls not distinct where person_id is not null and case_id is not null'
    },
    {
      name: 'draft_of_organisation',
      expression:
        'create unique index "draft_of_organisation" on "draft" ("case_id", "event", "organisationsnummer") where organisationsnummer is not null and case_id is not null'
    },
    {
      name: 'draft_of_token',
      expression:
        'create unique index "draft_of_token" on "draft" ("case_id", "event", "token_hash") where token_hash is not null and case_id is not null'
    }
  ],
  checks: [
    { name: 'draft_has_one_key', expression: 'num_nonnulls(person_id, token_hash, organisationsnummer) = 1' },
    { name: 'draft_begun_for_a_person', expression: 'begun_by_id is null or person_id is not null' },
    { name: 'draft_event_in_case', expression: '(case_id is null) = (event is null)' }
  ]
});
