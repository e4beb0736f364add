import { redirect } from '@sveltejs/kit';
import { comeBackToSignature } from '#lib/server/signing.ts';
import type { PageServerLoad } from './$types';

/** Where the app sends the browser back to. One in which the person is not logged in gets no further. */
export const load: PageServerLoad = async (event) => {
  if (await comeBackToSignature(event)) redirect(303, `/signera/${event.params.order}`);
};
