import { readPartyCase } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { requireLogin } from '#lib/server/guards.ts';
import { myCase } from '#lib/server/mine/my-case.ts';
import { clock } from '#lib/server/services.ts';

export const load = async (event) => {
  const { actor } = requireLogin(event);
  const found = await readPartyCase(event.params.id, actor);
  if (isRefusal(found)) stopWith(found, event.locals.requestId);
  return {
    done: event.url.searchParams.has('klart'),
    case: await myCase(found, { language: event.locals.language, now: clock.now() })
  };
};
