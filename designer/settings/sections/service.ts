import { at, isObject } from '#runtime/form/pointer.ts';
import type { CaseTypeDocument } from '../../document/model.ts';
import { FL, PBL, TIME } from '../laws.ts';
import type { Choice, Field, Section } from '../model.ts';
import { contact } from './identity.ts';
import { DAYS, SUBJECTS } from './words.ts';

const days: Field = {
  path: 'days',
  label: 'law.days',
  help: 'law.days.help',
  control: { kind: 'choice', of: DAYS, optional: true }
};

const period: Field = { path: 'period', label: 'law.period', control: { kind: 'duration' } };

/** Of a delay that the case type names. */
export const delayFields: readonly Field[] = [
  period,
  days,
  {
    path: 'from',
    label: 'law.from',
    help: 'law.delays.from.help',
    control: { kind: 'date-of', word: 'entry', label: 'law.from.entry' }
  },
  { path: 'before', label: 'law.before', help: 'law.before.help', control: { kind: 'date-of' } },
  {
    path: 'rollToWorkingDay',
    label: 'law.roll',
    help: 'law.roll.help',
    law: [TIME('2 §')],
    control: { kind: 'yes-no' }
  },
  {
    path: 'statutory',
    label: 'law.statutory',
    help: 'law.statutory.help',
    law: [TIME('1 §')],
    control: { kind: 'yes-no' }
  },
  { path: 'statute', label: 'law.delays.statute', control: { kind: 'statute', optional: true } }
];

export const times: Section = {
  key: 'tider',
  title: 'law.section.times',
  about: 'law.section.times.about',
  fields: [
    {
      path: 'servicePromise/period',
      label: 'law.servicePromise.period',
      help: 'law.servicePromise.period.help',
      law: [FL('9 §')],
      control: { kind: 'duration', optional: true }
    },
    { ...days, path: 'servicePromise/days', label: 'law.servicePromise.days' },
    {
      path: 'deadlines/statutory',
      label: 'law.deadlines',
      help: 'law.deadlines.help',
      law: [PBL('9 kap.'), FL('9, 11 och 12 §§')],
      control: {
        kind: 'rows',
        list: { add: 'law.deadlines.add', none: 'law.deadlines.none', told: ['key', 'period', 'statute'] },
        begin: (key) => ({
          ...{ key, period: 'P10W', from: 'opened' },
          statute: { sfs: '2017:900', paragraph: '9 §' }
        }),
        fields: [
          { path: 'key', label: 'law.key', control: { kind: 'text' } },
          period,
          {
            path: 'from',
            label: 'law.from',
            help: 'law.deadlines.from.help',
            control: { kind: 'date-of', word: 'opened', label: 'law.from.opened' }
          },
          { path: 'statute', label: 'law.deadlines.statute', control: { kind: 'statute' } },
          {
            path: 'extension/period',
            label: 'law.extension.period',
            help: 'law.extension.period.help',
            control: { kind: 'duration', optional: true }
          },
          {
            path: 'extension/statute',
            label: 'law.extension.statute',
            control: { kind: 'statute', optional: true }
          },
          {
            path: 'consequence',
            label: 'law.consequence',
            help: 'law.consequence.help',
            control: {
              kind: 'choice',
              optional: true,
              of: { none: 'law.consequence.none', 'fee-reduction': 'law.consequence.fee-reduction' }
            }
          }
        ]
      }
    },
    {
      path: 'delays',
      label: 'law.delays',
      help: 'law.delays.help',
      law: [TIME('1 och 2 §§'), FL('44 §')],
      control: {
        kind: 'named',
        of: 'delay',
        list: { add: 'law.delays.add', none: 'law.delays.none', told: ['period', 'days', 'statute'] },
        fields: delayFields
      }
    }
  ]
};

const idsOf = (document: CaseTypeDocument): readonly Choice[] => {
  const questions = at(document.settings, '/guide/questions');
  return (Array.isArray(questions) ? questions : []).flatMap((question) => {
    const id = isObject(question) ? question['id'] : undefined;
    return typeof id === 'string' ? [{ value: id, label: { text: id } }] : [];
  });
};

const questionFields: readonly Field[] = [
  { path: 'id', label: 'law.questions.id', help: 'law.questions.id.help', control: { kind: 'text' } },
  {
    path: 'answers',
    label: 'law.questions.answers',
    control: {
      kind: 'rows',
      list: { add: 'law.questions.answers.add', none: 'law.questions.answers.none', told: ['key', 'ends', 'to'] },
      begin: (key) => ({ key }),
      fields: [
        { path: 'key', label: 'law.questions.id', control: { kind: 'text' } },
        {
          path: 'ends',
          label: 'law.questions.ends',
          help: 'law.questions.ends.help',
          control: {
            kind: 'choice',
            optional: true,
            of: { 'not-needed': 'law.questions.ends.not-needed', elsewhere: 'law.questions.ends.elsewhere' }
          }
        },
        { path: 'to', label: 'law.questions.to', control: { kind: 'choice', optional: true, of: idsOf } }
      ]
    }
  }
];

export const service: Section = {
  key: 'service',
  title: 'law.section.service',
  about: 'law.section.service.about',
  fields: [
    {
      path: 'channels',
      label: 'law.channels',
      help: 'law.channels.help',
      law: [FL('6 och 7 §§')],
      control: {
        kind: 'choices',
        of: {
          'e-service': 'law.channel.e-service',
          'my-pages': 'law.channel.my-pages',
          phone: 'law.channel.phone',
          'e-mail': 'law.channel.e-mail',
          letter: 'law.channel.letter',
          visit: 'law.channel.visit',
          'social-media': 'law.channel.social-media',
          chat: 'law.channel.chat',
          app: 'law.channel.app',
          fax: 'law.channel.fax',
          'digital-mailbox': 'law.channel.digital-mailbox',
          internal: 'law.channel.internal'
        }
      }
    },
    ...contact.map((field) => ({ ...field, path: `contact/${field.path}` })),
    {
      path: '',
      label: 'law.guide',
      help: 'law.guide.help',
      law: [FL('6 §')],
      control: { kind: 'case-text', key: 'caseType.guide', long: true }
    },
    {
      path: 'guide/subject',
      label: 'law.subject',
      help: 'law.subject.help',
      control: { kind: 'choice', optional: true, of: SUBJECTS }
    },
    {
      path: '',
      label: 'law.keywords',
      help: 'law.keywords.help',
      control: { kind: 'case-text', key: 'caseType.keywords', long: true }
    },
    {
      path: 'guide/questions',
      label: 'law.questions',
      help: 'law.questions.help',
      law: [FL('6 §')],
      control: {
        kind: 'rows',
        list: { add: 'law.questions.add', none: 'law.questions.none', told: ['id'] },
        begin: (key) => ({ id: key, answers: [{ key: 'ja' }, { key: 'nej', ends: 'not-needed' }] }),
        fields: questionFields
      }
    },
    {
      path: 'guide/fee/kind',
      label: 'law.fee.kind',
      control: {
        kind: 'choice',
        optional: true,
        of: { none: 'law.fee.none', fixed: 'law.fee.fixed', tariff: 'law.fee.tariff' }
      }
    },
    {
      path: 'guide/fee/amount',
      label: 'law.fee.amount',
      help: 'law.fee.amount.help',
      control: { kind: 'number', least: 0, most: 100_000_000_00, worth: 100 }
    },
    {
      path: 'guide/minutes',
      label: 'law.guide.minutes',
      help: 'law.guide.minutes.help',
      control: { kind: 'number', least: 1, most: 600 }
    }
  ]
};

export const publishing: Section = {
  key: 'e-tjanst',
  title: 'law.section.eService',
  about: 'law.section.eService.about',
  beside: 'level',
  fields: [
    {
      path: 'eService/level',
      label: 'law.level',
      help: 'law.level.help',
      control: {
        kind: 'choice',
        asNumber: true,
        of: { '0': 'law.level.0', '1': 'law.level.1', '2': 'law.level.2', '3': 'law.level.3', '4': 'law.level.4' }
      }
    },
    {
      path: 'eService/authentication',
      label: 'law.authentication',
      help: 'law.authentication.help',
      law: [FL('19 och 21 §§')],
      control: {
        kind: 'choice',
        of: {
          none: 'law.authentication.none',
          optional: 'law.authentication.optional',
          eid: 'law.authentication.eid',
          staff: 'law.authentication.staff'
        }
      }
    },
    {
      path: 'eService/assurance',
      label: 'law.assurance',
      help: 'law.assurance.help',
      control: {
        kind: 'choice',
        optional: true,
        of: { loa2: 'law.assurance.loa2', loa3: 'law.assurance.loa3', loa4: 'law.assurance.loa4' }
      }
    },
    {
      path: 'eService/signature',
      label: 'law.signature',
      help: 'law.signature.help',
      law: [FL('21 §')],
      control: {
        kind: 'choice',
        of: {
          none: 'law.signature.none',
          applicant: 'law.signature.applicant',
          'all-parties': 'law.signature.all-parties'
        }
      }
    },
    {
      path: 'eService/twoPersons',
      label: 'law.twoPersons',
      help: 'law.twoPersons.help',
      control: { kind: 'yes-no' }
    },
    {
      path: 'eService/draftDays',
      label: 'law.draftDays',
      help: 'law.draftDays.help',
      law: [{ sfs: '1949:105', paragraph: '2 kap. 13 §' }],
      control: { kind: 'number', least: 0, most: 365 }
    },
    {
      path: 'scenarioCoverage',
      label: 'law.scenarioCoverage',
      help: 'law.scenarioCoverage.help',
      control: { kind: 'number', least: 1, most: 100 }
    },
    {
      path: 'eService/recipient',
      label: 'law.recipient',
      help: 'law.recipient.help',
      control: { kind: 'text', example: 'bygglov@kommunen.se' }
    }
  ]
};

export const data: Section = {
  key: 'villkor',
  title: 'law.section.data',
  about: 'law.section.data.about',
  fields: [
    {
      path: 'conditions',
      label: 'law.conditions',
      help: 'law.conditions.help',
      control: {
        kind: 'named',
        of: 'condition',
        list: { add: 'law.conditions.add', none: 'law.conditions.none', told: [] },
        fields: [{ path: '', label: 'law.conditions.holds', control: { kind: 'condition' } }]
      }
    },
    {
      path: 'fields/properties',
      label: 'law.fields',
      help: 'law.fields.help',
      control: {
        kind: 'named',
        of: 'field',
        list: { add: 'law.fields.add', none: 'law.fields.none', told: [] },
        fields: [{ path: '', label: 'law.fields.type', control: { kind: 'field-type' } }]
      }
    }
  ]
};
