import { redirect } from '@sveltejs/kit';
import { prefersThisDevice, viewOf } from '#lib/server/identity.ts';
import { beginLogin, cancelLogin, carryOnLogin, finishLogin, loginAgain } from '#lib/server/login-order.ts';
import type { Actions, PageServerLoad } from './$types';

/** With `till` in the address a login begins; without, the one that goes on in this browser is shown, and finished when it is proved. */
export const load: PageServerLoad = async (event) => {
  if (event.url.searchParams.has('till')) {
    await beginLogin(event, 'bankid', prefersThisDevice(event));
    redirect(303, '/logga-in/bankid');
  }
  const visited = await carryOnLogin(event, 'bankid');
  if (!visited) return { order: null };
  await finishLogin(event, visited.order);
  return { order: viewOf(event, visited.order) };
};

export const actions: Actions = {
  here: async (event) => {
    await loginAgain(event, true);
    redirect(303, '/logga-in/bankid');
  },
  elsewhere: async (event) => {
    await loginAgain(event, false);
    redirect(303, '/logga-in/bankid');
  },
  cancel: async (event) => {
    const returnTo = await cancelLogin(event);
    redirect(303, returnTo ? `/logga-in?till=${encodeURIComponent(returnTo)}` : '/logga-in');
  }
};
