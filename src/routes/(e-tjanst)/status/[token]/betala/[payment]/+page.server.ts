import { limit, readStatus } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { payPage } from '#lib/server/payment/pay-page.ts';
import { clock } from '#lib/server/services.ts';

/** Where whoever has the link pays what the case asks for. */
export const load = async (event) => {
  const limited = await limit('status-link', event.getClientAddress(), clock.now());
  if (limited) stopWith(limited, event.locals.requestId);
  const found = await readStatus(event.params.token);
  if (isRefusal(found)) stopWith(found, event.locals.requestId);
  return { view: await payPage(event, { ...found, base: `/status/${event.params.token}` }) };
};
