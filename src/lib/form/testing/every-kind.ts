import type { JsonObject } from '#runtime/definition/json.ts';
import type {
  Category,
  Control,
  FieldKind,
  Form,
  FormSchema,
  Label,
  PropertySchema,
  UiBlock
} from '#runtime/definition/types.ts';
import { KINDS } from '#runtime/form/kinds/registry.ts';
import type { Answers } from '#runtime/form/model.ts';

/** A form with every field kind, for the contract test and the page that shows them. */

const plain = (id: string, kind: Exclude<FieldKind, 'information' | 'warning' | 'stop'>): Control => ({
  type: 'Control',
  id,
  scope: `#/properties/${id}`,
  // Every kind that is asked here needs no options beyond its name; those that do are written out below.
  options: { kind } as Control['options']
});

const label = (id: string, kind: Label['options']['kind'], when?: Label['visibleWhen']): Label => ({
  type: 'Label',
  id,
  options: { kind },
  ...(when && { visibleWhen: when })
});

const page = (id: string, elements: UiBlock[]): Category => ({ type: 'Category', id, elements });

const LINES = {
  text: 'text',
  longText: 'long-text',
  number: 'number',
  money: 'money',
  date: 'date',
  time: 'time',
  email: 'email',
  phone: 'phone',
  property: 'property',
  personalNumber: 'personal-number',
  organisationNumber: 'organisation-number',
  signature: 'signature'
} as const;

const COMPOUND = {
  address: 'address',
  person: 'person',
  company: 'company',
  child: 'child',
  period: 'period'
} as const;

const schemaOf = (kind: FieldKind): PropertySchema => KINDS[kind].schema ?? { type: 'string', maxLength: 10 };
const schemas = (kinds: Readonly<Record<string, FieldKind>>) =>
  Object.fromEntries(Object.entries(kinds).map(([id, kind]) => [id, schemaOf(kind)]));
const controls = (kinds: Readonly<Record<string, Parameters<typeof plain>[1]>>) =>
  Object.entries(kinds).map(([id, kind]) => plain(id, kind));

const municipalities = [
  'lindsjo',
  'ekeby',
  'granby',
  'hallby',
  'ostby',
  'vasby',
  'norrby',
  'soderby',
  'almby',
  'bjorkby',
  'kullby',
  'roby',
  'taby'
];

const properties: FormSchema['properties'] = {
  ...schemas(LINES),
  ...schemas(COMPOUND),
  yesNo: { type: 'boolean' },
  why: { type: 'string', minLength: 1, maxLength: 200 },
  chooseOne: { type: 'string', enum: ['house', 'extension', 'garage'] },
  area: { type: 'integer', minimum: 1, maximum: 10_000 },
  distance: { type: 'string', format: 'decimal', maxLength: 10 },
  chooseFromMany: { type: 'string', enum: municipalities },
  country: { type: 'string', maxLength: 2 },
  chooseMany: {
    type: 'array',
    minItems: 1,
    maxItems: 3,
    uniqueItems: true,
    items: { type: 'string', enum: ['ramp', 'lift', 'parking'] }
  },
  consent: { type: 'boolean', const: true },
  declaration: { type: 'boolean', const: true },
  file: schemaOf('file'),
  mapPoint: {
    type: 'object',
    additionalProperties: false,
    required: ['lat', 'lon'],
    properties: {
      lat: { type: 'number', minimum: -90, maximum: 90 },
      lon: { type: 'number', minimum: -180, maximum: 180 },
      description: { type: 'string', maxLength: 200 }
    }
  },
  mapArea: schemaOf('map-area'),
  coSigners: schemaOf('co-signers'),
  fee: schemaOf('payment'),
  booking: schemaOf('booking'),
  costs: {
    type: 'array',
    minItems: 1,
    maxItems: 4,
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['post', 'what', 'amount'],
      properties: {
        post: { type: 'string', enum: ['ground', 'frame', 'other'] },
        what: { type: 'string', minLength: 1, maxLength: 100 },
        amount: { type: 'integer', minimum: 0, maximum: 100_000_000 }
      }
    }
  },
  total: { type: 'integer' }
};

const optional = new Set(['signature', 'property', 'company', 'distance', 'mapPoint', 'mapArea', 'total', 'fee']);

export const everyKind: Form = {
  schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    additionalProperties: false,
    required: Object.keys(properties).filter((key) => !optional.has(key)),
    properties
  },
  ui: {
    type: 'Categorization',
    id: 'every',
    elements: [
      page('lines', [label('information', 'information'), ...controls(LINES)]),
      page('choices', [
        plain('yesNo', 'yes-no'),
        { ...plain('why', 'text'), visibleWhen: { op: 'eq', field: '/application/yesNo', value: true } },
        label('stop', 'stop', { op: 'eq', field: '/application/yesNo', value: false }),
        plain('chooseOne', 'choose-one'),
        { ...plain('area', 'number'), visibleWhen: { op: 'eq', field: '/application/chooseOne', value: 'extension' } },
        label('warning', 'warning', { op: 'eq', field: '/application/chooseOne', value: 'garage' }),
        { ...plain('distance', 'number'), visibleWhen: { op: 'eq', field: '/application/chooseOne', value: 'garage' } },
        plain('chooseFromMany', 'choose-one'),
        {
          ...plain('country', 'searchable-list'),
          options: { kind: 'searchable-list', source: 'register', name: 'countries' }
        },
        plain('chooseMany', 'choose-many'),
        plain('consent', 'consent'),
        plain('declaration', 'declaration')
      ]),
      page('compound', controls(COMPOUND)),
      page('together', [
        plain('coSigners', 'co-signers'),
        {
          ...plain('booking', 'booking'),
          options: {
            kind: 'booking',
            resource: 'vigsel',
            times: ['2026-11-20T10:00', '2026-12-01T09:00', '2026-12-01T09:30', '2026-12-02T13:00'],
            minutes: 30
          }
        },
        { ...plain('fee', 'payment'), options: { kind: 'payment', amount: 35_000 } }
      ]),
      page('things', [
        {
          ...plain('file', 'file'),
          options: {
            kind: 'file',
            types: ['image/jpeg', 'application/pdf'],
            maxCount: 3,
            maxBytes: 15_000_000,
            tags: ['drawing', 'photo']
          }
        },
        plain('mapPoint', 'map-point'),
        plain('mapArea', 'map-area'),
        {
          type: 'Group',
          id: 'budget',
          elements: [
            {
              ...plain('costs', 'repeating-group'),
              options: {
                kind: 'repeating-group',
                detail: {
                  type: 'Group',
                  id: 'cost',
                  elements: [
                    plain('post', 'choose-one'),
                    { ...plain('what', 'text'), visibleWhen: { op: 'eq', item: '/post', value: 'other' } },
                    plain('amount', 'money')
                  ]
                }
              }
            },
            {
              ...plain('total', 'calculated'),
              options: {
                kind: 'calculated',
                shownAs: 'money',
                value: { calc: 'sum', list: '/application/costs', item: '/amount' }
              }
            }
          ]
        }
      ])
    ]
  }
};

const LABELS: Readonly<Record<string, string>> = {
  lines: 'Skriv i fälten',
  information: 'Här visas varje sorts fält, så att vi kan se och prova dem.',
  text: 'Vad heter föreningen?',
  longText: 'Beskriv vad du vill göra',
  number: 'Hur många kommer?',
  money: 'Hur mycket kostar det?',
  date: 'När vill du börja bygga?',
  time: 'Vilken tid börjar det?',
  email: 'E-postadress',
  phone: 'Telefonnummer',
  property: 'Fastighet',
  personalNumber: 'Personnummer',
  organisationNumber: 'Organisationsnummer',
  signature: 'Namnförtydligande',
  choices: 'Välj',
  yesNo: 'Har du börjat bygga?',
  why: 'Varför har du börjat?',
  stop: 'Du kan inte använda den här tjänsten',
  chooseOne: 'Vilken åtgärd gäller ansökan?',
  area: 'Tillbyggnadens byggnadsarea',
  warning: 'Garage närmare än 4,5 meter från gränsen kräver grannens medgivande.',
  distance: 'Avstånd till gränsen i meter',
  chooseFromMany: 'Vilken ort gäller det?',
  country: 'Vilket land kommer ni från?',
  chooseMany: 'Vad behöver ni på platsen?',
  consent: 'Jag godkänner att kommunen skickar beslutet med e-post.',
  declaration: 'Jag intygar att uppgifterna är riktiga.',
  compound: 'Vem och när',
  address: 'Adress dit vi skickar fakturan',
  person: 'Vem är kontrollansvarig?',
  company: 'Företag som bygger',
  period: 'När pågår arbetet?',
  child: 'Vilket barn gäller det?',
  together: 'Underskrift, tid och avgift',
  coSigners: 'Vilka ska också skriva under?',
  booking: 'När vill ni komma?',
  fee: 'Avgift',
  mapArea: 'Rita ut området',
  things: 'Filer, plats och kostnader',
  file: 'Ritningar och bilder',
  mapPoint: 'Peka ut platsen',
  budget: 'Beräknad kostnad',
  costs: 'Kostnader',
  cost: 'Kostnad',
  post: 'Post',
  what: 'Vad är det?',
  amount: 'Belopp',
  total: 'Summa'
};

const OTHER: Readonly<Record<string, string>> = {
  'text.error': 'Skriv föreningens namn.',
  'longText.help': 'Några meningar räcker.\nSkriv inte om andra personer.',
  'area.help': 'Hela kvadratmeter, mätt utvändigt.',
  'area.error': 'Ange byggnadsarean i hela kvadratmeter, till exempel 24.',
  'stop.reason':
    'Du måste vänta på startbesked innan du bygger.\n\nRing oss på 0123-45 60 00, så hjälper vi dig vidare.',
  'chooseOne.help': 'Friggebod och attefallshus kan vara fria från lov.',
  'costs.help': 'En rad för varje kostnad. Summan räknas ut åt dig.',
  'file.help': 'Situationsplan och fasadritningar.',
  'chooseOne.option.house': 'Nytt bostadshus',
  'chooseOne.option.extension': 'Tillbyggnad',
  'chooseOne.option.garage': 'Garage, carport eller förråd',
  'chooseMany.option.ramp': 'Ramp',
  'chooseMany.option.lift': 'Hiss',
  'chooseMany.option.parking': 'Parkering för rörelsehindrade',
  'post.option.ground': 'Mark och grund',
  'post.option.frame': 'Stomme, tak och fasad',
  'post.option.other': 'Annat',
  'file.option.drawing': 'Ritning',
  'file.option.photo': 'Bild',
  ...Object.fromEntries(
    municipalities.map((name) => [`chooseFromMany.option.${name}`, name[0]?.toUpperCase() + name.slice(1)])
  )
};

export const texts: Readonly<Record<string, string>> = Object.fromEntries([
  ...Object.entries(LABELS).map(([id, text]) => [`form.application.${id}.label`, text]),
  ...Object.entries(OTHER).map(([key, text]) => [`form.application.${key}`, text])
]);

const valid: Answers = {
  text: 'Lindsjö båtklubb',
  longText: 'Vi vill bygga en brygga.\nDen blir tolv meter.',
  number: 42,
  money: 125_050,
  date: '2026-12-24',
  time: '14:30',
  email: 'alva@exempel.se',
  phone: '+46701740605',
  property: 'Lindsjö Ekbacken 4:12',
  personalNumber: '192412309268',
  organisationNumber: '5560160680',
  signature: 'Alva Testberg',
  yesNo: true,
  why: 'Grunden fanns redan.',
  chooseOne: 'extension',
  area: 24,
  chooseFromMany: 'norrby',
  country: 'NO',
  chooseMany: ['ramp', 'parking'],
  consent: true,
  declaration: true,
  address: { street: 'Storgatan 8', postalCode: '12345', city: 'Lindsjö' },
  person: {
    name: 'Alva Testberg',
    personalNumber: '192412309268',
    street: 'Storgatan 8',
    postalCode: '12345',
    city: 'Lindsjö',
    email: 'alva@exempel.se',
    phone: '+46701740605'
  },
  company: { name: 'Ekan AB', organisationNumber: '5560160680' },
  child: { name: 'Alma Testberg', personalNumber: '201401012396' },
  coSigners: [{ name: 'Johan Testberg', personalNumber: '189001019802', email: 'johan@exempel.se' }],
  booking: '2026-12-01T09:30',
  mapArea: {
    points: [
      { lat: 59.12, lon: 15.04 },
      { lat: 59.12, lon: 15.06 },
      { lat: 59.13, lon: 15.05 }
    ]
  },
  period: { from: '2026-12-01', to: '2027-02-28' },
  file: [{ id: 'f1', name: 'Situationsplan.pdf', size: 1_234_567, type: 'application/pdf', tag: 'drawing' }],
  mapPoint: { lat: 59.12, lon: 15.05, description: 'Vid den gula boden' },
  costs: [
    { post: 'ground', amount: 8_500_000 },
    { post: 'other', what: 'Staket', amount: 240_050 }
  ]
};

const unreadable = (text: string): Answers => ({
  ...valid,
  ...Object.fromEntries(Object.keys(LINES).map((id) => [id, text])),
  why: text,
  area: text,
  chooseFromMany: text,
  country: text,
  address: { street: text, postalCode: text, city: text, careOf: text },
  person: { name: text, personalNumber: text, street: text, postalCode: text, city: text, email: text, phone: text },
  company: { name: text, organisationNumber: text },
  child: { name: text, personalNumber: text },
  coSigners: [{ name: text, personalNumber: text, email: text, phone: text }],
  booking: text,
  mapArea: { points: text, description: text },
  period: { from: text, to: text },
  file: [{ id: 'f1', name: `${text}.pdf`, size: 1, type: 'application/pdf', tag: text }],
  mapPoint: { lat: text, lon: text, description: text },
  costs: [{ post: 'other', what: text, amount: text }]
});

export const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(1)>{x} ' javascript:alert(1)`;

/** Answers to look at: nothing, all right, what nobody can read, and what somebody sends to do harm. */
export const answers: Readonly<Record<'empty' | 'valid' | 'wrong' | 'hostile', JsonObject>> = {
  empty: {},
  valid,
  wrong: unreadable('tjugofyra'),
  hostile: unreadable(HOSTILE)
};
