import { requireStaff } from '#lib/server/guards.ts';

export const load = (event) => {
  const { name, memberships } = requireStaff(event).actor;
  return { person: { name, units: [...new Set(memberships.map(({ organ, unit }) => unit ?? organ))] } };
};
