import { organsFor } from '../access/acts-for.ts';
import type { Actor } from '../access/model.ts';
import type { Environment } from '../form/model.ts';
import { prefillFromLast, remembersLast, type Prefilled } from '../form/prefill.ts';
import { validateAnswers } from '../form/validate.server.ts';
import { selectLastApplication, type LastApplicant } from '../persistence/last-application.server.ts';
import { definitionOf } from './definitions.server.ts';
import { formOf } from './rules.server.ts';

type Person = Pick<Extract<Actor, { kind: 'person' }>, 'personId' | 'actsFor'>;

/**
 * What somebody, or whom they act for as far as the right to it goes, answered in their own last case of the same case type, for the
 * questions whose `prefill` is `last-case`; null when there was none, or nothing that still can be answered so.
 * @param versionId the version whose form is filled in now
 * @param environment what that form reads beside its answers
 */
export async function prefilledFromLastCase(
  actor: Person,
  versionId: string,
  environment: Environment
): Promise<Prefilled | null> {
  const definition = await definitionOf(versionId);
  const { slug } = definition.caseType.settings;
  const { form } = formOf(definition, 'application');
  if (!remembersLast(form)) return null;
  const last = await selectLastApplication(applicantFor(actor, slug), slug);
  if (!last) return null;
  const answers = prefillFromLast(
    form,
    validateAnswers(formOf(definition, 'application'), 'application', last.answers, environment)
  );
  const at = new Date(last.submitted_at).toISOString();
  return Object.keys(answers).length === 0 ? null : { source: last.number, isLastCase: true, at, answers };
}

function applicantFor({ personId, actsFor }: Person, slug: string): LastApplicant {
  const principal = actsFor?.principal ?? ({ kind: 'person', personId } as const);
  return {
    personId: principal.kind === 'person' ? principal.personId : null,
    organisationsnummer: principal.kind === 'organisation' ? principal.organisationsnummer : null,
    organs: organsFor(actsFor, slug)
  };
}
