import type { Field } from '../../settings/model.ts';

/** What else can be said of a branch. Paths are from it. */
export const branchFields: readonly Field[] = [
  { path: 'reenter', label: 'flow.reenter', help: 'flow.reenter.help', control: { kind: 'yes-no' } }
];
