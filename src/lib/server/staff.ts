import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actor } from '#runtime';

export type StaffMember = Extract<Actor, { kind: 'person' }>;

/** The member of staff who asks. Who is not logged in does so first; a citizen may not come in. */
export function requireStaff({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): StaffMember {
  const { actor } = locals;
  if (actor.kind !== 'person')
    redirect(303, `/logga-in/personal?till=${encodeURIComponent(url.pathname + url.search)}`);
  if (actor.memberships.length === 0) {
    error(403, { message: 'access.denied', code: 'access.denied', reference: locals.requestId });
  }
  return actor;
}
