import { redirect, type RequestEvent } from '@sveltejs/kit';
import { randomBytes } from 'node:crypto';
import { identity, type Order, type ProviderKey } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { stopWith } from './fault-page.ts';
import { limitLogins, visitOf } from './identity.ts';
import { safePath } from './safe-path.ts';
import { cookieOptions, setSession } from './session.ts';

/** Which login goes on in this browser, and the secret that proves that it began here. A new login takes its place. */
const COOKIE = 'legitimering';

export const providerOf = (way: 'oidc' | 'personal'): ProviderKey => (way === 'personal' ? 'staff' : 'oidc');

/** A provider with pages of its own knows us by one address, without anything added. */
const BACK: Readonly<Record<ProviderKey, (nonce: string) => string>> = {
  bankid: (nonce) => `/logga-in/bankid/retur?n=${nonce}`,
  oidc: () => '/logga-in/oidc/retur',
  staff: () => '/logga-in/personal/retur'
};

function current({ cookies }: RequestEvent): { id: string; secret: string } {
  const [id = '', secret = ''] = (cookies.get(COOKIE) ?? '').split('.');
  return { id: /^[0-9a-f-]{36}$/.test(id) ? id : '00000000-0000-0000-0000-000000000000', secret };
}

/** Begins a login in this browser; `till` in the address says where it leads. */
export async function beginLogin(event: RequestEvent, provider: ProviderKey, sameDevice = false): Promise<void> {
  await limitLogins(event);
  const secret = randomBytes(20).toString('hex');
  const returnTo = safePath(event.url.searchParams.get('till'), provider === 'staff' ? '/handlaggning' : '/mina-sidor');
  const id = await identity().orders.start({ provider, returnTo, sameDevice, secret });
  event.cookies.set(COOKIE, `${id}.${secret}`, cookieOptions(event.url));
}

/** The login of this browser, carried on as far as it goes; null when there is none, or another began since. */
export async function carryOnLogin(event: RequestEvent, provider: ProviderKey, returned: URL | null = null) {
  const visited = await identity().orders.visit(visitOf(event, current(event), BACK[provider]), returned);
  return visited?.order.provider === provider ? visited : null;
}

/** The login of this browser as it stands. */
export const lookAtLogin = (event: RequestEvent): Promise<Order | null> => identity().orders.look(current(event));

/** Logs in and goes on to where the person was going, if the order is proved. */
export async function finishLogin(event: RequestEvent, order: Order): Promise<void> {
  const done = await identity().logIn(order);
  if (!done) return;
  if (isRefusal(done)) stopWith(done, event.locals.requestId);
  event.cookies.delete(COOKIE, cookieOptions(event.url));
  await setSession(event, done.session);
  redirect(303, done.returnTo);
}

/** The browser came back from the app on this device; false when the login began elsewhere. */
export const comeBackToLogin = (event: RequestEvent): Promise<boolean> =>
  identity().orders.comeBack(current(event), event.url.searchParams.get('n') ?? '');

export async function loginAgain(event: RequestEvent, sameDevice: boolean): Promise<void> {
  await limitLogins(event);
  await identity().orders.again(current(event), sameDevice);
}

export const cancelLogin = (event: RequestEvent): Promise<string | null> => identity().orders.cancel(current(event));
