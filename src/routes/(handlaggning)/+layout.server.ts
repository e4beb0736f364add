import { workplaceNames } from '#runtime';
import { may } from '#runtime/access/permissions.ts';
import { requireStaff } from '#lib/server/guards.ts';
import { clock } from '#lib/server/services.ts';

export const load = async (event) => {
  const { actor } = requireStaff(event);
  const { name, memberships } = actor;
  return {
    designs: memberships.some(({ role }) => role === 'administrator'),
    administers: may(actor, 'jobs.manage', null),
    standsInFor: actor.standsInFor ?? [],
    person: { name, units: await workplaceNames(memberships, clock.now()) }
  };
};
