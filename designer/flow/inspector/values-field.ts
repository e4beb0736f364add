import type { Field } from '../../settings/model.ts';

/** Values by name, each from where it is taken. */
export const valuesField = (path: string): Field => ({
  path,
  label: 'flow.values',
  help: 'flow.values.help',
  control: {
    kind: 'named',
    of: 'value',
    list: { add: 'flow.values.add', none: 'flow.values.none', told: [] },
    fields: [{ path: '', label: 'flow.value', control: { kind: 'value' } }]
  }
});
