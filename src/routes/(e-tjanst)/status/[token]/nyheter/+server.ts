import { limit, readStatus } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { caseNews, seenIn } from '#lib/server/case-news.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { clock } from '#lib/server/services.ts';

/** Tells the page of a status link that the case has changed. */
export const GET = async ({ params, url, locals, getClientAddress }) => {
  const limited = await limit('status-link', getClientAddress(), clock.now());
  if (limited) stopWith(limited, locals.requestId);
  const found = await readStatus(params.token);
  if (isRefusal(found)) stopWith(found, locals.requestId);
  return caseNews(found.caseId, seenIn(url), async () => !isRefusal(await readStatus(params.token)));
};
