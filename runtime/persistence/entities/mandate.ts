import { defineEntity, p } from '@mikro-orm/postgresql';
import type { JsonObject } from '../../definition/json.ts';
import { day, instant } from './columns.ts';
import { Organ, Person } from './organization.ts';

/**
 * A right to act for somebody that is kept here: a fullmakt that was signed here (FL 15 §), or one on paper, or what a court or the
 * överförmyndare has decided, which staff have registered before their organ. Nobody acts by one that is not signed, or is revoked.
 */
export const Fullmakt = defineEntity({
  name: 'Fullmakt',
  properties: {
    id: p.uuid().primary(),
    principalPerson: () => p.manyToOne(Person).nullable(),
    principalOrganisationsnummer: p.text().nullable(),
    principalName: p.text(),
    ombudPersonnummer: p.text(),
    /** As whoever gave it wrote it: no register is asked, so that nobody learns of a name by a number. */
    ombudName: p.text(),
    ground: p.enum(['fullmakt', 'guardian'] as const),
    /** By slug; null: all. */
    caseTypes: p.array().nullable(),
    /** Before which one on paper was shown, and holds; null for one that was signed here: it holds before all. */
    organ: () => p.manyToOne(Organ).nullable(),
    /** What was shown to staff, in their words. */
    basis: p.text().nullable(),
    fromDay: day(),
    toDay: day().nullable(),
    writtenBy: () => p.manyToOne(Person),
    writtenAt: instant(),
    signedAt: instant().nullable(),
    evidence: p.json<JsonObject>().nullable(),
    revokedAt: instant().nullable(),
    revokedBy: () => p.manyToOne(Person).nullable()
  },
  indexes: [
    {
      name: 'fullmakt_of_ombud',
      expression:
        'create index "fullmakt_of_ombud" on "fullmakt" (ombud_personnummer) where signed_at is not null and revoked_at is null'
    },
    { properties: ['principalPerson'] },
    { properties: ['principalOrganisationsnummer'] },
    {
      name: 'fullmakt_in_organ',
      expression:
        'create index "fullmakt_in_organ" on "fullmakt" (organ_key, written_at desc, id) where organ_key is not null'
    }
  ],
  checks: [
    {
      name: 'fullmakt_has_one_principal',
      expression: 'num_nonnulls(principal_person_id, principal_organisationsnummer) = 1'
    },
    { name: 'fullmakt_period', expression: 'to_day >= from_day' },
    { name: 'fullmakt_on_paper_in_an_organ', expression: '(basis is null) = (organ_key is null)' }
  ]
});

/** Who gave, registered or revoked a right to act for somebody, and who began and ceased to act by one. Never changed. */
export const MandateLog = defineEntity({
  name: 'MandateLog',
  properties: {
    seq: p.integer().primary().autoincrement(),
    at: instant(),
    actor: () => p.manyToOne(Person),
    /** `lost`: the right was gone while somebody acted by it. */
    act: p.enum(['given', 'registered', 'revoked', 'began', 'ended', 'lost'] as const),
    fullmaktId: p.uuid().nullable(),
    principalPersonId: p.uuid().nullable(),
    principalOrganisationsnummer: p.text().nullable()
  },
  indexes: [{ properties: ['fullmaktId'] }]
});
