import { instanceName, instancesFor } from '../../settings/routes.ts';
import { FL, KL, OSL, TF } from '../../settings/laws.ts';
import type { Field } from '../../settings/model.ts';
import { ROLES } from '../../settings/sections/words.ts';
import { appeal as appealSection } from '../../settings/sections/law.ts';
import { AT_ONCE, BESLUT_KINDS, COMMUNICATION, delegations, forms, NO_REASONS, OUTCOMES } from './words.ts';

/** What a button says. */
export const buttonTexts = (event: string, confirms: boolean): readonly Field[] => [
  { path: '', label: 'flow.buttonText', control: { kind: 'case-text', key: `event.${event}.label` } },
  ...(confirms
    ? [
        {
          path: '',
          label: 'flow.confirmText',
          control: { kind: 'case-text', key: `event.${event}.confirm`, long: true }
        } satisfies Field
      ]
    : [])
];

/** Who may press a button, and what it asks for. Paths are from the first branch. */
export const pressFields: readonly Field[] = [
  { path: 'meta/roles', label: 'flow.presses', control: { kind: 'choices', of: ROLES } },
  {
    path: 'meta/form',
    label: 'flow.asks',
    help: 'flow.asks.help',
    control: { kind: 'choice', of: forms, optional: true }
  },
  { path: 'meta/confirm', label: 'flow.confirm', control: { kind: 'yes-no' } }
];

/** When a button is there, and what pressing it means in law. Paths are from the first branch. */
export const outcomeFields: readonly Field[] = [
  { path: 'meta/when', label: 'flow.when', help: 'flow.when.help', control: { kind: 'condition', optional: true } },
  {
    path: 'meta/arrived',
    label: 'flow.arrived',
    help: 'flow.arrived.help',
    law: [TF('2 kap. 9 §'), OSL('5 kap. 2 §')],
    control: { kind: 'presence', begin: {} }
  },
  {
    path: 'meta/appeal',
    label: 'flow.appealEvent',
    law: [FL('45 och 46 §§')],
    control: {
      kind: 'choice',
      of: { lodged: 'flow.appealEvent.lodged', rejected: 'flow.appealEvent.rejected' },
      optional: true
    }
  },
  {
    path: 'meta/beslut',
    label: 'flow.beslut',
    help: 'flow.beslut.help',
    law: [FL('28–36 §§')],
    control: { kind: 'presence', begin: { kind: 'delegationsbeslut', outcome: 'bifall' } }
  }
];

/** Of what staff register that came in. Paths are from `meta/arrived`. */
export const arrivedFields: readonly Field[] = [
  { path: 'on', label: 'flow.arrived.on', control: { kind: 'date-of' } },
  { path: 'from', label: 'flow.arrived.from', control: { kind: 'date-of', isAny: true } }
];

/** Of a beslut. Paths are from `meta/beslut`. */
export const beslutFields: readonly Field[] = [
  {
    path: 'kind',
    label: 'flow.beslut.kind',
    law: [KL('6 kap. 37–40 §§'), FL('28 §')],
    control: { kind: 'choice', of: BESLUT_KINDS }
  },
  { path: 'outcome', label: 'flow.beslut.outcome', control: { kind: 'source', of: OUTCOMES } },
  {
    path: 'delegation',
    label: 'flow.beslut.delegation',
    help: 'flow.beslut.delegation.help',
    law: [KL('6 kap. 37–40 §§'), KL('7 kap. 5–8 §§')],
    control: { kind: 'choice', of: delegations, optional: true }
  },
  {
    path: 'communication',
    label: 'flow.beslut.communication',
    law: [FL('25 §')],
    control: { kind: 'source', of: COMMUNICATION, optional: true }
  },
  {
    path: 'reasons',
    label: 'flow.beslut.reasons',
    law: [FL('32 §')],
    control: { kind: 'source', of: NO_REASONS, optional: true }
  },
  {
    path: 'legalBasis',
    label: 'flow.beslut.legalBasis',
    law: [FL('32 §')],
    control: { kind: 'source', isText: true, optional: true }
  },
  {
    path: 'presentedBy',
    label: 'flow.beslut.presentedBy',
    law: [FL('31 §')],
    control: { kind: 'source', optional: true }
  },
  {
    path: 'participants',
    label: 'flow.beslut.participants',
    law: [FL('31 §')],
    control: { kind: 'source', optional: true }
  },
  {
    path: 'changes',
    label: 'flow.beslut.changes',
    law: [FL('36–39 §§')],
    control: {
      kind: 'choice',
      of: { rattelse: 'flow.beslut.changes.rattelse', andring: 'flow.beslut.changes.andring' },
      optional: true
    }
  },
  {
    path: 'enforceableAtOnce',
    label: 'flow.atOnce',
    law: [FL('35 §')],
    control: { kind: 'presence', begin: { ground: 'statute', statute: { sfs: '2017:725', paragraph: '13 kap. 14 §' } } }
  },
  {
    path: 'appeal',
    label: 'flow.beslut.appeal',
    help: 'flow.beslut.appeal.help',
    law: [FL('33 §')],
    control: { kind: 'presence', begin: { kind: 'ej-overklagbart' } }
  }
];

/** Of a beslut that may be carried out at once. Paths are from it. */
export const atOnceFields: readonly Field[] = [
  { path: 'ground', label: 'flow.atOnce.ground', control: { kind: 'choice', of: AT_ONCE } },
  { path: 'statute', label: 'law.appeal.statute', control: { kind: 'statute', optional: true } }
];

/** Of a beslut that is appealed otherwise than the case type says. Paths are from its `appeal`. */
export const ownAppealFields: readonly Field[] = appealSection.fields.map((field): Field => {
  const path = field.path.replace('appeal/', '');
  const every = (['forvaltningsbesvar', 'laglighetsprovning', 'ej-overklagbart'] as const).map((kind) => kind);
  if (path === 'kind')
    return {
      ...field,
      path,
      control: { kind: 'choice', of: Object.fromEntries(every.map((kind) => [kind, `law.appeal.${kind}` as const])) }
    };
  if (path !== 'handIn') return { ...field, path };
  return {
    ...field,
    path,
    control: {
      kind: 'choice',
      of: (document) =>
        (['beslutande-organ', ...instancesFor(document)] as const).map((value) => ({
          value,
          label: instanceName(value)
        })),
      optional: true
    }
  };
});
