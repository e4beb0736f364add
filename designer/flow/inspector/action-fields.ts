import type { Json, JsonObject } from '#runtime/definition/json.ts';
import type { Action } from '#runtime/definition/types.ts';
import { freeKey } from '../../commands/keys.ts';
import { objectOf } from '../../document/elements.ts';
import type { CaseTypeDocument } from '../../document/model.ts';
import { referencesIn } from '../../document/references/references.ts';
import { FL, KL } from '../../settings/laws.ts';
import type { Field } from '../../settings/model.ts';
import { ROLES } from '../../settings/sections/words.ts';
import { valuesField } from './values-field.ts';
import { fields, handlingstyper, named, templates } from './words.ts';

export type ActionType = Action['type'];

const message: Field = {
  path: 'params/text',
  label: 'flow.message',
  help: 'flow.message.help',
  control: { kind: 'choice', of: named('message') }
};
const handlingstyp: Field = {
  path: 'params/handlingstyp',
  label: 'flow.handlingstyp',
  control: { kind: 'choice', of: handlingstyper }
};

/** What each action takes. Paths are from the action. `Record` makes a new one of the format a compile error until it has a line here. */
export const ACTION_FIELDS: Readonly<Record<ActionType, readonly Field[]>> = {
  notify: [{ path: 'params/to', label: 'flow.notify.to', control: { kind: 'choice', of: ROLES } }, message],
  'create-document': [
    {
      path: 'params/document',
      label: 'flow.document',
      control: { kind: 'choice', of: named('document') }
    },
    {
      path: 'params/template',
      label: 'flow.template',
      help: 'flow.template.help',
      control: { kind: 'choice', of: templates, optional: true }
    },
    handlingstyp,
    { path: 'params/to', label: 'flow.document.to', control: { kind: 'choices', of: ROLES } },
    {
      path: 'params/appealInstruction',
      label: 'flow.appealInstruction',
      law: [FL('33 §')],
      control: { kind: 'yes-no' }
    }
  ],
  'set-field': [
    { path: 'params/field', label: 'flow.field', help: 'flow.field.help', control: { kind: 'choice', of: fields } },
    { path: 'params/value', label: 'flow.value', control: { kind: 'value' } }
  ],
  assign: [
    { path: 'params/unit', label: 'flow.assign.unit', control: { kind: 'source', isText: true, optional: true } },
    { path: 'params/role', label: 'flow.assign.role', control: { kind: 'choice', of: ROLES, optional: true } },
    {
      path: 'params/to',
      label: 'flow.assign.to',
      control: {
        kind: 'choice',
        of: { nobody: 'flow.assign.nobody', sender: 'flow.assign.sender' },
        optional: true
      }
    }
  ],
  register: [
    handlingstyp,
    {
      path: 'params/origin',
      label: 'flow.origin',
      control: {
        kind: 'choice',
        of: {
          inkommen: 'flow.origin.inkommen',
          utgaende: 'flow.origin.utgaende',
          intern: 'flow.origin.intern'
        }
      }
    }
  ],
  send: [
    { path: 'params/to', label: 'flow.send.to', control: { kind: 'text', example: 'lansstyrelsen' } },
    { ...message, control: { kind: 'choice', of: named('message'), optional: true } },
    { path: 'params/documents', label: 'flow.send.documents', control: { kind: 'choices', of: named('document') } }
  ],
  announce: [
    message,
    { path: 'params/days', label: 'flow.announce.days', control: { kind: 'number', least: 1, most: 365 } },
    {
      path: 'params/statute',
      label: 'law.appeal.statute',
      law: [KL('8 kap. 9–10 §§')],
      control: { kind: 'statute', optional: true }
    },
    valuesField('params/values')
  ],
  'publish-status': [message],
  'start-case': [
    { path: 'params/caseType', label: 'flow.startCase.caseType', control: { kind: 'text', example: 'tillsyn' } },
    valuesField('params/data')
  ],
  'set-legal-state': [
    {
      path: 'params/state',
      label: 'flow.legalState',
      control: {
        kind: 'choice',
        of: {
          oppet: 'legalState.oppet',
          vilande: 'legalState.vilande',
          avslutat: 'legalState.avslutat',
          makulerat: 'legalState.makulerat',
          'ad-acta': 'legalState.ad-acta'
        }
      }
    }
  ]
};

export const ACTION_TYPES: readonly ActionType[] = [
  'notify',
  'create-document',
  'set-field',
  'assign',
  'register',
  'send',
  'announce',
  'publish-status',
  'start-case',
  'set-legal-state'
];

export const isActionType = (type: unknown): type is ActionType => ACTION_TYPES.some((one) => one === type);

/** The texts of what an action sends or makes. */
export function textsOfAction(action: Json | undefined): readonly Field[] {
  const { text, document } = objectOf(objectOf(action).params);
  return [
    ...(typeof text === 'string'
      ? [
          { path: '', label: 'flow.subject', control: { kind: 'case-text', key: `message.${text}.subject` } } as const,
          {
            ...({ path: '', label: 'flow.body' } as const),
            control: { kind: 'case-text', key: `message.${text}.body`, long: true } as const
          }
        ]
      : []),
    ...(typeof document === 'string'
      ? [
          {
            ...({ path: '', label: 'flow.documentTitle' } as const),
            control: { kind: 'case-text', key: `document.${document}.title` } as const
          }
        ]
      : [])
  ];
}

/** A new action as far as its kind alone can say, with the Swedish texts that it must have. Pure. */
export function beginAction(
  document: CaseTypeDocument,
  type: ActionType
): { readonly action: JsonObject; readonly texts: Readonly<Record<string, string>> } {
  const free = (to: 'message' | 'document', base: string) =>
    freeKey(
      new Set(
        referencesIn(document)
          .filter((each) => each.to === to)
          .map(({ key }) => key)
      ),
      base
    );
  const first = (choices: readonly { readonly value: string }[], otherwise: string) => choices[0]?.value ?? otherwise;
  const type0 = first(handlingstyper(document), 'handling');
  const text = free('message', 'meddelande');
  const made = free('document', 'dokument');
  const told = {
    [`message.${text}.subject`]: 'Om ärende {number}',
    [`message.${text}.body`]: 'Ärende {number} har gått vidare.'
  };
  const params: Readonly<Record<ActionType, JsonObject>> = {
    notify: { to: 'applicant', text },
    'create-document': { document: made, handlingstyp: type0, to: ['applicant'] },
    'set-field': { field: first(fields(document), '/fields/uppgift'), value: { from: '/case/today' } },
    assign: { role: 'caseworker' },
    register: { handlingstyp: type0, origin: 'inkommen' },
    send: { to: 'mottagare' },
    announce: { text, days: 21 },
    'publish-status': { text },
    'start-case': { caseType: 'nytt-arende' },
    'set-legal-state': { state: 'avslutat' }
  };
  const texts =
    'text' in params[type] ? told : 'document' in params[type] ? { [`document.${made}.title`]: 'Dokument' } : {};
  return { action: { type, params: params[type] }, texts };
}
