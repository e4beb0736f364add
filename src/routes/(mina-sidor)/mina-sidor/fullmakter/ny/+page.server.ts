import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { giverOf, limit, writeFullmakt } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { stockholmDay } from '#runtime/time/day.ts';
import { statusOf, stopWith } from '#lib/server/fault-page.ts';
import { requireLogin } from '#lib/server/guards.ts';
import { titlesOf } from '#lib/server/mine/represented.ts';
import { typedFullmakt, writtenFullmakt, wrongFields } from '#lib/server/mine/written-fullmakt.ts';
import { clock } from '#lib/server/services.ts';
import { postedForm } from '#lib/server/posted-form.ts';

/** Whoever may give one here, else the page that says why not. */
function giver(event: RequestEvent) {
  const login = requireLogin(event);
  const principal = giverOf(login, clock.now());
  if ('refused' in principal) stopWith(principal, event.locals.requestId);
  return { login, principal };
}

export const load = async (event) => {
  giver(event);
  const titles = await titlesOf(event.locals.language);
  const services = [...titles].map(([slug, title]) => ({ slug, title }));
  return {
    services: services.toSorted((a, b) => a.title.localeCompare(b.title, event.locals.language)),
    today: stockholmDay(clock.now())
  };
};

export const actions = {
  default: async (event) => {
    const { login } = giver(event);
    const { language } = event.locals;
    const typed = typedFullmakt(await postedForm(event));
    const limited = await limit('filing', event.getClientAddress(), clock.now());
    if (limited) return fail(429, { typed, wrong: [], refused: limited.refused });
    const written = writtenFullmakt(typed, await titlesOf(language), stockholmDay(clock.now()));
    const made = await writeFullmakt(login, written, clock.now());
    if (!isRefusal(made)) redirect(303, `/mina-sidor/fullmakter/${made.id}`);
    return fail(statusOf(made.refused), { typed, wrong: wrongFields(made), refused: made.refused });
  }
};
