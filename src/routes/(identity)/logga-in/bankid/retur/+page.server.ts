import { redirect } from '@sveltejs/kit';
import { comeBackToLogin } from '#lib/server/login-order.ts';
import type { PageServerLoad } from './$types';

/** Where the app sends the browser back to. One that did not begin the login gets no further. */
export const load: PageServerLoad = async (event) => {
  if (await comeBackToLogin(event)) redirect(303, '/logga-in/bankid');
};
