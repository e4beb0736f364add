import { redirect, type Handle, type RequestEvent } from '@sveltejs/kit';
import type { Login } from '#runtime';
import { may } from '#runtime/access/permissions.ts';
import { refuse } from '#runtime/errors/refusal.ts';
import { audienceOf, type Audience } from '../access/routes.ts';
import { stopWith } from '../fault-page.ts';
import { requireLogin, requireStaff } from '../guards.ts';

type Colleague = Login['actor'];

/** What it takes at work; nothing more where a route is not here. */
const AT_WORK: Readonly<Partial<Record<Audience, (actor: Colleague) => boolean>>> = {
  staff: ({ memberships, administers }) => memberships.length > 0 || administers === true,
  designer: ({ memberships }) => memberships.some(({ role }) => role === 'administrator'),
  'system-administrator': (actor) => may(actor, 'organisation.manage', null)
};

/**
 * Default deny, before anything of a route is run: one that has no line in the table answers nobody; whoever has to log in is sent there;
 * and what is posted, or asked for beside the page's own layouts, is tried here, also where an action or a page forgot to. A page
 * that is opened draws the refusal itself.
 */
export const access: Handle = ({ event, resolve }) => {
  const { route, locals, request } = event;
  if (route.id === null) return resolve(event);
  const audience = audienceOf(route.id);
  if (!audience) stopWith(refuse('access.denied'), locals.requestId);
  const letsIn = AT_WORK[audience];
  if ((audience === 'person' || letsIn) && !locals.login && isStream(request))
    return new Response(null, { status: 204 });
  if (audience === 'person') requireLogin(event);
  if (!letsIn) return resolve(event);
  const login = locals.login?.strength === 'staff' ? locals.login : requireStaff(event);
  const isOpened = request.method === 'GET' && !event.isDataRequest;
  return isOpened || letsIn(login.actor) ? resolve(event) : refused(event);
};

/** A stream that asks anew when its login has run out is told to ask no more (HTML, 9.2.3); the page to log in on would be none. */
const isStream = ({ headers }: Request): boolean => headers.get('accept') === 'text/event-stream';

/** A form without a script is led to the page that says why. */
function refused({ request, locals, url }: RequestEvent): never {
  const isScript = request.headers.get('x-sveltekit-action') === 'true';
  if (!isScript && request.headers.get('accept')?.includes('text/html')) redirect(303, url.pathname);
  stopWith(refuse('access.denied'), locals.requestId);
}
