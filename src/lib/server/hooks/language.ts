import type { Handle } from '@sveltejs/kit';
import { isLanguage } from '#lib/text/language.ts';

const COOKIE = 'sprak';
const YEAR_SECONDS = 31_536_000;

/** `?sprak=en` is remembered and taken out of the address; every page then speaks that language. Swedish is first. */
export const language: Handle = ({ event, resolve }) => {
  const asked = event.url.searchParams.get(COOKIE);
  if (isLanguage(asked) && event.request.method === 'GET') {
    const page = new URL(event.url);
    page.searchParams.delete(COOKIE);
    const secure = event.url.protocol === 'https:';
    const cookie = event.cookies.serialize(COOKIE, asked, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax', secure });
    return new Response(null, {
      status: 303,
      headers: { location: page.pathname + page.search, 'set-cookie': cookie }
    });
  }
  const kept = event.cookies.get(COOKIE);
  event.locals.language = isLanguage(kept) ? kept : 'sv';
  return resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%smedja.language%', event.locals.language)
  });
};
