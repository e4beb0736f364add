import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Login } from '#runtime';
import { mayTakeUp } from '#runtime/access/acts-for.ts';
import type { CaseType } from '#runtime/definition/case-type.ts';
import { refuse } from '#runtime/errors/refusal.ts';
import { stopWith } from './fault-page.ts';
import { CHOOSE_PRINCIPAL } from './session.ts';
import { municipality } from './municipality.ts';
import { safePath } from './safe-path.ts';

/** Sends whoever is not logged in to log in, and back here after. For pages that citizens reach by GET. */
export function requireLogin(event: RequestEvent): Login {
  if (event.locals.login) return event.locals.login;
  redirect(303, `/logga-in?${backHere(event)}`);
}

/** Where a login leads back to: here, as far as it may be followed; a header cannot hold an address of any length. */
const backHere = ({ url: { pathname, search } }: RequestEvent): string =>
  `till=${encodeURIComponent(safePath(pathname + search, safePath(pathname)))}`;

/** The same, for what one does in one's own name alone: whoever acts for another is asked to choose themselves first, and comes back here. */
export function requireSelf(event: RequestEvent): Login {
  const login = requireLogin(event);
  if (!login.actor.actsFor) return login;
  redirect(303, `${CHOOSE_PRINCIPAL}?sjalv&till=${encodeURIComponent(event.url.pathname)}`);
}

/** Refuses whoever acts for another in a matter that their right to it is not for. */
export function requireMandate({ locals }: RequestEvent, { settings }: CaseType): void {
  const { actor, requestId } = locals;
  const matter = { slug: settings.slug, organ: settings.owner.organ };
  if (actor.kind === 'person' && !mayTakeUp(actor, matter)) stopWith(refuse('mandate.not_for_this'), requestId);
}

/** The same for staff: a staff role is needed, and a login at work. */
export function requireStaff(event: RequestEvent): Login {
  const { login } = event.locals;
  if (login && (login.actor.memberships.length > 0 || login.actor.administers)) return login;
  if (login?.strength === 'staff') stopWith(refuse('access.denied'), event.locals.requestId);
  redirect(303, `/logga-in/personal?${backHere(event)}`);
}

/** The demo's own pages; in any other installation there are none. */
export function requireDemo(): void {
  if (!municipality.demo) error(404);
}
