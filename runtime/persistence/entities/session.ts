import { defineEntity, p } from '@mikro-orm/postgresql';
import { instant } from './columns.ts';
import { Person } from './organization.ts';

/** A login. Holds the hash of the cookie's value: a copy of the database logs nobody in. */
export const Session = defineEntity({
  name: 'Session',
  properties: {
    idHash: p.text().primary(),
    person: () => p.manyToOne(Person).deleteRule('cascade'),
    createdAt: instant(),
    expiresAt: instant(),
    strength: p.text()
  },
  indexes: [{ properties: ['person'] }, { properties: ['expiresAt'] }]
});

/** How often something was tried in the current window. The key is hashed by who writes it. */
export const RateLimit = defineEntity({
  name: 'RateLimit',
  properties: { key: p.text().primary(), windowStart: instant(), count: p.integer() },
  indexes: [{ properties: ['windowStart'] }]
});
