import { redirect } from '@sveltejs/kit';
import { definitionOf, discardDraft, listRegistrations, publishedCaseTypes, startDraft } from '#runtime';
import { channelsToRegister } from '#runtime/access/opening-role.ts';
import { refuse } from '#runtime/errors/refusal.ts';
import { stockholmDay } from '#runtime/time/day.ts';
import { textsIn } from '#lib/server/case-type-text.ts';
import { NOBODY } from '#lib/server/desk/written-party.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { clock, files } from '#lib/server/services.ts';
import { requireStaff } from '#lib/server/guards.ts';
import { postedForm } from '#lib/server/posted-form.ts';

/** What somebody at work may open, and what they have begun. */
export const load = async (event) => {
  const { actor } = requireStaff(event);
  const { language } = event.locals;
  const [published, begun] = await Promise.all([publishedCaseTypes(), listRegistrations(actor.personId, clock.now())]);
  const titled = begun.map(async ({ id, versionId, savedAt, registration }) => {
    const { caseType } = await definitionOf(versionId);
    const title = textsIn(caseType, language)['caseType.title'] ?? caseType.settings.slug;
    return { id, title, savedAt, name: registration?.party.isProtected ? '' : (registration?.party.name ?? '') };
  });
  return {
    caseTypes: published
      .filter(({ caseType }) => channelsToRegister(caseType.settings, actor).length > 0)
      .map(({ slug, caseType }) => {
        const texts = textsIn(caseType, language);
        return { slug, title: texts['caseType.title'] ?? slug, summary: texts['caseType.summary'] ?? '' };
      }),
    begun: await Promise.all(titled),
    opened: event.url.searchParams.get('oppnat')
  };
};

export const actions = {
  begin: async (event) => {
    const { actor } = requireStaff(event);
    const form = await postedForm(event);
    const published = (await publishedCaseTypes()).find(({ slug }) => slug === form.get('slug'));
    if (!published) stopWith(refuse('case_type.not_found'), event.locals.requestId);
    const { settings } = published.caseType;
    const [channel] = channelsToRegister(settings, actor);
    if (!channel) stopWith(refuse('access.denied'), event.locals.requestId);
    const now = clock.now();
    const registration = { channel, arrivedOn: stockholmDay(now), party: NOBODY };
    const draft = await startDraft(
      { personId: actor.personId },
      { versionId: published.versionId, days: settings.eService.draftDays, language: 'sv', registration },
      now
    );
    redirect(303, `/handlaggning/nytt/${draft}`);
  },
  discard: async (event) => {
    const { actor } = requireStaff(event);
    const id = (await postedForm(event)).get('draft');
    await discardDraft(typeof id === 'string' ? id : '', { personId: actor.personId }, files);
    redirect(303, '/handlaggning/nytt');
  }
};
