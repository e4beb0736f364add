import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { pageIds } from '#runtime/form/pages.ts';
import { project } from '#runtime/form/project.ts';
import { textsIn } from '#lib/server/case-type-text.ts';
import { statusOf } from '#lib/server/fault-page.ts';
import { openDraft } from '#lib/server/filing/open-draft.ts';
import { asSent, review } from '#lib/server/filing/review.ts';
import { isSigned, sendSigned, signDraft, submitDraft } from '#lib/server/filing/submit-draft.ts';
import { postedForm } from '#lib/server/posted-form.ts';

export const load = async (event) => {
  const open = await openDraft(event);
  // Back from signing: what was signed is sent, and the receipt is shown.
  const refusal = event.url.searchParams.has('signatur') ? await sendSigned(event, open) : undefined;
  const { caseType, draft, environment, base } = open;
  const texts = textsIn(caseType, event.locals.language);
  const titleOf = (page: string) => texts[`form.application.${page}.label`] ?? page;
  const pages = pageIds(project(caseType.forms.application, 'application', draft.answers, environment));
  const { sections, faultyPage } = review(open, event.locals.language);
  return {
    title: texts['caseType.title'] ?? '',
    pages: pages.map((id) => ({ id, title: titleOf(id) })),
    sections,
    faulty: faultyPage === undefined ? undefined : { id: faultyPage, title: titleOf(faultyPage) },
    isSigned: isSigned(open),
    refused: refusal?.refused,
    savedAt: draft.savedAt,
    /** Makes a double click one case. */
    key: randomUUID(),
    base
  };
};

export const actions = {
  default: async (event) => {
    const open = await openDraft(event);
    const form = await postedForm(event);
    if (form.get('do') === 'later') redirect(303, `${open.base}/sparat`);
    const { answers, faultyPage } = asSent(open);
    if (faultyPage !== undefined) redirect(303, `${open.base}/granska`);
    const posted = form.get('key');
    const key = typeof posted === 'string' ? posted : '';
    const { refused } = isSigned(open)
      ? await signDraft(event, open)
      : await submitDraft(event, open, { key, answers, language: event.locals.language });
    return fail(statusOf(refused), { refused });
  }
};
