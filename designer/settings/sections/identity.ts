import { CATEGORIES } from '../../start/template.ts';
import { FL, KL, OSL } from '../laws.ts';
import type { Field, Section } from '../model.ts';
import { ORGAN_KINDS, SIGHT } from './words.ts';

const owner: readonly Field[] = [
  { path: 'organ', label: 'law.organ', help: 'law.organ.help', law: [OSL('8 kap. 1 §')], control: { kind: 'text' } },
  {
    path: 'kind',
    label: 'law.organKind',
    help: 'law.organKind.help',
    law: [KL('3 kap. 1–4 §§')],
    control: { kind: 'choice', of: ORGAN_KINDS }
  },
  { path: 'unit', label: 'law.unit', help: 'law.unit.help', control: { kind: 'text' } }
];

export const contact: readonly Field[] = [
  { path: 'name', label: 'law.contact.name', control: { kind: 'text' } },
  { path: 'email', label: 'law.contact.email', control: { kind: 'text', input: 'email' } },
  { path: 'phone', label: 'law.contact.phone', control: { kind: 'text', input: 'tel' } },
  {
    path: 'web',
    label: 'law.contact.web',
    control: { kind: 'text', input: 'url', example: 'https://www.kommunen.se/bygga' }
  },
  { path: 'address', label: 'law.contact.address', help: 'law.contact.address.help', control: { kind: 'text' } }
];

const within = (holder: string, fields: readonly Field[]): readonly Field[] =>
  fields.map((field) => ({ ...field, path: `${holder}/${field.path}` }));

export const identity: Section = {
  key: 'arendetyp',
  title: 'law.section.identity',
  about: 'law.section.identity.about',
  fields: [
    {
      path: '',
      label: 'law.title',
      help: 'law.title.help',
      control: { kind: 'case-text', key: 'caseType.title' }
    },
    {
      path: '',
      label: 'law.summary',
      help: 'law.summary.help',
      control: { kind: 'case-text', key: 'caseType.summary', long: true }
    },
    {
      path: 'category',
      label: 'law.category',
      help: 'law.category.help',
      control: {
        kind: 'choice',
        of: Object.fromEntries(CATEGORIES.map((category) => [category, `law.category.${category}`] as const))
      }
    },
    { path: 'slug', label: 'law.slug', help: 'law.slug.help', control: { kind: 'fixed' } },
    { path: 'formatVersion', label: 'law.formatVersion', control: { kind: 'fixed' } }
  ]
};

export const ownership: Section = {
  key: 'ansvar',
  title: 'law.section.owner',
  about: 'law.section.owner.about',
  fields: [
    ...within('owner', owner),
    {
      path: 'delegation',
      label: 'law.delegation',
      help: 'law.delegation.help',
      law: [KL('6 kap. 37–40 §§'), KL('7 kap. 5–8 §§'), FL('31 §')],
      control: { kind: 'lines', example: 'SBN-2.1' }
    },
    {
      path: 'adopters',
      label: 'law.adopters',
      help: 'law.adopters.help',
      law: [OSL('8 kap. 1 §')],
      control: {
        kind: 'rows',
        list: { add: 'law.adopters.add', none: 'law.adopters.none', told: ['organ', 'unit'] },
        begin: () => ({ organ: 'namnden', kind: 'namnd', unit: 'enheten' }),
        fields: [
          ...owner,
          ...within('contact', contact),
          {
            path: 'delegation',
            label: 'law.delegation',
            law: [KL('6 kap. 37–40 §§')],
            control: { kind: 'lines', example: 'KS-1.4' }
          },
          { path: 'series', label: 'law.series', help: 'law.series.help', control: { kind: 'text', example: 'KS' } },
          { path: 'startsOn', label: 'law.adopters.startsOn', control: { kind: 'text', input: 'date' } },
          {
            path: 'visibleTo/contactCentre',
            label: 'law.visibleTo.contactCentre',
            help: 'law.adopters.visibleTo.help',
            law: [OSL('8 kap. 1 och 2 §§')],
            control: { kind: 'choice', of: SIGHT, optional: true }
          },
          {
            path: 'visibleTo/otherOrgans',
            label: 'law.visibleTo.otherOrgans',
            help: 'law.adopters.visibleTo.help',
            law: [OSL('8 kap. 1 §')],
            control: { kind: 'choice', of: SIGHT, optional: true }
          },
          {
            path: 'when',
            label: 'law.adopters.when',
            help: 'law.adopters.when.help',
            control: { kind: 'condition', optional: true }
          }
        ]
      }
    }
  ]
};
