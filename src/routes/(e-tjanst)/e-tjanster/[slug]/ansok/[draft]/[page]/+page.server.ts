import { fail, redirect } from '@sveltejs/kit';
import { validateAnswers } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { pageIds } from '#runtime/form/pages.ts';
import { project } from '#runtime/form/project.ts';
import { fieldId } from '#lib/form/field-id.ts';
import { textsIn } from '#lib/server/case-type-text.ts';
import { statusOf } from '#lib/server/fault-page.ts';
import { openDraft } from '#lib/server/filing/open-draft.ts';
import { prefillNotes } from '#lib/server/filing/prefill-for.ts';
import { savePage } from '#lib/server/filing/save-page.ts';
import { turnPage } from '#lib/server/filing/turn-page.ts';
import { map } from '#lib/server/map.ts';

const FORM = 'application';

export const load = async (event) => {
  const { caseType, draft, environment, base } = await openDraft(event);
  const form = caseType.forms.application;
  const pages = pageIds(project(form, FORM, draft.answers, environment));
  const { page } = event.params;
  if (!pages.includes(page)) redirect(303, pages[0] ? `${base}/${pages[0]}` : `${base}/granska`);
  const texts = textsIn(caseType, event.locals.language);
  return {
    source: {
      ...{ form, formKey: FORM, page, answers: draft.answers, texts, environment, map },
      notes: prefillNotes(draft, caseType, event.locals.language)
    },
    pages: pages.map((id) => ({ id, title: texts[`form.${FORM}.${id}.label`] ?? id })),
    title: texts['caseType.title'] ?? '',
    savedAt: draft.savedAt,
    expiresAt: draft.expiresAt,
    base,
    moreQuestions: event.url.searchParams.has('fler')
  };
};

export const actions = {
  default: async (event) => {
    const open = await openDraft(event);
    const { page } = event.params;
    const { draft, compiled, environment, base } = open;
    const before = project(compiled.form, FORM, draft.answers, environment);
    const saved = await savePage(event, open, page);
    if (isRefusal(saved)) return fail(statusOf(saved.refused), { refused: saved.refused });
    const validated = validateAnswers(compiled, FORM, saved.answers, environment);
    const turn = turnPage({ page, saved, validated, before });
    if (turn.to === 'faults') return fail(422, { faults: turn.faults });
    if (turn.to === 'review') redirect(303, `${base}/granska`);
    if (turn.to === 'later') redirect(303, `${base}/sparat`);
    if (turn.to === 'page') redirect(303, `${base}/${turn.page}`);
    const more = turn.because === 'more-questions' ? '?fler' : '';
    const place = turn.at === undefined ? '' : `#${fieldId(FORM, turn.at)}`;
    redirect(303, `${base}/${page}${more}${place}`);
  }
};
