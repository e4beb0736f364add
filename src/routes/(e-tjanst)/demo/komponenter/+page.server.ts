import { requireDemo } from '#lib/server/guards.ts';
import type { PageServerLoad } from './$types';

/** A show room of the plain components, for those who build pages; only in the demo. */
export const load: PageServerLoad = ({ url }) => {
  requireDemo();
  return { by: url.searchParams.get('by') ?? 'deadline', descending: url.searchParams.has('desc') };
};
