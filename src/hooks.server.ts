import { sequence } from '@sveltejs/kit/hooks';
import { access } from '#lib/server/hooks/access.ts';
import { address } from '#lib/server/hooks/address.ts';
import { apiProblems } from '#lib/server/hooks/api-problems.ts';
import { availability } from '#lib/server/hooks/availability.ts';
import { endings } from '#lib/server/hooks/endings.ts';
import { headers } from '#lib/server/hooks/headers.ts';
import { inPlace } from '#lib/server/hooks/in-place.ts';
import { language } from '#lib/server/hooks/language.ts';
import { observe } from '#lib/server/hooks/observe.ts';
import { scimErrors } from '#lib/server/hooks/scim-errors.ts';
import { session } from '#lib/server/session.ts';

export { start as init } from '#lib/server/start.ts';
export { handleError } from '#lib/server/hooks/availability.ts';

/** Table of contents: what every request passes, in order. */
export const handle = sequence(
  observe,
  headers,
  inPlace,
  language,
  apiProblems,
  scimErrors,
  availability,
  endings,
  address,
  session,
  access
);
