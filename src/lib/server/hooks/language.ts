import { redirect, type Handle } from '@sveltejs/kit';
import { isLanguage } from '#lib/text/language.ts';

const COOKIE = 'sprak';
const YEAR_S = 31_536_000;

/** `?sprak=en` is remembered and taken out of the address; every page then speaks that language. Swedish is first. */
export const language: Handle = ({ event, resolve }) => {
  const asked = event.url.searchParams.get(COOKIE);
  if (isLanguage(asked) && event.request.method === 'GET') {
    event.cookies.set(COOKIE, asked, {
      path: '/',
      maxAge: YEAR_S,
      sameSite: 'lax',
      secure: event.url.protocol === 'https:'
    });
    const page = new URL(event.url);
    page.searchParams.delete(COOKIE);
    redirect(303, page.pathname + page.search);
  }
  const kept = event.cookies.get(COOKIE);
  event.locals.language = isLanguage(kept) ? kept : 'sv';
  return resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%smedja.language%', event.locals.language)
  });
};
