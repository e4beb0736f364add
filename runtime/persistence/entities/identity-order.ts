import { defineEntity, p } from '@mikro-orm/postgresql';
import type { JsonObject } from '../../definition/json.ts';
import type { Identity } from '../../ports/identity-provider.ts';
import { instant } from './columns.ts';
import { Person } from './organization.ts';

/**
 * A login or a signature that is going on, in the browser that began it. Any node can carry it on. Short-lived: what it
 * proved goes to the session or the submission, and the row is deleted.
 */
export const IdentityOrder = defineEntity({
  name: 'IdentityOrder',
  properties: {
    id: p.uuid().primary(),
    /** SHA-256 in hex of the secret that only the browser holds: nobody carries on another's order. */
    browserHash: p.text(),
    provider: p.text(),
    /** Who must sign; null for a login, where it is not known yet. */
    person: () => p.manyToOne(Person).deleteRule('cascade').nullable(),
    /** What is signed: `{ visible, nonVisible }`. */
    sign: p.json<{ visible: string; nonVisible: string }>().nullable(),
    returnTo: p.text(),
    sameDevice: p.boolean(),
    /** SHA-256 in hex of the word in the return address, which only the device that identified gets to see. New with each attempt. */
    nonceHash: p.text().nullable(),
    returned: p.boolean().default(false),
    status: p.enum(['new', 'pending', 'failed', 'complete'] as const),
    /** The provider's state of the attempt that runs. */
    state: p.json<Record<string, string | number>>().nullable(),
    /** The last hint of a pending attempt, the code of a failed one. */
    hint: p.text(),
    attempts: p.integer(),
    /** What was proved, and the provider's own words for it. */
    result: p.json<{ identity: Identity; evidence: JsonObject }>().nullable(),
    startedAt: instant(),
    /** When the provider was asked last: never more often than it allows, however many nodes and windows ask. */
    askedAt: instant(),
    expiresAt: instant()
  },
  indexes: [{ properties: ['expiresAt'] }],
  checks: [{ name: 'identity_order_signed_by_somebody', expression: '(sign is null) = (person_id is null)' }]
});
