import { limit, readStatus } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { citizenStatus } from '#lib/server/citizen-status.ts';
import { clock } from '#lib/server/services.ts';

/** Where a case stands, for whoever has the link: no personal data, and for no search engine. */
export const load = async ({ params, url, locals, getClientAddress, setHeaders }) => {
  const limited = await limit('status-link', getClientAddress(), clock.now());
  if (limited) stopWith(limited, locals.requestId);
  const found = await readStatus(params.token);
  if (isRefusal(found)) stopWith(found, locals.requestId);
  setHeaders({ 'x-robots-tag': 'noindex', 'cache-control': 'private, no-store' });
  const done = url.searchParams.has('klart');
  return {
    done,
    seq: found.seq,
    case: citizenStatus(found, { language: locals.language, now: clock.now() }),
    base: `/status/${params.token}`
  };
};
