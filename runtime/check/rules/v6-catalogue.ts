import type { CaseType } from '../../definition/case-type.ts';
import { asksOthersToSign } from '../../definition/co-signers.ts';
import type { Problem } from '../../definition/problem.ts';
import { controlsOf } from '../../definition/walk-form.ts';
import { listedValues } from '../../form/lists.ts';
import { statesOf } from '../../flow/walk.ts';
import { actionsOf } from '../actions.ts';
import { problemsOf } from '../problems-of.ts';

const { error, warning } = problemsOf('V6');

/** V6: actions and automations find what they name. (That they are of the catalogue, and that `onError` is there, the schemas say.) */
export function checkCatalogue(caseType: CaseType): Problem[] {
  const made = new Set(
    actionsOf(caseType).flatMap(({ action }) => (action.type === 'create-document' ? [action.params.document] : []))
  );
  const automations = statesOf(caseType.flow).flatMap(({ config, pointer }) => {
    const { invoke } = config;
    if (invoke?.src === 'decision') {
      const { table } = invoke.input;
      return Object.hasOwn(caseType.decisions, table)
        ? []
        : [error('unknown-table', `/flow${pointer}/invoke/input/table`, { table })];
    }
    const document = invoke?.src === 'sign' || invoke?.src === 'approval' ? invoke.input.document : undefined;
    return document === undefined || made.has(document)
      ? []
      : [error('unknown-document', `/flow${pointer}/invoke/input/document`, { document })];
  });
  const actions = actionsOf(caseType).flatMap(({ action, pointer }) => {
    if (action.type === 'create-document') {
      const { template } = action.params;
      return template === undefined || Object.hasOwn(caseType.templates, template)
        ? []
        : [error('unknown-template', `${pointer}/params/template`, { template })];
    }
    if (action.type !== 'send') return [];
    return (action.params.documents ?? []).flatMap((document, index) =>
      made.has(document) ? [] : [error('unknown-document', `${pointer}/params/documents/${index}`, { document })]
    );
  });
  const lists = controlsOf(caseType).flatMap(({ element: { options }, pointer }) =>
    'source' in options && options.source !== 'options' && !listedValues(options)
      ? [error('unknown-list', `${pointer}/options`, { name: options.name ?? '' })]
      : []
  );
  const unasked =
    caseType.settings.eService.signature === 'all-parties' && !asksOthersToSign(caseType)
      ? [warning('others-not-asked-to-sign', '/settings/eService/signature')]
      : [];
  return [...automations, ...actions, ...lists, ...unasked];
}
