import { redirect } from '@sveltejs/kit';
import { isProved } from '#runtime';
import { requireLogin } from '#lib/server/guards.ts';
import { viewOf } from '#lib/server/identity.ts';
import { cancelSignature, carryOnSignature, leaveSignature, signAgain } from '#lib/server/signing.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireLogin(event);
  const order = await carryOnSignature(event);
  if (!order) return { order: null };
  if (isProved(order)) leaveSignature(order);
  return { order: viewOf(event, order), visible: order.sign.visible, at: event.url.pathname };
};

export const actions: Actions = {
  here: async (event) => {
    await signAgain(event, true);
    redirect(303, event.url.pathname);
  },
  elsewhere: async (event) => {
    await signAgain(event, false);
    redirect(303, event.url.pathname);
  },
  cancel: async (event) => {
    const returnTo = await cancelSignature(event);
    if (returnTo) leaveSignature({ id: event.params.order, returnTo });
    redirect(303, event.url.pathname);
  }
};
