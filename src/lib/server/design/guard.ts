import { error, type RequestEvent } from '@sveltejs/kit';
import type { Login } from '#runtime';
import { requireStaff } from '#lib/server/guards.ts';

/** Staff who administer something; which case types they may change is asked for each. */
export function requireDesigner(event: RequestEvent): Login {
  const login = requireStaff(event);
  if (login.actor.memberships.some(({ role }) => role === 'administrator')) return login;
  error(403, { code: 'access.denied', message: '', reference: event.locals.requestId });
}
