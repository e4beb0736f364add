import { defineEntity, p } from '@mikro-orm/postgresql';
import { Case } from './case.ts';
import { instant, sha256 } from './columns.ts';

/** Shows the sender of an application what was sent, for a while after, also one who did not log in. */
export const Receipt = defineEntity({
  name: 'Receipt',
  properties: {
    tokenHash: sha256().primary(),
    case: () => p.manyToOne(Case),
    expiresAt: instant()
  },
  indexes: [{ properties: ['case'] }, { properties: ['expiresAt'] }]
});
