import { redirect } from '@sveltejs/kit';
import { linkToSign } from '#runtime';
import { stopWith } from '#lib/server/fault-page.ts';
import { requireSelf } from '#lib/server/guards.ts';
import { clock } from '#lib/server/services.ts';

/** Leads on to what the person is asked to sign. */
export const load = async (event) => {
  const { personnummer } = requireSelf(event);
  const token = await linkToSign(event.params.party, personnummer, clock.now());
  if (typeof token !== 'string') stopWith(token, event.locals.requestId);
  redirect(303, `/skriv-under/${token}`);
};
