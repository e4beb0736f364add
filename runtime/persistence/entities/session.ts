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
    strength: p.text(),
    /** For whom the person has chosen to act. The right to it is asked anew with every request. */
    principalPerson: () => p.manyToOne(Person).nullable().deleteRule('cascade'),
    principalOrganisationsnummer: p.text().nullable()
  },
  indexes: [{ properties: ['person'] }, { properties: ['expiresAt'] }],
  checks: [
    {
      name: 'session_acts_for_one',
      expression: 'num_nonnulls(principal_person_id, principal_organisationsnummer) <= 1'
    }
  ]
});

/** How often something was tried in the current window. The key is hashed by who writes it. */
export const RateLimit = defineEntity({
  name: 'RateLimit',
  properties: { key: p.text().primary(), windowStart: instant(), count: p.integer() },
  indexes: [{ properties: ['windowStart'] }]
});
