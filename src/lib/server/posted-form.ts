import type { RequestEvent } from '@sveltejs/kit';
import { refuse } from '#runtime/errors/refusal.ts';
import { stopWith } from './fault-page.ts';

const LONGEST_FORM = 1_000_000;
const NUL = '\u0000';

/**
 * A posted form without files of its own, in memory: so one without end, or that does not say how long it is, ends the request with 413.
 * One that cannot be read is 422. No text of it holds NUL, which nobody writes and PostgreSQL cannot keep.
 */
export async function postedForm(
  event: Pick<RequestEvent, 'request' | 'locals'>,
  longest = LONGEST_FORM
): Promise<FormData> {
  const { request, locals } = event;
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (!(length <= longest)) stopWith(refuse('form.too_large'), locals.requestId);
  const posted = await request.formData().catch(() => null);
  if (!posted) return stopWith(refuse('form.answers_invalid'), locals.requestId);
  const form = new FormData();
  for (const [name, value] of posted) {
    if (typeof value === 'string') form.append(name, value.replaceAll(NUL, ''));
    else form.append(name, value);
  }
  return form;
}

/** The text fields of a posted form, the last of each name. */
export const formFields = async (
  event: Pick<RequestEvent, 'request' | 'locals'>
): Promise<ReadonlyMap<string, string>> =>
  new Map(
    [...(await postedForm(event))].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : []
    )
  );
