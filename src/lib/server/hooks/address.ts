import { error, type Handle } from '@sveltejs/kit';

/** Nobody writes U+0000 in an address, and PostgreSQL cannot look for it: nothing lies there, and no search holds it. */
export const address: Handle = ({ event, resolve }) => {
  const { url, locals } = event;
  if (url.pathname.includes('%00'))
    error(404, { message: 'not found', code: 'not_found', reference: locals.requestId });
  if (url.search.includes('%00')) url.search = url.search.replaceAll('%00', '');
  return resolve(event);
};
