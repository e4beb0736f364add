import { catalogue } from '#lib/server/catalogue.ts';
import type { PageServerLoad } from './$types';

const LONGEST_QUERY = 100;

export const load: PageServerLoad = async ({ url, locals }) => {
  const query = (url.searchParams.get('q') ?? '').slice(0, LONGEST_QUERY).trim();
  return { query, ...(await catalogue(query, locals.language)) };
};
