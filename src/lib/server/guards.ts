import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Login } from '#runtime';
import { refuse } from '#runtime/errors/refusal.ts';
import { stopWith } from './fault-page.ts';
import { municipality } from './municipality.ts';

/** Sends whoever is not logged in to log in, and back here after. For pages that citizens reach by GET. */
export function requireLogin(event: RequestEvent): Login {
  if (event.locals.login) return event.locals.login;
  const here = event.url.pathname + event.url.search;
  redirect(303, `/logga-in?till=${encodeURIComponent(here)}`);
}

/** The same for staff: a staff role is needed, and a login at work. */
export function requireStaff(event: RequestEvent): Login {
  const { login } = event.locals;
  if (login && (login.actor.memberships.length > 0 || login.actor.administers)) return login;
  if (login?.strength === 'staff') stopWith(refuse('access.denied'), event.locals.requestId);
  const here = event.url.pathname + event.url.search;
  redirect(303, `/logga-in/personal?till=${encodeURIComponent(here)}`);
}

/** The demo's own pages; in any other installation there are none. */
export function requireDemo(): void {
  if (!municipality.demo) error(404);
}
