import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import { branchesOf, statesOf } from '../../flow/walk.ts';
import { actionsOf } from '../actions.ts';
import { documentType, typeAt } from '../document-type.ts';
import { placesOf } from '../expressions.ts';
import { problemsOf } from '../problems-of.ts';
import { allReads, lostControls } from '../reads.ts';

const { error } = problemsOf('V14');

/** V14: what is used is there: fields, the answer behind each control, forms. */
export function checkGone(caseType: CaseType): Problem[] {
  const document = documentType(caseType);
  return [
    ...allReads(caseType)
      .filter(({ field }) => field !== undefined && typeAt(document, field) === undefined)
      .map(({ pointer, field = '' }) => error('field-gone', pointer, { field })),
    ...actionsOf(caseType).flatMap(({ action, pointer }) =>
      action.type === 'set-field' && typeAt(document, action.params.field) === undefined
        ? [error('field-gone', `${pointer}/params/field`, { field: action.params.field })]
        : []
    ),
    ...lostControls(caseType).map(({ element, pointer }) =>
      error('answer-gone', `${pointer}/scope`, { scope: element.scope })
    ),
    ...formUses(caseType)
      .filter(({ form }) => !Object.hasOwn(caseType.forms, form))
      .map(({ form, pointer }) => error('form-gone', pointer, { form }))
  ];
}

function formUses({ flow, settings }: CaseType): { form: string; pointer: string }[] {
  const events = placesOf(flow)
    .flatMap(({ config, pointer }) => branchesOf(config, pointer))
    .flatMap(({ branch, pointer }) =>
      branch.meta?.form ? [{ form: branch.meta.form, pointer: `${pointer}/meta/form` }] : []
    );
  const states = statesOf(flow).flatMap(({ config, pointer }) =>
    config.meta?.form ? [{ form: config.meta.form, pointer: `/flow${pointer}/meta/form` }] : []
  );
  const handlingar = settings.handlingstyper.flatMap(({ forms = [] }, index) =>
    forms.map((form, at) => ({ form, pointer: `/settings/handlingstyper/${index}/forms/${at}` }))
  );
  return [...events, ...states, ...handlingar];
}
