import { readCase } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { caseNews, seenIn } from '#lib/server/case-news.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { requireStaff } from '#lib/server/guards.ts';
import { clock } from '#lib/server/services.ts';

/** Tells a case's page that another has changed the case. */
export const GET = async (event) => {
  const found = await readCase(event.params.id, requireStaff(event).actor, clock.now());
  if (isRefusal(found)) stopWith(found, event.locals.requestId);
  return caseNews(event.params.id, seenIn(event.url));
};
