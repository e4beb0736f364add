import { redirect, type RequestEvent } from '@sveltejs/kit';
import { definitionOf, publishedCaseType, readDraft, type Draft, type DraftOwner } from '#runtime';
import type { CaseType } from '#runtime/definition/case-type.ts';
import { isRefusal, refuse } from '#runtime/errors/refusal.ts';
import { compileForm, type CompiledForm } from '#runtime/form/compile-form.ts';
import type { Environment } from '#runtime/form/model.ts';
import { stockholmDay } from '#runtime/time/day.ts';
import { stopWith } from '../fault-page.ts';
import { clock } from '../services.ts';
import { draftOwner } from './draft-owner.ts';

/** A draft with all that its pages are drawn and read by. */
export interface OpenDraft {
  readonly draft: Draft;
  readonly owner: DraftOwner;
  readonly caseType: CaseType;
  readonly compiled: CompiledForm;
  /** Of the version of the case type. */
  readonly hash: string;
  readonly environment: Environment;
  /** Where its pages lie. */
  readonly base: string;
}

const compiled = new WeakMap<CaseType, CompiledForm>();

function compiledApplication(caseType: CaseType): CompiledForm {
  const known = compiled.get(caseType) ?? compileForm(caseType.forms.application);
  compiled.set(caseType, known);
  return known;
}

/** The draft that the address names, if this browser or person holds it; else the page that says why not. */
export async function openDraft(event: RequestEvent<{ slug: string; draft: string }>): Promise<OpenDraft> {
  const { params, locals } = event;
  const owner = draftOwner(event);
  const draft = owner ? await readDraft(params.draft, owner, clock.now()) : refuse('draft.not_found');
  if (owner === null || isRefusal(draft)) {
    // A session that ended while somebody wrote: what is saved is reached by logging in again.
    if (owner === null || 'token' in owner) await askToLogIn(event);
    return stopWith(isRefusal(draft) ? draft : refuse('draft.not_found'), locals.requestId);
  }
  const { caseType, hash } = await definitionOf(draft.versionId);
  if (caseType.settings.slug !== params.slug) stopWith(refuse('draft.not_found'), locals.requestId);
  return {
    draft,
    owner,
    caseType,
    hash,
    compiled: compiledApplication(caseType),
    environment: {
      data: { case: { channel: 'e-service', language: locals.language } },
      today: stockholmDay(clock.now()),
      conditions: caseType.settings.conditions ?? {}
    },
    base: `/e-tjanster/${params.slug}/ansok/${draft.id}`
  };
}

async function askToLogIn({ params, url }: RequestEvent<{ slug: string; draft: string }>): Promise<void> {
  const published = await publishedCaseType(params.slug);
  if (isRefusal(published) || published.caseType.settings.eService.authentication !== 'eid') return;
  redirect(303, `/logga-in?till=${encodeURIComponent(url.pathname)}`);
}
