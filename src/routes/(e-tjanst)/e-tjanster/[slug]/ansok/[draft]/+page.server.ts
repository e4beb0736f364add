import { redirect } from '@sveltejs/kit';
import { pageIds } from '#runtime/form/pages.ts';
import { project } from '#runtime/form/project.ts';
import { openDraft } from '#lib/server/filing/open-draft.ts';

/** A draft's own address leads to its first page. */
export const load = async (event) => {
  const { caseType, draft, environment, base } = await openDraft(event);
  const [first] = pageIds(project(caseType.forms.application, 'application', draft.answers, environment));
  redirect(303, `${base}/${first ?? 'granska'}`);
};
