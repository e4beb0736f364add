import { randomBytes } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actor, DraftOwner } from '#runtime';
import { cookieOptions } from '../session.ts';

const COOKIE = 'utkast';

/** Whose drafts a person has: their own, or, while they act for another, that other's. */
export function ownerOf({ personId, actsFor }: Extract<Actor, { kind: 'person' }>): DraftOwner {
  if (!actsFor) return { personId };
  const { principal } = actsFor;
  return principal.kind === 'person'
    ? { personId: principal.personId, begunById: personId }
    : { organisationsnummer: principal.organisationsnummer };
}

/** Whose drafts the sender of this request holds: a logged-in person's own, or those that this browser began. */
export function draftOwner({ cookies, locals }: RequestEvent): DraftOwner | null {
  if (locals.actor.kind === 'person') return ownerOf(locals.actor);
  const token = cookies.get(COOKIE);
  return token ? { token } : null;
}

/** The same, for one who begins: the browser gets a secret (192 bits) if it has none, which goes when the browser closes. */
export function newDraftOwner(event: RequestEvent): DraftOwner {
  const known = draftOwner(event);
  if (known) return known;
  const token = randomBytes(24).toString('base64url');
  event.cookies.set(COOKIE, token, cookieOptions(event.url));
  return { token };
}
