import type { JsonObject } from '#runtime/definition/json.ts';
import type { CaseTypeSettings } from '#runtime/definition/types.ts';
import type { CaseTypeDocument } from '../document/model.ts';
import QUESTIONS from './questions.json' with { type: 'json' };

export const CATEGORIES = ['anmalan', 'ansokan', 'begaran', 'bestallning', 'forfragan', 'forslag', 'tillsyn'] as const;
export type Category = (typeof CATEGORIES)[number];

/** What must be known of a new case type. */
export interface NewCaseType {
  readonly slug: string;
  readonly title: string;
  readonly category: Category;
  readonly owner: CaseTypeSettings['owner'];
}

/** The kinds that end in a beslut somebody may appeal; the others are answered. */
const DECIDED: ReadonlySet<Category> = new Set(['ansokan', 'begaran', 'tillsyn']);

/**
 * A small case type of its kind: one page, a queue, and an end. The check has no error in it but that a beslut on delegation names no item,
 * which only the owner's delegationsordning can tell. Pure.
 */
export function templateOf({ slug, title, category, owner }: NewCaseType): CaseTypeDocument {
  const decided = DECIDED.has(category);
  const question = QUESTIONS[category];
  const forms = { application: applicationForm(question.id), ...(decided ? { beslut: beslutForm() } : {}) };
  return {
    settings: settingsOf({ slug, category, owner }, decided),
    forms,
    flow: decided ? decidedFlow(category === 'tillsyn' ? 'party' : 'applicant') : answeredFlow(),
    decisions: {},
    texts: { sv: textsOf({ title, question: question.label, id: question.id }, decided) },
    templates: {},
    scenarios: {},
    layout: { nodes: {}, edges: {} }
  };
}

function settingsOf(
  { slug, category, owner }: Pick<NewCaseType, 'slug' | 'category' | 'owner'>,
  decided: boolean
): JsonObject {
  const registration = {
    mode: 'diarium',
    series: owner.organ.slice(0, 3).toUpperCase(),
    statute: { sfs: '2009:400', paragraph: '5 kap. 1 §' }
  };
  const staff = category === 'tillsyn';
  const sees = ['status', 'messages', 'beslut'];
  return {
    formatVersion: 1,
    slug,
    category,
    owner: { organ: owner.organ, kind: owner.kind, unit: owner.unit },
    adopters: [],
    channels: staff ? ['internal'] : ['e-service', 'phone', 'letter', 'visit'],
    appeal: decided
      ? {
          kind: 'forvaltningsbesvar',
          instance: 'forvaltningsratten',
          handIn: 'beslutande-organ',
          period: 'P21D',
          startsWhen: 'received',
          statute: { sfs: '2017:900', paragraph: '40–44 §§' }
        }
      : { kind: 'ej-overklagbart', statute: { sfs: '2017:900', paragraph: '41 §' } },
    initiatedBy: staff ? 'authority' : 'party',
    parties: [
      staff
        ? { role: 'party', isPart: true, addedBy: ['caseworker'], sees }
        : { role: 'applicant', isPart: decided, addedBy: ['applicant', 'caseworker'], sees }
    ],
    delegation: [],
    legalBasis: [],
    confidentiality: [],
    securityClass: { confidentiality: 1, integrity: 1, availability: 1 },
    personalData: [],
    handlingstyper: [
      { key: 'inkommen', forms: ['application'], registration },
      ...(decided ? [{ key: 'beslut', forms: ['beslut'], registration }] : [])
    ],
    visibleTo: { contactCentre: 'status', otherOrgans: 'none' },
    servicePromise: { period: 'P30D', days: 'calendar' },
    deadlines: { statutory: [] },
    eService: {
      ...(staff
        ? { authentication: 'staff', signature: 'none' }
        : decided
          ? { authentication: 'eid', assurance: 'loa3', signature: 'applicant' }
          : { authentication: 'optional', signature: 'none' }),
      draftDays: 30,
      level: staff ? 0 : 2
    }
  };
}

const SCHEMA = { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', additionalProperties: false };

const applicationForm = (id: string): JsonObject => ({
  schema: { ...SCHEMA, required: [id], properties: { [id]: { type: 'string', minLength: 1, maxLength: 4000 } } },
  ui: {
    type: 'Categorization',
    id: 'formular',
    elements: [
      {
        type: 'Category',
        id: 'uppgifter',
        elements: [{ type: 'Control', id, scope: `#/properties/${id}`, options: { kind: 'long-text' } }]
      }
    ]
  }
});

/** What FL 25 and 31 to 33 §§ ask of a beslut. */
const beslutForm = (): JsonObject => ({
  schema: {
    ...SCHEMA,
    required: ['outcome', 'communication', 'reasons', 'legalBasis'],
    properties: {
      outcome: { type: 'string', enum: ['bifall', 'delvis-bifall', 'avslag', 'avvisning'] },
      communication: { type: 'string', enum: ['done', 'obviously-unnecessary', 'would-obstruct', 'cannot-wait'] },
      reasons: { type: 'string', minLength: 1, maxLength: 20000 },
      legalBasis: { type: 'string', minLength: 1, maxLength: 1000 }
    }
  },
  ui: {
    type: 'Categorization',
    id: 'beslut',
    elements: [
      {
        type: 'Category',
        id: 'beslutet',
        elements: [
          { type: 'Control', id: 'outcome', scope: '#/properties/outcome', options: { kind: 'choose-one' } },
          {
            type: 'Control',
            id: 'communication',
            scope: '#/properties/communication',
            options: { kind: 'choose-one' }
          },
          { type: 'Control', id: 'reasons', scope: '#/properties/reasons', options: { kind: 'long-text' } },
          { type: 'Control', id: 'legalBasis', scope: '#/properties/legalBasis', options: { kind: 'text' } }
        ]
      }
    ]
  }
});

const handled = (on: JsonObject): JsonObject => ({
  meta: { phase: 'utreda', waitsFor: 'caseworker', role: 'caseworker', deadline: 'P30D' },
  on
});

const answeredFlow = (): JsonObject => ({
  id: 'flow',
  initial: 'handlaggs',
  states: {
    handlaggs: handled({ avsluta: { target: 'avslutad', meta: { roles: ['caseworker'], confirm: true } } }),
    avslutad: { type: 'final', meta: { phase: 'folja-upp', done: true, outcome: 'besvarat' } }
  }
});

/** @param part who is a part, and so is told of the beslut (FL 33 §) */
const decidedFlow = (part: 'applicant' | 'party'): JsonObject => ({
  id: 'flow',
  initial: 'utreds',
  states: {
    utreds: handled({ klar: { target: 'beslutas', meta: { roles: ['caseworker'] } } }),
    beslutas: {
      meta: { phase: 'besluta', waitsFor: 'caseworker', role: 'manager', deadline: 'P30D' },
      on: {
        beslut: {
          target: 'beslutat',
          actions: [
            {
              type: 'create-document',
              params: { document: 'beslut', handlingstyp: 'beslut', to: [part], appealInstruction: true }
            }
          ],
          meta: {
            roles: ['manager'],
            form: 'beslut',
            confirm: true,
            beslut: {
              kind: 'delegationsbeslut',
              outcome: { from: '/beslut/outcome' },
              communication: { from: '/beslut/communication' },
              reasons: { from: '/beslut/reasons' },
              legalBasis: { from: '/beslut/legalBasis' }
            }
          }
        }
      }
    },
    beslutat: { type: 'final', meta: { phase: 'folja-upp', done: true } }
  }
});

function textsOf(
  { title, question, id }: { title: string; question: string; id: string },
  decided: boolean
): JsonObject {
  const always = {
    'caseType.title': title,
    'caseType.summary': title,
    'form.application.uppgifter.label': 'Uppgifter',
    [`form.application.${id}.label`]: question
  };
  if (!decided)
    return {
      ...always,
      'state.handlaggs.title': 'Handläggs',
      'state.handlaggs.status': 'Vi arbetar med ditt ärende.',
      'state.avslutad.title': 'Avslutat',
      'state.avslutad.status': 'Ditt ärende är avslutat.',
      'event.avsluta.label': 'Avsluta ärendet',
      'event.avsluta.confirm': 'Vill du avsluta ärendet?'
    };
  return {
    ...always,
    'form.beslut.beslutet.label': 'Beslut',
    'form.beslut.outcome.label': 'Utgång',
    'form.beslut.outcome.option.bifall': 'Bifall',
    'form.beslut.outcome.option.delvis-bifall': 'Delvis bifall',
    'form.beslut.outcome.option.avslag': 'Avslag',
    'form.beslut.outcome.option.avvisning': 'Avvisning',
    'form.beslut.communication.label': 'Har parten fått ta del av uppgifterna och yttra sig?',
    'form.beslut.communication.option.done': 'Ja, kommunicering har skett',
    'form.beslut.communication.option.obviously-unnecessary': 'Nej, det är uppenbart obehövligt',
    'form.beslut.communication.option.would-obstruct': 'Nej, det skulle göra beslutet svårt att genomföra',
    'form.beslut.communication.option.cannot-wait': 'Nej, beslutet kan inte vänta',
    'form.beslut.reasons.label': 'Skäl för beslutet',
    'form.beslut.legalBasis.label': 'Bestämmelser som har avgjort',
    'state.utreds.title': 'Utreds',
    'state.utreds.status': 'Vi utreder ditt ärende.',
    'state.beslutas.title': 'Väntar på beslut',
    'state.beslutas.status': 'Ditt ärende är utrett och väntar på beslut.',
    'state.beslutat.title': 'Beslutat',
    'state.beslutat.status': 'Ditt ärende är beslutat.',
    'event.klar.label': 'Klart för beslut',
    'event.beslut.label': 'Besluta',
    'event.beslut.confirm': 'Vill du fatta beslutet? Det går inte att ändra sedan.',
    'document.beslut.title': 'Beslut'
  };
}
