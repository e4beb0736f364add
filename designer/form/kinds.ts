import type { JsonObject } from '#runtime/definition/json.ts';
import type { FieldKind } from '#runtime/definition/types.ts';
import type { SettingName } from './settings.ts';

/** What kinds are found under when a question is added. */
export const KIND_GROUPS = ['text', 'choice', 'number', 'time', 'who', 'place', 'many', 'service', 'say'] as const;

/** What the builder knows of a kind of field. A new kind is one entry here, beside its entry in the registry of kinds. */
export interface KindEntry {
  readonly group: (typeof KIND_GROUPS)[number];
  /** What its options begin with, beside the kind. */
  readonly options?: JsonObject;
  /** What its schema begins with beyond what the kind says itself. */
  readonly schema?: JsonObject;
  /** What can be set, in the order of the inspector. What every question has (texts, when it shows) is not told here. */
  readonly settings: readonly SettingName[];
}

const GIVEN = ['required'] as const satisfies readonly SettingName[];
/** What the applicant may have answered so in their last case. */
const ASKED = ['required', 'again'] as const satisfies readonly SettingName[];
const LINE = [...GIVEN, 'maxLength', 'minLength', 'pattern', 'prefill', 'autocomplete'] as const;
const KNOWN = [...GIVEN, 'prefill'] as const satisfies readonly SettingName[];
const ROWS = ['rowLabel', ...ASKED, 'minItems', 'maxItems'] as const satisfies readonly SettingName[];

/** Every kind, closed: one without an entry is a fault of types. */
export const KIND_ENTRIES: Readonly<Record<FieldKind, KindEntry>> = {
  text: { group: 'text', settings: LINE },
  'long-text': { group: 'text', settings: [...ASKED, 'maxLength', 'minLength'] },
  email: { group: 'text', settings: KNOWN },
  phone: { group: 'text', settings: KNOWN },
  'yes-no': { group: 'choice', settings: ASKED },
  'choose-one': { group: 'choice', settings: ['options', ...ASKED] },
  'choose-many': { group: 'choice', settings: ['options', ...ASKED, 'minItems', 'maxItems'] },
  'searchable-list': {
    group: 'choice',
    options: { source: 'options' },
    schema: { enum: ['alternativ-1'] },
    settings: ['source', 'sourceName', 'options', ...ASKED]
  },
  consent: { group: 'choice', schema: { const: true }, settings: GIVEN },
  declaration: { group: 'choice', schema: { const: true }, settings: GIVEN },
  number: { group: 'number', settings: [...ASKED, 'numberType', 'minimum', 'maximum'] },
  money: { group: 'number', settings: [...ASKED, 'minAmount', 'maxAmount'] },
  calculated: { group: 'number', options: { value: 0 }, settings: ['value', 'shownAs'] },
  date: { group: 'time', settings: ASKED },
  period: { group: 'time', settings: ASKED },
  time: { group: 'time', settings: ASKED },
  person: { group: 'who', settings: [...KNOWN, 'parts'] },
  company: { group: 'who', settings: [...KNOWN, 'parts'] },
  child: { group: 'who', settings: [...ASKED, 'parts'] },
  'personal-number': { group: 'who', settings: KNOWN },
  'organisation-number': { group: 'who', settings: KNOWN },
  'co-signers': { group: 'who', settings: [...ASKED, 'minItems', 'maxItems'] },
  signature: { group: 'who', settings: KNOWN },
  address: { group: 'place', settings: [...KNOWN, 'parts'] },
  property: { group: 'place', settings: ASKED },
  'map-point': { group: 'place', settings: ASKED },
  'map-area': { group: 'place', settings: ASKED },
  'repeating-group': { group: 'many', settings: ROWS },
  table: { group: 'many', settings: ROWS },
  file: {
    group: 'many',
    options: { types: ['application/pdf', 'image/jpeg', 'image/png'], maxCount: 5, maxBytes: 20_000_000 },
    settings: [...GIVEN, 'types', 'maxCount', 'maxBytes', 'tags']
  },
  payment: { group: 'service', options: { amount: 10_000 }, settings: ['amount'] },
  booking: {
    group: 'service',
    options: { resource: 'tid', times: ['2027-01-11T09:00'], minutes: 30 },
    settings: [...GIVEN, 'resource', 'times', 'minutes']
  },
  information: { group: 'say', settings: [] },
  warning: { group: 'say', settings: [] },
  stop: { group: 'say', settings: [] }
};

export const isKind = (kind: unknown): kind is FieldKind =>
  typeof kind === 'string' && Object.hasOwn(KIND_ENTRIES, kind);

/** The kinds of a group, in order. */
export const kindsOf = (group: KindEntry['group']): FieldKind[] =>
  Object.keys(KIND_ENTRIES)
    .filter(isKind)
    .filter((kind) => KIND_ENTRIES[kind].group === group);
