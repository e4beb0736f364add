import { readCase } from '#runtime';
import { isRefusal, refuse } from '#runtime/errors/refusal.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { requireStaff } from '#lib/server/guards.ts';
import { municipality } from '#lib/server/municipality.ts';

/** What shows that something was announced, and when (KL 8:9 and 8:10). */
export const load = async (event) => {
  const found = await readCase(event.params.id, requireStaff(event).actor);
  if (isRefusal(found)) stopWith(found, event.locals.requestId);
  const notice = found.notices.find(({ id }) => id === event.params.notice);
  if (found.view.sight !== 'full') stopWith(refuse('access.denied'), event.locals.requestId);
  if (!notice) stopWith(refuse('case.not_found'), event.locals.requestId);
  return { notice, number: found.number, caseId: found.id, place: municipality.name };
};
