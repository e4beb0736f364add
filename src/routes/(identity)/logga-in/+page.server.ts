import { redirect } from '@sveltejs/kit';
import { identity } from '#runtime';
import { safePath } from '#lib/server/safe-path.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals }) => {
  const goesTo = safePath(url.searchParams.get('till'), '/mina-sidor');
  if (locals.login && locals.login.strength !== 'staff') redirect(303, goesTo);
  return { ways: identity().ways, query: `?till=${encodeURIComponent(goesTo)}` };
};
