import type { Handle, HandleServerError } from '@sveltejs/kit';
import { isDatabaseUnavailable, log } from '#runtime';

const RETRY_SECONDS = '5';

/** Names an unexpected error by a code and logs it; an unreachable database is marked, so that `availability` can say 503. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
  if (isDatabaseUnavailable(error)) {
    event.locals.unavailable = true;
    return { message, code: 'unavailable', reference: event.locals.requestId };
  }
  if (status === 404) return { message, code: 'not_found', reference: event.locals.requestId };
  log.error({ error, request: event.locals.requestId, route: event.route.id, status }, 'unexpected');
  return { message, code: 'unexpected', reference: event.locals.requestId };
};

/** A page that could not be made because the database is away is 503 with Retry-After, not 500: the next try may succeed. */
export const availability: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  if (!event.locals.unavailable || response.status < 500) return response;
  const headers = new Headers(response.headers);
  headers.set('retry-after', RETRY_SECONDS);
  return new Response(response.body, { status: 503, headers });
};
