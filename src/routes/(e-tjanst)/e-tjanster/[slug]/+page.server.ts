import { fail, redirect } from '@sveltejs/kit';
import { limit, publishedCaseType, startDraft } from '#runtime';
import { isRefusal, refuse } from '#runtime/errors/refusal.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { requireMandate } from '#lib/server/guards.ts';
import { newDraftOwner } from '#lib/server/filing/draft-owner.ts';
import { prefillFor } from '#lib/server/filing/prefill-for.ts';
import { serviceFacts } from '#lib/server/filing/service-facts.ts';
import { clock } from '#lib/server/services.ts';

async function service(slug: string, reference: string) {
  const published = await publishedCaseType(slug);
  return isRefusal(published) ? stopWith(published, reference) : published;
}

export const load = async ({ params, locals }) => {
  const { caseType } = await service(params.slug, locals.requestId);
  return { service: serviceFacts(caseType, locals.language), isLoggedIn: locals.actor.kind === 'person' };
};

export const actions = {
  /** Begins a draft and goes to its first page. Who must be known logs in first and comes back here. */
  default: async (event) => {
    const { params, locals } = event;
    const published = await service(params.slug, locals.requestId);
    const { caseType, versionId } = published;
    const { authentication, draftDays } = caseType.settings.eService;
    requireMandate(event, caseType);
    if (authentication === 'staff') stopWith(refuse('access.denied'), locals.requestId);
    if (authentication === 'eid' && locals.actor.kind !== 'person') {
      redirect(303, `/logga-in?till=${encodeURIComponent(`/e-tjanster/${params.slug}`)}`);
    }
    const limited = await limit('filing', event.getClientAddress(), clock.now());
    if (limited) return fail(429, { refused: 'limit.exceeded' as const });
    const draft = await startDraft(
      newDraftOwner(event),
      { versionId, days: draftDays, language: locals.language, prefilled: await prefillFor(event, published) },
      clock.now()
    );
    redirect(303, `/e-tjanster/${params.slug}/ansok/${draft}`);
  }
};
