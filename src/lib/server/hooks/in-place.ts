import type { Handle } from '@sveltejs/kit';
import { IN_PLACE, LEADS_TO } from '#lib/in-place/headers.ts';

/** Tells a form that is sent in place where it leads: a browser would follow a redirect by itself, and drop its fragment. */
export const inPlace: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  const location = response.headers.get('location');
  if (!event.request.headers.has(IN_PLACE) || response.status !== 303 || location === null) return response;
  const headers = new Headers(response.headers);
  headers.delete('location');
  headers.set(LEADS_TO, location);
  return new Response(null, { status: 204, headers });
};
