import { FL } from '../../settings/laws.ts';
import type { Field } from '../../settings/model.ts';
import { ROLES } from '../../settings/sections/words.ts';
import type { StatePart } from '../parts.ts';
import { forms, OUTCOMES, PHASES, WAITS_FOR } from './words.ts';

/** A part of the inspector: fields below one heading. */
export interface FieldGroup {
  readonly title: 'flow.group.reads' | 'flow.group.who' | 'flow.group.time' | 'flow.group.end';
  readonly fields: readonly Field[];
}

/** What a step has, by what it is. Paths are from the step itself. */
export function stepFields({ key, kind }: Pick<StatePart, 'key' | 'kind'>): readonly FieldGroup[] {
  const isEnd = kind === 'end';
  const isDecision = kind === 'decision';
  return [
    { title: 'flow.group.reads', fields: reads({ key, kind }) },
    {
      title: 'flow.group.who',
      fields: isEnd ? [phase] : isDecision ? [phase, waitsFor] : [phase, waitsFor, role, form]
    },
    ...(isEnd ? [{ title: 'flow.group.end', fields: end } as const] : []),
    ...(isEnd || isDecision ? [] : [{ title: 'flow.group.time', fields: time } as const])
  ];
}

const reads = ({ key, kind }: Pick<StatePart, 'key' | 'kind'>): readonly Field[] => [
  ...words(key),
  ...(kind === 'decision' ? [] : [tells])
];

const words = (key: string): readonly Field[] => [
  { path: '', label: 'flow.stepTitle', control: { kind: 'case-text', key: `state.${key}.title` } },
  {
    path: '',
    label: 'flow.status',
    help: 'flow.status.help',
    control: { kind: 'case-text', key: `state.${key}.status` }
  },
  {
    path: '',
    label: 'flow.explanation',
    help: 'flow.explanation.help',
    control: { kind: 'case-text', key: `state.${key}.explanation`, long: true }
  }
];

const tells: Field = {
  path: 'meta/tells',
  label: 'flow.tells',
  help: 'flow.tells.help',
  control: { kind: 'pointers' }
};
const phase: Field = {
  path: 'meta/phase',
  label: 'flow.phase',
  help: 'flow.phase.help',
  control: { kind: 'choice', of: PHASES, optional: true }
};
const waitsFor: Field = {
  path: 'meta/waitsFor',
  label: 'flow.waits',
  control: { kind: 'choice', of: WAITS_FOR, optional: true }
};
const role: Field = {
  path: 'meta/role',
  label: 'flow.role',
  help: 'flow.role.help',
  control: { kind: 'choice', of: ROLES, optional: true }
};
const form: Field = {
  path: 'meta/form',
  label: 'flow.form',
  help: 'flow.form.help',
  control: { kind: 'choice', of: forms, optional: true }
};

const time: readonly Field[] = [
  {
    path: 'meta/deadline',
    label: 'flow.deadline',
    help: 'flow.deadline.help',
    law: [FL('9 och 11 §§')],
    control: { kind: 'delay' }
  },
  {
    path: 'meta/actionRequired',
    label: 'flow.actionRequired',
    help: 'flow.actionRequired.help',
    control: { kind: 'yes-no' }
  },
  {
    path: 'meta/untilEnforceable',
    label: 'flow.untilEnforceable',
    help: 'flow.untilEnforceable.help',
    law: [FL('35 §')],
    control: { kind: 'yes-no' }
  }
];

const end: readonly Field[] = [
  {
    path: 'meta/outcome',
    label: 'flow.outcome',
    help: 'flow.outcome.help',
    control: { kind: 'choice', of: OUTCOMES, optional: true }
  },
  { path: 'meta/done', label: 'flow.done', help: 'flow.done.help', control: { kind: 'yes-no' } }
];
