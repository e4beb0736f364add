import type { RequestEvent } from '@sveltejs/kit';
import { identity, type Draft } from '#runtime';
import type { CaseType } from '#runtime/definition/case-type.ts';
import { prefill, stillPrefilled, type Prefilled } from '#runtime/form/prefill.ts';
import { formatDateTime } from '#lib/text/format.ts';
import { t } from '#lib/text/index.ts';
import type { Language } from '#lib/text/language.ts';

/** What stands in a new draft of this person from the start; null when nothing does, as where nobody is asked who they are. */
export async function prefillFor({ locals }: RequestEvent, { forms, settings }: CaseType): Promise<Prefilled | null> {
  if (settings.eService.authentication === 'none') return null;
  const known = locals.login && (await identity().knownOf(locals.login));
  if (!known) return null;
  const answers = prefill(forms.application, known.values);
  return Object.keys(answers).length === 0 ? null : { source: known.source, at: known.at, answers };
}

/** Beside each answer that still is as it was fetched: from where, and when. By pointer. */
export function prefillNotes(
  { answers, prefilled }: Draft,
  { forms }: CaseType,
  language: Language
): Record<string, string> {
  if (!prefilled) return {};
  const { source, at } = prefilled;
  const note = t(language)('form.prefilled', { source, when: formatDateTime(at, language) });
  return Object.fromEntries(
    stillPrefilled(forms.application, answers, prefilled.answers).map((pointer) => [pointer, note])
  );
}
