import { viewOf } from '#lib/server/identity.ts';
import { carryOnLogin, finishLogin, providerOf } from '#lib/server/login-order.ts';
import type { PageServerLoad } from './$types';

/** Where the provider sends the browser back to. */
export const load: PageServerLoad = async (event) => {
  const visited = await carryOnLogin(event, providerOf(event.params.way), event.url);
  if (visited) await finishLogin(event, visited.order);
  return { text: visited ? viewOf(event, visited.order).text : null };
};
