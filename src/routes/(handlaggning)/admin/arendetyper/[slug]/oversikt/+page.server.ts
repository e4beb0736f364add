import { redirect } from '@sveltejs/kit';
import { discardDesign } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { requireDesigner } from '#lib/server/design/guard.ts';
import { stopWith } from '#lib/server/fault-page.ts';

export const actions = {
  discard: async (event) => {
    const { actor } = requireDesigner(event);
    const isSure = (await event.request.formData()).has('sure');
    const outcome = isSure ? await discardDesign(event.params.slug, actor) : { slug: event.params.slug };
    if (isRefusal(outcome)) stopWith(outcome, event.locals.requestId);
    redirect(303, isSure ? '/admin/arendetyper' : `/admin/arendetyper/${event.params.slug}/oversikt`);
  }
};
