import { peekSession, readCase, type Login } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { caseNews, seenIn } from '#lib/server/case-news.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { requireStaff } from '#lib/server/guards.ts';
import { clock } from '#lib/server/services.ts';

/** Tells a case's page that another has changed the case, for as long as whoever opened it is logged in and may read it. */
export const GET = async (event) => {
  const { id } = event.params;
  const login = requireStaff(event);
  const read = ({ actor }: Login) => readCase(id, actor, clock.now());
  const found = await read(login);
  if (isRefusal(found)) stopWith(found, event.locals.requestId);
  return caseNews(id, seenIn(event.url), async () => {
    const now = await peekSession(login.id);
    return now !== null && !isRefusal(await read(now));
  });
};
