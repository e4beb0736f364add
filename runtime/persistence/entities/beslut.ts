import { defineEntity, p } from '@mikro-orm/postgresql';
import type { JsonObject } from '../../definition/json.ts';
import { Case, Party } from './case.ts';
import { day, instant } from './columns.ts';
import { Organ, Person } from './organization.ts';

export const BESLUT_KINDS = [
  'namndbeslut',
  'fullmaktigebeslut',
  'delegationsbeslut',
  'ordforandebeslut',
  'automatiserat',
  'verkstallighet'
] as const;
export const OUTCOMES = [
  'bifall',
  'delvis-bifall',
  'avslag',
  'avvisning',
  'avskrivning',
  'forelaggande',
  'forbud',
  'erinran',
  'varning',
  'aterkallelse',
  'inledande',
  'forlangning',
  'ingen-atgard',
  'overlamnande',
  'besvarat'
] as const;

/** A beslut: who made it, took part and presented it (FL 31 §), on what delegation (KL 6:37 to 40, 7:5 to 8), and how it can be appealed. */
export const Beslut = defineEntity({
  name: 'Beslut',
  properties: {
    id: p.uuid().primary(),
    case: () => p.manyToOne(Case),
    seq: p.integer(),
    kind: p.enum(BESLUT_KINDS),
    outcome: p.enum(OUTCOMES),
    delegation: p.text().nullable(),
    decidedBy: () => p.manyToOne(Person).nullable(),
    tookPart: p.array(),
    presentedBy: p.text().nullable(),
    decidedAt: instant(),
    /** Whether the parts were heard before it, or why not (FL 25 §). */
    communication: p.text().nullable(),
    reasons: p.text().nullable(),
    legalBasis: p.text(),
    /** Copied from the case type as it was: what the party was told must hold. */
    appeal: p.json<JsonObject>(),
    /** Why it may be carried out at once (FL 35 §), if it may. */
    immediateGround: p.text().nullable(),
    /** The day from which it has laga kraft. Null while that is unknown, because the day some party got it is. */
    lagaKraftOn: day().nullable(),
    enforceableSince: instant().nullable(),
    /** A rättelse (36 §) or ändring (37 to 39 §§) is a beslut of its own that takes another's place. */
    replaces: () => p.manyToOne(Beslut).nullable(),
    change: p.enum(['rattelse', 'andring'] as const).nullable()
  },
  uniques: [{ properties: ['case', 'seq'] }],
  checks: [
    {
      name: 'beslut_on_delegation_names_it',
      expression: "kind <> 'delegationsbeslut' or delegation is not null"
    },
    {
      name: 'beslut_made_by_somebody',
      expression:
        "decided_by_id is not null or kind in ('namndbeslut', 'fullmaktigebeslut', 'automatiserat', 'verkstallighet')"
    },
    { name: 'beslut_change_says_what', expression: '(replaces_id is null) = (change is null)' }
  ]
});

/** The day a party fick del av a beslut; until all parts have, laga kraft is unknown. */
export const BeslutReceipt = defineEntity({
  name: 'BeslutReceipt',
  properties: {
    beslut: () => p.manyToOne(Beslut).primary(),
    party: () => p.manyToOne(Party).primary(),
    receivedOn: day().nullable(),
    how: p.text().nullable(),
    proof: p.text().nullable(),
    lastDayToAppeal: day().nullable(),
    appealedOn: day().nullable()
  },
  checks: [
    { name: 'receipt_says_how', expression: '(received_on is null) = (how is null)' },
    { name: 'receipt_gives_last_day', expression: 'last_day_to_appeal is null or received_on is not null' }
  ]
});

/** A notice on the anslagstavla (KL 8:9 to 10), with when it went up and came down and who put it there. */
export const Notice = defineEntity({
  name: 'Notice',
  properties: {
    id: p.uuid().primary(),
    organ: () => p.manyToOne(Organ),
    case: () => p.manyToOne(Case).nullable(),
    beslut: () => p.manyToOne(Beslut).nullable(),
    kind: p.text(),
    title: p.text(),
    body: p.text(),
    upAt: instant(),
    upBy: () => p.manyToOne(Person).nullable(),
    /** The day after which it may come down. */
    lastDay: day(),
    downAt: instant().nullable(),
    downBy: () => p.manyToOne(Person).nullable()
  },
  indexes: [
    {
      name: 'notice_up',
      expression: 'create index "notice_up" on "notice" (up_at, id) where down_at is null'
    },
    {
      name: 'notice_down',
      expression: 'create index "notice_down" on "notice" (down_at, id) where down_at is not null'
    },
    { properties: ['case'] }
  ],
  checks: [{ name: 'notice_comes_down_after_it_went_up', expression: 'down_at >= up_at' }]
});
