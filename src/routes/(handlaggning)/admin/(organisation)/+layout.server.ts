import { may } from '#runtime/access/permissions.ts';
import { refuse } from '#runtime/errors/refusal.ts';
import { stockholmDay } from '#runtime/time/day.ts';
import { stopWith } from '#lib/server/fault-page.ts';
import { administering } from '#lib/server/organisation/administering.ts';

export const load = (event) => {
  const { actor, now } = administering(event);
  if (!may(actor, 'organisation.manage', null)) stopWith(refuse('access.denied'), event.locals.requestId);
  return { today: stockholmDay(now) };
};
