import { objectOf, formsOf } from '../../document/elements.ts';
import type { CaseTypeDocument } from '../../document/model.ts';
import { GDPR, OSF, OSL, TF } from '../laws.ts';
import type { Choice, Section } from '../model.ts';
import { CLASSES, SIGHT } from './words.ts';

/** The forms of a case type by what their pages call them. */
const forms = (document: CaseTypeDocument): Choice[] =>
  formsOf(document).map((value) => {
    const root = objectOf(objectOf(objectOf(document.forms)[value]).ui).id;
    const text = objectOf(objectOf(document.texts).sv)[`form.${value}.${String(root)}.label`];
    if (value === 'application') return { value, label: 'law.form.application' };
    return { value, label: { text: typeof text === 'string' ? `${text} (${value})` : value } };
  });

const handlingstyper = (document: CaseTypeDocument): Choice[] => {
  const rows = objectOf(document.settings).handlingstyper;
  return (Array.isArray(rows) ? rows : []).map((row) => {
    const value = String(objectOf(row).key);
    return { value, label: { text: value } };
  });
};

export const handlingar: Section = {
  key: 'handlingstyper',
  title: 'law.section.handlingstyper',
  about: 'law.section.handlingstyper.about',
  fields: [
    {
      path: 'handlingstyper',
      label: 'law.handlingstyper',
      help: 'law.handlingstyper.help',
      law: [OSL('5 kap. 1–4 §§'), TF('2 kap. 4 §')],
      control: {
        kind: 'rows',
        list: {
          add: 'law.handlingstyper.add',
          none: 'law.handlingstyper.none',
          told: ['key', 'registration/mode', 'registration/series']
        },
        begin: (key) => ({
          key,
          registration: { mode: 'diarium', statute: { sfs: '2009:400', paragraph: '5 kap. 1 §' } }
        }),
        fields: [
          {
            path: 'key',
            label: 'law.key',
            help: 'law.key.help',
            control: { kind: 'own-key', to: 'handlingstyp' }
          },
          {
            path: 'forms',
            label: 'law.handlingstyper.forms',
            help: 'law.handlingstyper.forms.help',
            control: { kind: 'choices', of: forms }
          },
          {
            path: 'registration/mode',
            label: 'law.registration.mode',
            help: 'law.registration.mode.help',
            law: [OSL('5 kap. 1 §'), OSF('2 §')],
            control: {
              kind: 'choice',
              of: {
                diarium: 'law.registration.diarium',
                ordnad: 'law.registration.ordnad',
                undantagen: 'law.registration.undantagen',
                ringa: 'law.registration.ringa'
              },
              optional: true
            }
          },
          {
            path: 'registration/series',
            label: 'law.series',
            help: 'law.series.help',
            control: { kind: 'text', example: 'SBN' }
          },
          {
            path: 'registration/statute',
            label: 'law.registration.statute',
            control: { kind: 'statute', optional: true }
          }
        ]
      }
    }
  ]
};

export const secrecy: Section = {
  key: 'sekretess',
  title: 'law.section.secrecy',
  about: 'law.section.secrecy.about',
  fields: [
    {
      path: 'confidentiality',
      label: 'law.confidentiality',
      help: 'law.confidentiality.help',
      law: [OSL('5 kap. 5 §'), OSL('3 kap. 1 §')],
      control: {
        kind: 'rows',
        list: { add: 'law.confidentiality.add', none: 'law.confidentiality.none', told: ['statute'] },
        begin: () => ({ statute: { sfs: '2009:400', paragraph: '21 kap. 3 §' } }),
        fields: [
          { path: 'statute', label: 'law.confidentiality.statute', control: { kind: 'statute' } },
          {
            path: 'fields',
            label: 'law.confidentiality.fields',
            help: 'law.confidentiality.fields.help',
            control: { kind: 'pointers' }
          },
          {
            path: 'handlingstyper',
            label: 'law.confidentiality.handlingstyper',
            control: { kind: 'choices', of: handlingstyper }
          }
        ]
      }
    },
    {
      path: 'visibleTo/contactCentre',
      label: 'law.visibleTo.contactCentre',
      help: 'law.visibleTo.contactCentre.help',
      law: [OSL('8 kap. 1 och 2 §§')],
      control: { kind: 'choice', of: SIGHT }
    },
    {
      path: 'visibleTo/otherOrgans',
      label: 'law.visibleTo.otherOrgans',
      help: 'law.visibleTo.otherOrgans.help',
      law: [OSL('8 kap. 1 §')],
      control: { kind: 'choice', of: SIGHT }
    },
    {
      path: 'securityClass/confidentiality',
      label: 'law.securityClass.confidentiality',
      help: 'law.securityClass.help',
      law: [GDPR('artikel 32')],
      control: { kind: 'choice', of: CLASSES, asNumber: true, optional: true }
    },
    {
      path: 'securityClass/integrity',
      label: 'law.securityClass.integrity',
      control: { kind: 'choice', of: CLASSES, asNumber: true, optional: true }
    },
    {
      path: 'securityClass/availability',
      label: 'law.securityClass.availability',
      control: { kind: 'choice', of: CLASSES, asNumber: true, optional: true }
    }
  ]
};

export const personalData: Section = {
  key: 'personuppgifter',
  title: 'law.section.personalData',
  about: 'law.section.personalData.about',
  fields: [
    {
      path: 'personalData',
      label: 'law.personalData',
      help: 'law.personalData.help',
      law: [GDPR('artikel 5, 6 och 30')],
      control: {
        kind: 'rows',
        list: {
          add: 'law.personalData.add',
          none: 'law.personalData.none',
          told: ['purpose', 'legalGround']
        },
        begin: () => ({ purpose: 'try-application', legalGround: 'public-task', categories: [], recipients: [] }),
        fields: [
          {
            path: 'purpose',
            label: 'law.personalData.purpose',
            help: 'law.personalData.purpose.help',
            law: [GDPR('artikel 5.1 b')],
            control: { kind: 'text', example: 'try-application' }
          },
          {
            path: 'legalGround',
            label: 'law.personalData.legalGround',
            help: 'law.personalData.legalGround.help',
            law: [GDPR('artikel 6.1')],
            control: {
              kind: 'choice',
              of: {
                'public-task': 'law.ground.public-task',
                'legal-obligation': 'law.ground.legal-obligation',
                contract: 'law.ground.contract',
                'vital-interest': 'law.ground.vital-interest',
                consent: 'law.ground.consent'
              }
            }
          },
          {
            path: 'categories',
            label: 'law.personalData.categories',
            help: 'law.personalData.categories.help',
            law: [GDPR('artikel 30.1 c')],
            control: { kind: 'lines', example: 'contact' }
          },
          {
            path: 'recipients',
            label: 'law.personalData.recipients',
            help: 'law.personalData.recipients.help',
            law: [GDPR('artikel 30.1 d')],
            control: { kind: 'lines', example: 'lansstyrelsen' }
          },
          {
            path: 'fields',
            label: 'law.personalData.fields',
            help: 'law.personalData.fields.help',
            control: { kind: 'pointers' }
          }
        ]
      }
    }
  ]
};

export const classification: Section = {
  key: 'klassificering',
  title: 'law.section.classification',
  about: 'law.section.classification.about',
  fields: [
    {
      path: 'classification',
      label: 'law.classification',
      help: 'law.classification.help',
      law: [OSL('4 kap. 2 §')],
      control: { kind: 'classification' }
    }
  ]
};
