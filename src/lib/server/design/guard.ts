import type { RequestEvent } from '@sveltejs/kit';
import type { Login } from '#runtime';
import { refuse } from '#runtime/errors/refusal.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { requireStaff } from '#lib/server/guards.ts';

/** Staff who administer something; which case types they may change is asked for each. */
export function requireDesigner(event: RequestEvent): Login {
  const login = requireStaff(event);
  if (login.actor.memberships.some(({ role }) => role === 'administrator')) return login;
  stopWith(refuse('access.denied'), event.locals.requestId);
}
