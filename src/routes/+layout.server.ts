import type { Login } from '#runtime';
import { municipality } from '#lib/server/municipality.ts';
import type { LayoutServerLoad } from './$types';

/** For whom the person acts; read with every page, since a tab may have been left open while it changed. */
function actingFor(login: Login | null) {
  const principal = login?.actor.actsFor?.principal;
  if (!principal) return null;
  return { name: principal.name, number: principal.kind === 'organisation' ? principal.organisationsnummer : null };
}

export const load: LayoutServerLoad = ({ locals, url }) => {
  void url.pathname;
  return { language: locals.language, municipality, actingFor: actingFor(locals.login) };
};
