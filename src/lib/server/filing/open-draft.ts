import { redirect, type RequestEvent } from '@sveltejs/kit';
import { caseOfParty, definitionOf, formOf, publishedCaseType, readDraft, readReceipt, takenFor } from '#runtime';
import type { CaseType } from '#runtime/definition/case-type.ts';
import { isRefusal, refuse } from '#runtime/errors/refusal.ts';
import type { Environment } from '#runtime/form/model.ts';
import { stockholmDay } from '#runtime/time/day.ts';
import { stopWith } from '../fault-page.ts';
import { requireMandate } from '../guards.ts';
import { clock } from '../services.ts';
import { draftOwner } from './draft-owner.ts';
import { receiptOf } from './receipt-cookie.ts';
import type { Entry } from './save-page.ts';

/** A draft with all that its pages are drawn and read by. */
export interface OpenDraft extends Entry {
  readonly caseType: CaseType;
  /** Of the version of the case type. */
  readonly hash: string;
  /** Where its pages lie. */
  readonly base: string;
}

/** The draft that the address names, if this browser or person holds it; else the page that says why not. */
export async function openDraft(event: RequestEvent<{ slug: string; draft: string }>): Promise<OpenDraft> {
  const { params, locals } = event;
  const owner = draftOwner(event);
  const draft = owner ? await readDraft(params.draft, owner, clock.now()) : refuse('draft.not_found');
  if (owner === null || isRefusal(draft)) {
    await goToWhatCameOfIt(event);
    // A session that ended while somebody wrote: what is saved is reached by logging in again.
    if (owner === null || 'token' in owner) await askToLogIn(event);
    return stopWith(isRefusal(draft) ? draft : refuse('draft.not_found'), locals.requestId);
  }
  const definition = await definitionOf(draft.versionId);
  const { caseType, hash } = definition;
  if (caseType.settings.slug !== params.slug) stopWith(refuse('draft.not_found'), locals.requestId);
  requireMandate(event, caseType);
  return {
    draft,
    owner,
    caseType,
    hash,
    compiled: formOf(definition, 'application'),
    environment: {
      ...draftEnvironment(caseType, locals.language),
      ...(await takenFor(caseType, { form: 'application' }))
    },
    base: `/e-tjanster/${params.slug}/ansok/${draft.id}`
  };
}

/** What the form of an application reads beside its answers, when it is sent in a language. */
export const draftEnvironment = ({ settings }: CaseType, language: string): Environment => ({
  data: { case: { channel: 'e-service', language } },
  today: stockholmDay(clock.now()),
  conditions: settings.conditions ?? {}
});

/** A draft that was sent has become a case of the same id. Whoever comes back to it, or reloads, sees the receipt, or the case. */
async function goToWhatCameOfIt(event: RequestEvent<{ slug: string; draft: string }>): Promise<void> {
  const { slug, draft } = event.params;
  const secrets = receiptOf(event);
  const receipt = secrets && (await readReceipt(secrets.receipt, clock.now()));
  if (receipt?.caseId === draft) redirect(303, `/e-tjanster/${slug}/kvitto`);
  if (!isRefusal(await caseOfParty(draft, event.locals.actor))) redirect(303, `/mina-sidor/arenden/${draft}`);
}

async function askToLogIn({ params, url }: RequestEvent<{ slug: string; draft: string }>): Promise<void> {
  const published = await publishedCaseType(params.slug);
  if (isRefusal(published) || published.caseType.settings.eService.authentication !== 'eid') return;
  redirect(303, `/logga-in?till=${encodeURIComponent(url.pathname)}`);
}
