import { beslutOf } from '../../check/beslut.ts';
import type { CaseType } from '../../definition/case-type.ts';
import type { BeslutMeta, FlowState } from '../../definition/types.ts';
import { statesOf } from '../../flow/walk.ts';
import { compileForm } from '../../form/compile-form.ts';
import { optionsOf } from '../../form/options.ts';
import { allBranches } from '../../simulate/marked.ts';

/** A case stands in a state now. */
export const standsIn = (state: string): string => `in ${state}`;
/** A case has been in a state, or ended there. */
export const cameTo = (state: string): string => `to ${state}`;
/** A case has taken a branch, by its JSON Pointer into `flow.json`. */
export const wentBy = (pointer: string): string => `by ${pointer}`;
/** A case has a beslut of a kind that came out so. */
export const decided = ({ kind, outcome }: { readonly kind: string; readonly outcome: string }): string =>
  `${kind} ${outcome}`;

/** Whether a case stays in a state until somebody does something or a time comes: from others it goes on by itself at once. */
const isRestful = ({ states, type, always, invoke, meta }: FlowState): boolean =>
  states === undefined &&
  type !== 'final' &&
  always === undefined &&
  (invoke === undefined || meta?.waitsFor !== 'system');

/** The states that a case can rest in. Pure. */
export const restfulIn = ({ flow }: CaseType): string[] =>
  statesOf(flow).flatMap(({ key, config }) => (isRestful(config) ? [key] : []));

/** All that the cases of a case type can show somebody who looks at them. Pure. */
export function sightsOf(caseType: CaseType): ReadonlySet<string> {
  return new Set([
    ...restfulIn(caseType).map(standsIn),
    ...statesOf(caseType.flow).flatMap(({ key, config }) => (config.states ? [] : [cameTo(key)])),
    ...allBranches(caseType.flow).map(({ pointer }) => wentBy(pointer)),
    ...beslutOf(caseType).flatMap(({ beslut }) => outcomesOf(caseType, beslut).map(decided))
  ]);
}

/** How a beslut can come out: as it is written, or as its form lets one choose. */
function outcomesOf({ forms }: CaseType, { kind, outcome }: BeslutMeta) {
  if (typeof outcome === 'string') return [{ kind, outcome }];
  const [, key = '', field = ''] = /^\/([^/]+)(\/.+)$/.exec(outcome.from) ?? [];
  const form = forms[key];
  const schema = form && compileForm(form).byTemplate.get(field)?.schema;
  return form ? optionsOf(schema, form.schema).map((option) => ({ kind, outcome: option })) : [];
}
