import { defineEntity, p } from '@mikro-orm/postgresql';
import { instant, sha256 } from './columns.ts';
import { Person } from './organization.ts';

/** Another system that acts here. What it may do follows from its scopes: each acts with the membership of its person that it names. */
export const ServiceAccount = defineEntity({
  name: 'ServiceAccount',
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person),
    /** Of its token: a copy of the database opens nothing. */
    tokenHash: sha256().unique(),
    scopes: p.array(),
    createdAt: instant(),
    createdBy: () => p.manyToOne(Person),
    lastUsedAt: instant().nullable(),
    revokedAt: instant().nullable(),
    revokedBy: () => p.manyToOne(Person).nullable()
  },
  checks: [
    { name: 'service_account_revoked_by_somebody', expression: '(revoked_at is null) = (revoked_by_id is null)' }
  ]
});
