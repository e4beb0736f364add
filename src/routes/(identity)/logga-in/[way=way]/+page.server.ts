import { redirect } from '@sveltejs/kit';
import { viewOf } from '#lib/server/identity.ts';
import { beginLogin, carryOnLogin, providerOf } from '#lib/server/login-order.ts';
import type { PageServerLoad } from './$types';

/** Leads to the provider. Reached by a link: the content policy lets no form lead to another host. */
export const load: PageServerLoad = async (event) => {
  const provider = providerOf(event.params.way);
  await beginLogin(event, provider);
  const visited = await carryOnLogin(event, provider);
  if (visited?.location) redirect(303, visited.location);
  return { text: visited ? viewOf(event, visited.order).text : null };
};
