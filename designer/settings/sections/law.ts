import { instanceName, instancesFor, kindOfRoute } from '../routes.ts';
import { FL, KL, OSL } from '../laws.ts';
import type { Choice, Section } from '../model.ts';
import { ROLES } from './words.ts';

const namedInstances = (keys: readonly Parameters<typeof instanceName>[0][]): Choice[] =>
  keys.map((value) => ({ value, label: instanceName(value) }));

export const appeal: Section = {
  key: 'overklagande',
  title: 'law.section.appeal',
  about: 'law.section.appeal.about',
  beside: 'appeal',
  fields: [
    {
      path: 'appeal/kind',
      label: 'law.appeal.kind',
      help: 'law.appeal.kind.help',
      law: [FL('40–48 §§'), KL('13 kap.')],
      control: { kind: 'route' }
    },
    {
      path: 'appeal/instance',
      label: 'law.appeal.instance',
      help: 'law.appeal.instance.help',
      law: [FL('40 §'), KL('13 kap. 4 §')],
      control: { kind: 'choice', of: (document) => namedInstances(instancesFor(document)), optional: true }
    },
    {
      path: 'appeal/handIn',
      label: 'law.appeal.handIn',
      help: 'law.appeal.handIn.help',
      law: [FL('43 §'), KL('13 kap. 4 §')],
      control: {
        kind: 'choice',
        of: (document) =>
          namedInstances(
            kindOfRoute(document) === 'forvaltningsbesvar' ? ['beslutande-organ'] : instancesFor(document)
          ),
        optional: true
      }
    },
    {
      path: 'appeal/period',
      label: 'law.appeal.period',
      help: 'law.appeal.period.help',
      law: [FL('44 §'), KL('13 kap. 5 §')],
      control: { kind: 'duration', optional: true }
    },
    {
      path: 'appeal/startsWhen',
      label: 'law.appeal.startsWhen',
      help: 'law.appeal.startsWhen.help',
      law: [FL('44 §'), KL('13 kap. 5 §')],
      control: {
        kind: 'choice',
        optional: true,
        of: {
          received: 'law.appeal.startsWhen.received',
          'notice-on-anslagstavla': 'law.appeal.startsWhen.notice',
          decided: 'law.appeal.startsWhen.decided'
        }
      }
    },
    {
      path: 'appeal/statute',
      label: 'law.appeal.statute',
      help: 'law.appeal.statute.help',
      law: [FL('33 §')],
      control: { kind: 'statute', optional: true }
    }
  ]
};

export const parties: Section = {
  key: 'parter',
  title: 'law.section.parties',
  about: 'law.section.parties.about',
  fields: [
    {
      path: 'initiatedBy',
      label: 'law.initiatedBy',
      help: 'law.initiatedBy.help',
      law: [FL('11 och 12 §§')],
      control: {
        kind: 'choice',
        of: {
          party: 'law.initiatedBy.party',
          other: 'law.initiatedBy.other',
          authority: 'law.initiatedBy.authority'
        }
      }
    },
    {
      path: 'parties',
      label: 'law.parties',
      help: 'law.parties.help',
      law: [FL('10, 14, 25 och 33 §§'), OSL('10 kap. 3 §')],
      control: {
        kind: 'rows',
        list: { add: 'law.parties.add', none: 'law.parties.none', told: ['role', 'isPart'] },
        begin: () => ({ role: 'party', isPart: true, addedBy: ['caseworker'], sees: ['status', 'messages', 'beslut'] }),
        fields: [
          {
            path: 'role',
            label: 'law.parties.role',
            law: [FL('14 §')],
            control: {
              kind: 'choice',
              of: { applicant: 'law.role.applicant', party: 'law.role.party', ombud: 'law.role.ombud' }
            }
          },
          {
            path: 'isPart',
            label: 'law.parties.isPart',
            help: 'law.parties.isPart.help',
            law: [FL('10, 25 och 33 §§')],
            control: { kind: 'yes-no' }
          },
          { path: 'addedBy', label: 'law.parties.addedBy', control: { kind: 'choices', of: ROLES } },
          {
            path: 'sees',
            label: 'law.parties.sees',
            help: 'law.parties.sees.help',
            law: [OSL('10 kap. 3 §')],
            control: {
              kind: 'choices',
              of: {
                status: 'law.sees.status',
                messages: 'law.sees.messages',
                beslut: 'law.sees.beslut',
                application: 'law.sees.application',
                documents: 'law.sees.documents',
                timeline: 'law.sees.timeline'
              }
            }
          }
        ]
      }
    }
  ]
};

export const legalBasis: Section = {
  key: 'lagrum',
  title: 'law.section.legalBasis',
  about: 'law.section.legalBasis.about',
  fields: [
    {
      path: 'legalBasis',
      label: 'law.legalBasis',
      help: 'law.legalBasis.help',
      law: [FL('5 §')],
      control: {
        kind: 'rows',
        list: { add: 'law.legalBasis.add', none: 'law.legalBasis.none', told: ['statute', 'paragraph'] },
        begin: () => ({ statute: '2017:900' }),
        fields: [
          {
            path: 'statute',
            label: 'law.statute.sfs',
            help: 'law.statute.sfs.help',
            control: { kind: 'text', example: '2010:900' }
          },
          {
            path: 'paragraph',
            label: 'law.statute.paragraph',
            control: { kind: 'text', example: '9 kap. 30 §' }
          }
        ]
      }
    }
  ]
};
