import { defineEntity, p } from '@mikro-orm/postgresql';
import type { JsonObject } from '../../definition/json.ts';
import { CaseTypeVersion } from './case-type.ts';
import { instant, sha256 } from './columns.ts';
import { Person } from './organization.ts';

/** A citizen's draft, stored for the citizen alone (TF 2:13): no staff role reads it. */
export const Draft = defineEntity({
  name: 'Draft',
  properties: {
    id: p.uuid().primary(),
    version: () => p.manyToOne(CaseTypeVersion),
    person: () => p.manyToOne(Person).nullable(),
    tokenHash: sha256().nullable(),
    answers: p.json<JsonObject>(),
    language: p.text(),
    createdAt: instant(),
    savedAt: instant(),
    expiresAt: instant()
  },
  indexes: [{ properties: ['person'] }, { properties: ['expiresAt'] }],
  checks: [{ name: 'draft_has_one_key', expression: 'num_nonnulls(person_id, token_hash) = 1' }]
});
