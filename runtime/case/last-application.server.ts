import type { Environment } from '../form/model.ts';
import { prefillFromLast, remembersLast, type Prefilled } from '../form/prefill.ts';
import { validateAnswers } from '../form/validate.server.ts';
import { selectLastApplication, type LastApplicant } from '../persistence/last-application.server.ts';
import { definitionOf } from './definitions.server.ts';
import { formOf } from './rules.server.ts';

/**
 * What a person or an organisation answered in their own last case of the same case type, for the questions whose `prefill` is `last-case`; null
 * when there was none, or nothing that still can be answered so.
 * @param versionId the version whose form is filled in now
 * @param environment what that form reads beside its answers
 */
export async function prefilledFromLastCase(
  of: LastApplicant,
  versionId: string,
  environment: Environment
): Promise<Prefilled | null> {
  const definition = await definitionOf(versionId);
  const { form } = formOf(definition, 'application');
  if (!remembersLast(form)) return null;
  const last = await selectLastApplication(of, definition.caseType.settings.slug);
  if (!last) return null;
  const answers = prefillFromLast(
    form,
    validateAnswers(formOf(definition, 'application'), 'application', last.answers, environment)
  );
  const at = new Date(last.submitted_at).toISOString();
  return Object.keys(answers).length === 0 ? null : { source: last.number, isLastCase: true, at, answers };
}
