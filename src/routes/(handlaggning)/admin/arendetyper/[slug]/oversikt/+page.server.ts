import { redirect } from '@sveltejs/kit';
import { discardDesign } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { at } from '#runtime/form/pointer.ts';
import { stockholmDay } from '#runtime/time/day.ts';
import { requireDesigner } from '#lib/server/design/guard.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { organName } from '#lib/server/organ-name.ts';
import { clock, municipalityFacts } from '#lib/server/services.ts';
import { postedForm } from '#lib/server/posted-form.ts';

export const load = async (event) => {
  requireDesigner(event);
  const { design } = await event.parent();
  const key = String(at(design.document, '/settings/owner/organ') ?? '');
  return { organ: await organName(key), instances: municipalityFacts.instances, today: stockholmDay(clock.now()) };
};

export const actions = {
  discard: async (event) => {
    const { actor } = requireDesigner(event);
    const isSure = (await postedForm(event)).has('sure');
    const outcome = isSure ? await discardDesign(event.params.slug, actor) : { slug: event.params.slug };
    if (isRefusal(outcome)) stopWith(outcome, event.locals.requestId);
    redirect(303, isSure ? '/admin/arendetyper' : `/admin/arendetyper/${event.params.slug}/oversikt`);
  }
};
