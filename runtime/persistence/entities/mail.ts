import { defineEntity, p } from '@mikro-orm/postgresql';
import { Case, Party } from './case.ts';
import { instant } from './columns.ts';

/** A mail that was sent or is about to be. The key makes a repeated job harmless. */
export const Mail = defineEntity({
  name: 'Mail',
  properties: {
    id: p.uuid().primary(),
    key: p.text().unique(),
    case: () => p.manyToOne(Case).nullable(),
    party: () => p.manyToOne(Party).nullable(),
    recipient: p.text(),
    subject: p.text(),
    body: p.text(),
    attachments: p.array(),
    createdAt: instant(),
    sentAt: instant().nullable()
  },
  indexes: [{ properties: ['case'] }]
});
