import { requireStaff } from '#lib/server/staff.ts';

export const load = (event) => {
  const { name, memberships } = requireStaff(event);
  return { person: { name, units: [...new Set(memberships.map(({ organ, unit }) => unit ?? organ))] } };
};
