import { readPartyCase } from '#runtime';
import { isRefusal } from '#runtime/errors/refusal.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { requireLogin } from '#lib/server/guards.ts';
import { payPage } from '#lib/server/payment/pay-page.ts';

/** Where a party pays what the case asks for. */
export const load = async (event) => {
  const { actor } = requireLogin(event);
  const read = await readPartyCase(event.params.id, actor);
  if (isRefusal(read)) stopWith(read, event.locals.requestId);
  const { id: caseId, ...found } = read.found;
  return { view: await payPage(event, { ...found, caseId, base: `/mina-sidor/arenden/${caseId}` }) };
};
