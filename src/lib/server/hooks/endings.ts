import { isHttpError, isRedirect, type Handle, type RequestEvent } from '@sveltejs/kit';
import errorPage from '../../../error.html?raw';
import { handleError } from './availability.ts';

/**
 * What a hook after this one ends a request with is an answer here, which is logged, counted, and gets its headers like any other: what is
 * thrown SvelteKit takes past them all. A database that is away is told as everywhere else.
 */
export const endings: Handle = async ({ event, resolve }) => {
  try {
    return await resolve(event);
  } catch (thrown) {
    if (isRedirect(thrown)) return leading(event, thrown);
    if (isHttpError(thrown)) return said(event, thrown.status, thrown.body);
    const body = await handleError({ error: thrown, event, status: 500, message: 'Internal Error' });
    return said(event, 500, body ?? {});
  }
};

/** A script of SvelteKit's reads where it is led from the body. */
function leading(event: RequestEvent, { status, location }: { readonly status: number; readonly location: string }) {
  const isScript = event.isDataRequest || isAction(event);
  if (isScript) return Response.json({ type: 'redirect', status, location });
  return new Response(null, { status, headers: { location, 'cache-control': 'no-store' } });
}

function said(event: RequestEvent, status: number, error: object): Response {
  if (isAction(event)) return Response.json({ type: 'error', error }, { status });
  const isPage = event.request.headers.get('accept')?.includes('text/html') === true;
  if (event.isDataRequest || !isPage) return Response.json(error, { status });
  const html = errorPage.replace('%sveltekit.status%', String(status));
  return new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

const isAction = ({ request }: RequestEvent) => request.headers.get('x-sveltekit-action') === 'true';
