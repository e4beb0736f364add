import type { Json } from '../definition/json.ts';
import type { ControlOptions, FieldKind } from '../definition/types.ts';

/** Posted fields by the key of the part; `''` is the control itself. */
export type PostedSample = Readonly<Record<string, string>>;

/** One kind of field with something right and something wrong in it, for the contract that all kinds keep. */
export interface KindSample {
  readonly posted: PostedSample;
  /** What the control says, of a kind that needs more than its name. */
  readonly options?: ControlOptions;
  readonly value: Json;
  /** How it prints, with plain spaces. */
  readonly sv: readonly string[];
  readonly en: readonly string[];
  /** What cannot be right, and the fault that it gives. */
  readonly wrong: { readonly posted: PostedSample; readonly code: string; readonly part?: string };
}

/** Every kind that somebody answers by fields of its own. Numbers of people are official test numbers. */
export const KIND_SAMPLES: Readonly<Partial<Record<FieldKind, KindSample>>> = {
  text: one('Föreningen', 'Föreningen', { '': 'x'.repeat(201) }, 'maxLength'),
  signature: one('Anna Berg', 'Anna Berg', { '': 'x'.repeat(121) }, 'maxLength'),
  property: one('Sundsvall Haga 1:23', 'Sundsvall Haga 1:23', { '': 'x'.repeat(101) }, 'maxLength'),
  'long-text': {
    ...one('Rad ett\r\nrad två', 'Rad ett\nrad två', { '': 'x'.repeat(4001) }, 'maxLength'),
    sv: ['Rad ett', 'rad två'],
    en: ['Rad ett', 'rad två']
  },
  number: { ...one('1 234', 1234, { '': 'många' }, 'type'), sv: ['1 234'], en: ['1,234'] },
  money: { ...one('1 234,50 kr', 123_450, { '': 'tolv' }, 'type'), sv: ['1 234,50 kr'], en: ['SEK 1,234.50'] },
  date: {
    ...one('21 nov 2026', '2026-11-21', { '': '31 feb 2026' }, 'format'),
    sv: ['21 nov 2026'],
    en: ['21 Nov 2026']
  },
  time: { ...one('8.30', '08:30', { '': 'lunch' }, 'format'), sv: ['08.30'], en: ['08:30'] },
  period: {
    posted: { from: '2026-05-01', to: '1 juni 2026' },
    value: { from: '2026-05-01', to: '2026-06-01' },
    sv: ['1 maj 2026 till 1 juni 2026'],
    en: ['1 May 2026 to 1 Jun 2026'],
    wrong: { posted: { from: '2026-05-02', to: '2026-05-01' }, code: 'order' }
  },
  'yes-no': { ...one('false', false, { '': 'kanske' }, 'type'), sv: ['Nej'], en: ['No'] },
  consent: { ...one('true', true, { '': 'kanske' }, 'type'), sv: ['Ja'], en: ['Yes'] },
  declaration: { ...one('on', true, { '': 'kanske' }, 'type'), sv: ['Ja'], en: ['Yes'] },
  'choose-one': { ...one('nej', 'nej', { '': 'kanske' }, 'enum'), sv: ['«nej»'], en: ['«nej»'] },
  'searchable-list': { ...one('ja', 'ja', { '': 'x'.repeat(201) }, 'maxLength'), sv: ['«ja»'], en: ['«ja»'] },
  'choose-many': { ...one('b', ['b'], { '': 'c' }, 'enum'), sv: ['«b»'], en: ['«b»'] },
  address: {
    posted: { careOf: '', street: 'Storgatan 1', postalCode: '852 30', city: 'Sundsvall' },
    value: { street: 'Storgatan 1', postalCode: '85230', city: 'Sundsvall' },
    sv: ['Storgatan 1', '852 30 Sundsvall'],
    en: ['Storgatan 1', '852 30 Sundsvall'],
    wrong: {
      posted: { street: 'Storgatan 1', postalCode: '8523', city: 'Sundsvall' },
      code: 'format',
      part: 'postalCode'
    }
  },
  'map-point': {
    posted: { lat: '62,39081', lon: '17.30692' },
    value: { lat: 62.39081, lon: 17.30692 },
    sv: ['N 62,39081, E 17,30692'],
    en: ['N 62.39081, E 17.30692'],
    wrong: { posted: { lat: '162', lon: '17' }, code: 'maximum', part: 'lat' }
  },
  'map-area': {
    posted: { points: '62.39 17.3, 62.39 17.301, 62.391 17.301', description: 'Vid bryggan' },
    value: {
      points: [
        { lat: 62.39, lon: 17.3 },
        { lat: 62.39, lon: 17.301 },
        { lat: 62.391, lon: 17.301 }
      ],
      description: 'Vid bryggan'
    },
    sv: [
      'Vid bryggan',
      'ungefär 2 900 m²',
      'N 62,39000, E 17,30000',
      'N 62,39000, E 17,30100',
      'N 62,39100, E 17,30100'
    ],
    en: ['Vid bryggan', 'about 2,900 m²', 'N 62.39000, E 17.30000', 'N 62.39000, E 17.30100', 'N 62.39100, E 17.30100'],
    wrong: { posted: { points: 'här och där' }, code: 'type', part: 'points' }
  },
  'personal-number': {
    ...one('900101-2385', '199001012385', { '': '900101-2386' }, 'format'),
    sv: ['19900101-2385'],
    en: ['19900101-2385']
  },
  'organisation-number': {
    ...one('5560160680', '5560160680', { '': '556016-0681' }, 'format'),
    sv: ['556016-0680'],
    en: ['556016-0680']
  },
  person: {
    posted: { name: 'Anna Berg', personalNumber: '900101-2385', email: 'anna@example.se' },
    value: { name: 'Anna Berg', personalNumber: '199001012385', email: 'anna@example.se' },
    sv: ['Anna Berg', '19900101-2385', 'anna@example.se'],
    en: ['Anna Berg', '19900101-2385', 'anna@example.se'],
    wrong: { posted: { name: '', email: 'anna@example.se' }, code: 'required', part: 'name' }
  },
  company: {
    posted: { name: 'Bygg AB', organisationNumber: '556016-0680', street: 'Storgatan 1' },
    value: { name: 'Bygg AB', organisationNumber: '5560160680', street: 'Storgatan 1' },
    sv: ['Bygg AB', '556016-0680', 'Storgatan 1'],
    en: ['Bygg AB', '556016-0680', 'Storgatan 1'],
    wrong: { posted: { name: 'Bygg AB', organisationNumber: '1' }, code: 'format', part: 'organisationNumber' }
  },
  child: {
    posted: { name: 'Alva Berg', personalNumber: '20140101-2396' },
    value: { name: 'Alva Berg', personalNumber: '201401012396' },
    sv: ['Alva Berg', '20140101-2396'],
    en: ['Alva Berg', '20140101-2396'],
    wrong: { posted: { name: 'Alva Berg', personalNumber: '1' }, code: 'format', part: 'personalNumber' }
  },
  'co-signers': {
    posted: { '0/name': 'Anna Berg', '0/personalNumber': '900101-2385', '0/email': 'anna@example.se' },
    value: [{ name: 'Anna Berg', personalNumber: '199001012385', email: 'anna@example.se' }],
    sv: ['Anna Berg, 19900101-2385, anna@example.se'],
    en: ['Anna Berg, 19900101-2385, anna@example.se'],
    wrong: {
      posted: { '0/name': 'Anna Berg', '0/email': 'anna@example.se', '0/personalNumber': '1' },
      code: 'format',
      part: '0/personalNumber'
    }
  },
  booking: {
    options: { kind: 'booking', resource: 'vigsel', times: ['2026-12-01T09:00', '2026-12-01T23:45'], minutes: 30 },
    ...one('2026-12-01T09:00', '2026-12-01T09:00', { '': '2026-12-02T09:00' }, 'enum'),
    sv: ['tis 1 dec 2026 kl. 09.00–09.30'],
    en: ['Tue 1 Dec 2026 at 09:00–09:30']
  },
  email: one('anna@example.se', 'anna@example.se', { '': 'anna@' }, 'format'),
  phone: {
    ...one('+46 70 174 06 05', '+46701740605', { '': 'ring' }, 'format'),
    sv: ['070-174 06 05'],
    en: ['070-174 06 05']
  }
};

function one(typed: string, value: Json, wrong: PostedSample, code: string): KindSample {
  const lines = [String(value)];
  return { posted: { '': typed }, value, sv: lines, en: lines, wrong: { posted: wrong, code } };
}

/** What nobody meant to send. */
export const HOSTILE_VALUES: readonly Json[] = [
  null,
  true,
  -0,
  1e308,
  '',
  ' \u0000\u202e',
  '<script>alert(1)</script>',
  '__proto__',
  '9'.repeat(10_000),
  [],
  [[[]]],
  [null, { id: {} }],
  {},
  JSON.parse('{"__proto__":{"polluted":true},"constructor":1}'),
  { from: {}, to: [], lat: 'x', name: { name: 1 }, street: ['a'] },
  JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`)
];
