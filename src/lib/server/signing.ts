import { redirect, type RequestEvent } from '@sveltejs/kit';
import { bindingText, identity, type Login, type SignedAct } from '#runtime';
import { refuse, type Refusal } from '#runtime/errors/refusal.ts';
import { requireLogin } from './guards.ts';
import { limitLogins, prefersThisDevice, visitOf } from './identity.ts';

export interface ToSign {
  /** What the person sees in the app, at most 30 000 bytes (`fitsToSign`). */
  readonly visible: string;
  readonly act: SignedAct;
  /** Where to go on to; gets `signatur=<order>` in its address, by which `signatureOf` finds the signature. */
  readonly returnTo: string;
}

/**
 * Starts a signature by the one who is logged in, and gives the page to send them to. Refuses with `signature.missing` when the
 * person has no personnummer, without which BankID can bind the signature to nobody.
 */
export async function startSignOrder(
  event: RequestEvent,
  { visible, act, returnTo }: ToSign
): Promise<{ page: string } | Refusal> {
  const login = requireLogin(event);
  if (!login.personnummer) return refuse('signature.missing');
  await limitLogins(event);
  const id = await identity().orders.start({
    provider: 'bankid',
    returnTo,
    sameDevice: prefersThisDevice(event),
    secret: login.id,
    sign: { visible, nonVisible: bindingText(act), personId: login.actor.personId }
  });
  return { page: `/signera/${id}` };
}

/** The signature that `returnTo` came back with, if it holds for this act: `signature.missing`, `signature.mismatch`. */
export const signatureOf = (event: RequestEvent, login: Login, act: SignedAct) =>
  identity().signature(event.url.searchParams.get('signatur') ?? '', login, act);

const key = (event: RequestEvent) => ({ id: event.params.order ?? '', secret: event.locals.login?.id ?? '' });

/** The signature of this page, carried on as far as it goes; null when it is not this person's, or has run out. */
export async function carryOnSignature(event: RequestEvent) {
  const visit = visitOf(event, key(event), (nonce) => `/signera/${event.params.order}/retur?n=${nonce}`);
  const visited = event.locals.login ? await identity().orders.visit(visit) : null;
  return visited?.order.sign ? { ...visited.order, sign: visited.order.sign } : null;
}

export const lookAtSignature = (event: RequestEvent) => identity().orders.look(key(event));

export const comeBackToSignature = (event: RequestEvent): Promise<boolean> =>
  identity().orders.comeBack(key(event), event.url.searchParams.get('n') ?? '');

export async function signAgain(event: RequestEvent, sameDevice: boolean): Promise<void> {
  await limitLogins(event);
  await identity().orders.again(key(event), sameDevice);
}

/** Goes on to where the signature is used, or not: the page there says what is missing. */
export function leaveSignature({ id, returnTo }: { id: string; returnTo: string }): never {
  redirect(303, `${returnTo}${returnTo.includes('?') ? '&' : '?'}signatur=${id}`);
}

export const cancelSignature = (event: RequestEvent): Promise<string | null> => identity().orders.cancel(key(event));
