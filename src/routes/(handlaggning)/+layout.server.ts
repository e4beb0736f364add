import { workplaceNames } from '#runtime';
import { requireStaff } from '#lib/server/guards.ts';
import { clock } from '#lib/server/services.ts';

export const load = async (event) => {
  const { name, memberships } = requireStaff(event).actor;
  return { person: { name, units: await workplaceNames(memberships, clock.now()) } };
};
