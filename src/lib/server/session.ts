import { redirect, type Cookies, type Handle, type RequestEvent } from '@sveltejs/kit';
import { endActing, endAllSessions, endSession, readSession, type Login } from '#runtime';
import { municipality } from './municipality.ts';
import { clock } from './services.ts';

const COOKIE = 'session';

/**
 * Cookies of ours are Secure, also on http://localhost, which browsers trust. One exception: a demo that is shown over plain http
 * from another host, where a Secure cookie would be dropped without a word. In production plain http logs nobody in.
 */
export const cookieOptions = (url: URL): Parameters<Cookies['set']>[2] => {
  const isLocal = url.hostname === 'localhost' || url.hostname === '127.0.0.1' || url.hostname === '[::1]';
  const secure = url.protocol === 'https:' || isLocal || !municipality.demo;
  return { path: '/', httpOnly: true, sameSite: 'lax', secure };
};

/** Who asks: `locals.actor`, and the login behind it. What a logged-in person saw is kept in no cache. */
export const session: Handle = async ({ event, resolve }) => {
  const id = event.cookies.get(COOKIE);
  const login = id ? await readSession(id) : null;
  if (id && !login) event.cookies.delete(COOKIE, cookieOptions(event.url));
  if (login?.lost) return nothingDone(login);
  event.locals.login = login;
  event.locals.actor = login?.actor ?? { kind: 'anonymous' };
  const response = await resolve(event);
  if (login && !response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
  return response;
};

/** Where a person chooses for whom they act. */
export const CHOOSE_PRINCIPAL = '/mina-sidor/for-vem';

/**
 * Whoever acted for another and has no right to it any more is told before anything else: what they were doing is not done, neither for the
 * other nor in their own name.
 */
async function nothingDone(login: Login): Promise<never> {
  await endActing(login, 'lost', clock.now());
  redirect(303, `${CHOOSE_PRINCIPAL}?upphort`);
}

/** This browser's session is now this one; one that was there ends. The cookie goes with the browser: it has no `expires`. */
export async function setSession(event: RequestEvent, id: string): Promise<void> {
  const before = event.cookies.get(COOKIE);
  if (before) await endSession(before);
  event.cookies.set(COOKIE, id, cookieOptions(event.url));
}

export async function logOut(event: RequestEvent, where: 'here' | 'everywhere'): Promise<void> {
  const { login } = event.locals;
  if (login && where === 'everywhere') await endAllSessions(login.actor.personId);
  else if (login) await endSession(login.id);
  event.cookies.delete(COOKIE, cookieOptions(event.url));
}
