import type { JsonObject } from '#runtime/definition/json.ts';
import type { Invoke } from '#runtime/definition/types.ts';
import type { CaseTypeDocument } from '../../document/model.ts';
import type { Field, Words } from '../../settings/model.ts';
import { ROLES } from '../../settings/sections/words.ts';
import { valuesField } from './values-field.ts';
import { named, tables } from './words.ts';

export type AutomationType = Invoke['src'];

export const AUTOMATION_WORDS = {
  decision: 'flow.auto.decision',
  'population-register': 'flow.auto.population-register',
  http: 'flow.auto.http',
  sign: 'flow.auto.sign',
  payment: 'flow.auto.payment',
  'hand-over': 'flow.auto.hand-over',
  approval: 'flow.auto.approval'
} as const satisfies Words & Record<AutomationType, string>;

const document: Field = {
  path: 'input/document',
  label: 'flow.auto.document',
  control: { kind: 'choice', of: named('document'), optional: true }
};

/** What each automation takes. Paths are from `invoke`. */
export const AUTOMATION_FIELDS: Readonly<Record<AutomationType, readonly Field[]>> = {
  decision: [{ path: 'input/table', label: 'flow.auto.table', control: { kind: 'choice', of: tables } }],
  'population-register': [
    {
      path: 'input/person',
      label: 'flow.auto.person',
      help: 'flow.auto.person.help',
      control: { kind: 'source', optional: true }
    }
  ],
  http: [
    { path: 'input/connector', label: 'flow.auto.connector', control: { kind: 'text', example: 'koppling' } },
    { path: 'input/operation', label: 'flow.auto.operation', control: { kind: 'text' } },
    valuesField('input/body')
  ],
  sign: [{ path: 'input/by', label: 'flow.auto.by', control: { kind: 'choice', of: ROLES } }, document],
  payment: [
    { path: 'input/amount', label: 'flow.auto.amount', control: { kind: 'value', isAmount: true } },
    {
      path: 'input/direction',
      label: 'flow.auto.direction',
      control: { kind: 'choice', of: { in: 'flow.auto.in', out: 'flow.auto.out' }, optional: true }
    },
    { path: 'input/text', label: 'flow.message', control: { kind: 'choice', of: named('message'), optional: true } }
  ],
  'hand-over': [
    { path: 'input/to', label: 'flow.auto.to', control: { kind: 'text', example: 'lansstyrelsen' } },
    { path: 'input/caseType', label: 'flow.startCase.caseType', control: { kind: 'text' } },
    valuesField('input/data')
  ],
  approval: [{ path: 'input/role', label: 'flow.auto.role', control: { kind: 'choice', of: ROLES } }, document]
};

/** What an automation of a kind begins with. Pure. */
export function beginInput(draft: CaseTypeDocument, type: AutomationType): JsonObject {
  const inputs: Readonly<Record<AutomationType, JsonObject>> = {
    decision: { table: tables(draft)[0]?.value ?? 'tabell' },
    'population-register': {},
    http: { connector: 'koppling' },
    sign: { by: 'applicant' },
    payment: { amount: 0, direction: 'in' },
    'hand-over': { to: 'mottagare' },
    approval: { role: 'manager' }
  };
  return inputs[type];
}
