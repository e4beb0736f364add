import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { issueReceipt, openCase } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { pageIds } from '#runtime/form/pages.ts';
import { project } from '#runtime/form/project.ts';
import { textsIn } from '#lib/server/case-type-text.ts';
import { statusOf } from '#lib/server/fault-page.ts';
import { openDraft } from '#lib/server/filing/open-draft.ts';
import { keepReceipt } from '#lib/server/filing/receipt-cookie.ts';
import { review } from '#lib/server/filing/review.ts';
import { clock } from '#lib/server/services.ts';

export const load = async (event) => {
  const open = await openDraft(event);
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
    isSigned: caseType.settings.eService.signature !== 'none',
    savedAt: draft.savedAt,
    /** Makes a double click one case. */
    key: randomUUID(),
    base
  };
};

export const actions = {
  default: async (event) => {
    const open = await openDraft(event);
    const form = await event.request.formData();
    if (form.get('do') === 'later') redirect(303, `${open.base}/sparat`);
    const key = form.get('key');
    const { answers, faultyPage } = review(open, event.locals.language);
    if (faultyPage !== undefined) redirect(303, `${open.base}/granska`);
    const now = clock.now();
    const opened = await openCase(
      {
        key: typeof key === 'string' && key !== '' ? key : open.draft.id,
        caseType: { versionId: open.draft.versionId },
        answers,
        channel: 'e-service',
        actor: event.locals.actor,
        language: event.locals.language,
        draftId: open.draft.id
      },
      now
    );
    if (isRefusal(opened)) return fail(statusOf(opened.refused), { refused: opened.refused });
    keepReceipt(event, { receipt: await issueReceipt(opened.caseId, now), status: opened.statusToken });
    redirect(303, `/e-tjanster/${event.params.slug}/kvitto`);
  }
};
