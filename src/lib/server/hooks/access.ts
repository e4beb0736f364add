import type { Handle } from '@sveltejs/kit';
import { refuse } from '#runtime/errors/refusal.ts';
import { audienceOf, type Audience } from '../access/routes.ts';
import { stopWith } from '../fault-page.ts';
import { requireLogin, requireStaff } from '../guards.ts';

const AT_WORK: readonly Audience[] = ['staff', 'designer', 'system-administrator'];

/**
 * Default deny, before anything of a route is run: one that has no line in the table answers nobody, and whoever has to log in is sent
 * there, also where a page or an action forgot to ask. Which role it takes the page itself says, since it draws the refusal.
 */
export const access: Handle = ({ event, resolve }) => {
  const { route, locals } = event;
  if (route.id === null) return resolve(event);
  const audience = audienceOf(route.id);
  if (!audience) stopWith(refuse('access.denied'), locals.requestId);
  if (audience === 'person') requireLogin(event);
  if (AT_WORK.includes(audience) && locals.login?.strength !== 'staff') requireStaff(event);
  return resolve(event);
};
