import { redirect } from '@sveltejs/kit';
import { listCaseTypes, publishedCaseType, startDesign } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { requireDesigner } from '#lib/server/design/guard.ts';
import { documentOfType } from '#lib/server/design/document-of-type.ts';
import { clock } from '#lib/server/services.ts';
import { postedForm } from '#lib/server/posted-form.ts';

export const load = async (event) => ({ caseTypes: await listCaseTypes(requireDesigner(event).actor) });

export const actions = {
  /** Opens a published case type to be changed: as a design of what is published. */
  change: async (event) => {
    const { actor } = requireDesigner(event);
    const slug = String((await postedForm(event)).get('slug') ?? '');
    const published = await publishedCaseType(slug);
    if (isRefusal(published)) stopWith(published, event.locals.requestId);
    const started = await startDesign(documentOfType(published.caseType), actor, clock.now());
    // Somebody else began meanwhile.
    if (isRefusal(started) && started.refused !== 'edit.key_taken') stopWith(started, event.locals.requestId);
    redirect(303, `/admin/arendetyper/${slug}/oversikt`);
  }
};
