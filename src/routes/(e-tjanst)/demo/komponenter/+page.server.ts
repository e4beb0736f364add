import { error } from '@sveltejs/kit';
import { municipality } from '#lib/server/municipality.ts';
import type { PageServerLoad } from './$types';

/** A show room of the plain components, for those who build pages; only in the demo. */
export const load: PageServerLoad = ({ url }) => {
  if (!municipality.demo) error(404);
  return { by: url.searchParams.get('by') ?? 'deadline', descending: url.searchParams.has('desc') };
};
