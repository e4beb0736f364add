import { redirect } from '@sveltejs/kit';
import { discardDraft } from '#runtime';
import { textsIn } from '#lib/server/case-type-text.ts';
import { openDraft } from '#lib/server/filing/open-draft.ts';
import { files } from '#lib/server/services.ts';

export const load = async (event) => {
  const { caseType, draft, owner, base } = await openDraft(event);
  return {
    title: textsIn(caseType, event.locals.language)['caseType.title'] ?? '',
    expiresAt: draft.expiresAt,
    isPersons: 'personId' in owner,
    base
  };
};

export const actions = {
  /** Throws the draft away, with its files. */
  discard: async (event) => {
    const { draft, owner } = await openDraft(event);
    await discardDraft(draft.id, owner, files);
    redirect(303, `/e-tjanster/${event.params.slug}?borttaget`);
  }
};
