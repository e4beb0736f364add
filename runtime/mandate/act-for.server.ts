import { isRefusal, refuse, type Refusal } from '../errors/refusal.ts';
import { mayActForOthers, type Login } from '../identity/sessions.server.ts';
import { logMandate, type MandateAct } from '../persistence/mandates.server.ts';
import { personnummerOf } from '../persistence/people.server.ts';
import { keepPrincipal } from '../persistence/session-adapter.server.ts';
import { read } from '../persistence/transaction.server.ts';
import { actsFor } from './mandates.server.ts';
import type { Identified, PrincipalKey } from './model.ts';
import { isShieldedNow } from './shielded.server.ts';
import { isUuid } from '../uuid.ts';

/** Who a login proves, to act for others by: `mandate.login_too_weak`, also for a colleague at work. */
export const identifiedBy = ({ strength, personnummer, actor }: Login): Identified | Refusal =>
  personnummer !== null && mayActForOthers(strength)
    ? { personId: actor.personId, personnummer }
    : refuse('mandate.login_too_weak');

/**
 * From now on this login acts for somebody, and no longer for the person themselves.
 * @returns `mandate.none` when they have no right to, `mandate.login_too_weak`
 */
export async function beginActing(login: Login, principal: PrincipalKey, now: Date): Promise<Refusal | null> {
  const who = identifiedBy(login);
  if (isRefusal(who)) return who;
  const found =
    principal.kind === 'organisation' || isUuid(principal.personId) ? await actsFor(who, principal, now) : undefined;
  if (!found || (principal.kind === 'person' && (await isShielded(principal.personId)))) return refuse('mandate.none');
  await keepPrincipal(login.id, principal);
  await logMandate(read, { act: 'began', actorId: who.personId, principal }, now);
  return null;
}

async function isShielded(personId: string): Promise<boolean> {
  const personnummer = await personnummerOf(personId);
  return personnummer === null || isShieldedNow(personnummer);
}

/** From now on this login acts for the person themselves. `lost`: since they had no right to act for the other any more. */
export async function endActing(login: Login, act: Extract<MandateAct, 'ended' | 'lost'>, now: Date): Promise<void> {
  const principal = login.lost ?? login.actor.actsFor?.principal;
  if (!principal) return;
  await keepPrincipal(login.id, null);
  await logMandate(read, { act, actorId: login.actor.personId, principal }, now);
}
