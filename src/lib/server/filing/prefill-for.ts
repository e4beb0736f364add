import type { RequestEvent } from '@sveltejs/kit';
import { identity, prefilledFromLastCase, type Draft, type PublishedCaseType } from '#runtime';
import type { CaseType } from '#runtime/definition/case-type.ts';
import { prefill, stillPrefilled, type Prefilled } from '#runtime/form/prefill.ts';
import { formatDateTime } from '#lib/text/format.ts';
import { t } from '#lib/text/index.ts';
import type { Language } from '#lib/text/language.ts';
import { clock } from '../services.ts';
import { draftEnvironment } from './open-draft.ts';

/** What stands in a new draft of this person from the start, by where it comes from, a register last since it knows best; nothing where nobody is asked who they are. */
export async function prefillFor({ locals }: RequestEvent, published: PublishedCaseType): Promise<Prefilled[]> {
  const { login, language } = locals;
  const { caseType, versionId } = published;
  if (!login || caseType.settings.eService.authentication === 'none') return [];
  const principal = login.actor.actsFor?.principal;
  const [known, last] = await Promise.all([
    principal ? identity().knownOfPrincipal(principal, clock.now()) : identity().knownOf(login),
    prefilledFromLastCase(login.actor, versionId, draftEnvironment(caseType, language))
  ]);
  const answers = known ? prefill(caseType.forms.application, known.values) : {};
  const fetched = known && Object.keys(answers).length > 0 ? [{ source: known.source, at: known.at, answers }] : [];
  return last ? [last, ...fetched] : fetched;
}

/** Beside each answer that still is as it was fetched: from where, and when. By pointer. */
export const prefillNotes = (
  { answers, prefilled }: Draft,
  { forms }: CaseType,
  language: Language
): Record<string, string> =>
  Object.fromEntries(
    prefilled.flatMap(({ source, isLastCase, at, answers: fetched }) => {
      const key = isLastCase ? 'form.prefilledLastCase' : 'form.prefilled';
      const note = t(language)(key, { source, when: formatDateTime(at, language) });
      return stillPrefilled(forms.application, answers, fetched).map((pointer) => [pointer, note] as const);
    })
  );
