import { fail, redirect } from '@sveltejs/kit';
import { beginActing, endActing } from '#runtime';
import { statusOf } from '#lib/server/fault-page.ts';
import { requireLogin } from '#lib/server/guards.ts';
import { representedOf } from '#lib/server/mine/represented.ts';
import { safePath } from '#lib/server/safe-path.ts';
import { clock } from '#lib/server/services.ts';
import { postedForm } from '#lib/server/posted-form.ts';

const HOME = '/mina-sidor';

export const load = async (event) => {
  const login = requireLogin(event);
  const { searchParams } = event.url;
  const query = (searchParams.get('sok') ?? '').trim().slice(0, 100);
  const principal = login.actor.actsFor?.principal;
  return {
    ...(await representedOf(login, query, event.locals.language)),
    query,
    self: login.actor.name,
    chosen: principal ? (principal.kind === 'person' ? principal.personId : principal.organisationsnummer) : null,
    isLost: searchParams.has('upphort'),
    isForSelf: searchParams.has('sjalv'),
    next: safePath(searchParams.get('till'), HOME)
  };
};

export const actions = {
  default: async (event) => {
    const login = requireLogin(event);
    const form = await postedForm(event);
    const [kind, key = ''] = String(form.get('who') ?? '').split(':');
    const next = safePath(String(form.get('till') ?? ''), HOME);
    const now = clock.now();
    if (kind !== 'person' && kind !== 'organisation') {
      await endActing(login, 'ended', now);
      redirect(303, next);
    }
    const principal =
      kind === 'person'
        ? ({ kind: 'person', personId: key } as const)
        : ({ kind: 'organisation', organisationsnummer: key } as const);
    const refusal = await beginActing(login, principal, now);
    if (refusal) return fail(statusOf(refusal.refused), { refused: refusal.refused });
    redirect(303, next);
  }
};
