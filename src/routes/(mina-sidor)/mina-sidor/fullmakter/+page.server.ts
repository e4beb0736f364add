import { giverOf, listFullmakter } from '#runtime';
import { requireLogin } from '#lib/server/guards.ts';
import { fullmaktView } from '#lib/server/mine/fullmakt-view.ts';
import { titlesOf } from '#lib/server/mine/represented.ts';
import { clock } from '#lib/server/services.ts';

export const load = async (event) => {
  const login = requireLogin(event);
  const { language } = event.locals;
  const now = clock.now();
  const [{ given, received }, titles] = await Promise.all([listFullmakter(login, now), titlesOf(language)]);
  const view = (all: typeof given) => all.map((one) => fullmaktView(one, titles, language));
  return {
    ...{ given: view(given), received: view(received), mayGive: !('refused' in giverOf(login, now)) },
    isRevoked: event.url.searchParams.has('aterkallad')
  };
};
