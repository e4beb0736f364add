import { listRegistered, registerMandate } from '../../mandate/register-mandate.server.ts';
import { addDays, stockholmDay } from '../../time/day.ts';
import { nameOf } from '../people.ts';
import type { Cast } from './people.server.ts';

/** Papers that somebody has shown at the desk, by the keys of the demo's citizens: who acts for whom, and where. */
const PAPERS = [
  { by: 'johan', of: 'ingrid', organ: 'samhallsbyggnadsnamnden', ground: 'fullmakt', basis: 'Fullmakt på papper' },
  { by: 'sofia', of: 'gunnar', organ: 'tekniska-namnden', ground: 'guardian', basis: 'Registerutdrag, god man' }
] as const;
const DAYS_SINCE = 90;

/** Registers the papers of the demo, once. */
export async function registerPapers(cast: Cast, now: Date): Promise<void> {
  for (const { by, of, organ, ground, basis } of PAPERS) {
    const [ombud, principal] = [cast.citizen(by)?.facts, cast.citizen(of)?.facts];
    const actor = cast.staff('registrar', { organ }, 0);
    if (!ombud || !principal || !actor) continue;
    const { registered } = await listRegistered(actor, { search: nameOf(ombud) });
    if (registered.length > 0) continue;
    const written = {
      ...{ ground, basis, caseTypes: null, toDay: null, fromDay: addDays(stockholmDay(now), -DAYS_SINCE) },
      ...{ ombudName: nameOf(ombud), ombudPersonnummer: ombud.personalNumber, principalName: nameOf(principal) },
      principal: { kind: 'person', personnummer: principal.personalNumber } as const
    };
    await registerMandate({ actor, organ, written }, now);
  }
}
