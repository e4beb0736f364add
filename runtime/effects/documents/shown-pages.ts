import type { Projection } from '../../form/model.ts';
import { project } from '../../form/project.ts';
import { stockholmDay } from '../../time/day.ts';
import type { Dossier, DossierSubmission } from './dossier.ts';

/** What was shown of a submission. The case has moved on since, but what its answers may read came before them. */
export function shownPages({ caseType, data }: Dossier, submission: DossierSubmission): Projection['pages'] {
  const form = caseType.forms[submission.form];
  if (!form) return [];
  const env = {
    data,
    today: stockholmDay(submission.submittedAt),
    conditions: caseType.settings.conditions ?? {}
  };
  return project(form, submission.form, submission.answers, env).pages;
}
