import { limit } from '#runtime';
import { stopWith } from '#lib/server/fault-page.ts';
import { backFromPaying } from '#lib/server/payment/pay-page.ts';
import { clock } from '#lib/server/services.ts';

/** Where the payment provider sends the browser back to. That somebody comes here proves nothing. */
export const load = async (event) => {
  const limited = await limit('status-link', event.getClientAddress(), clock.now());
  if (limited) stopWith(limited, event.locals.requestId);
  return { view: await backFromPaying(event) };
};
