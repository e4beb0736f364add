import { defineEntity, p } from '@mikro-orm/postgresql';
import { Case } from './case.ts';
import { instant } from './columns.ts';

/** A payment at the provider, for one visit of an automation that waits. Kept for the bookkeeping and for whoever asks. */
export const Payment = defineEntity({
  name: 'Payment',
  properties: {
    id: p.uuid().primary(),
    case: () => p.manyToOne(Case),
    automation: p.text(),
    visit: p.integer(),
    providerId: p.text(),
    location: p.text(),
    /** In öre. */
    amount: p.bigint(),
    reference: p.text(),
    /** `late`: paid when the case no longer waited for it. */
    status: p.enum(['open', 'paid', 'late', 'ended'] as const),
    createdAt: instant(),
    /** When the provider was asked last. */
    askedAt: instant(),
    settledAt: instant().nullable()
  },
  indexes: [
    { properties: ['case'] },
    {
      name: 'payment_open_once',
      expression: `create unique index "payment_open_once" on "payment" (case_id, automation, visit) where status = 'open'`
    }
  ],
  checks: [
    { name: 'payment_settled_at_a_time', expression: "(status = 'open') = (settled_at is null)" },
    { name: 'payment_of_something', expression: 'amount > 0' }
  ]
});
