import { ports } from '../effects/ports.server.ts';
import { rememberByNumber, shieldOf } from '../persistence/people.server.ts';

/**
 * The id of somebody whom a register or a colleague names by number. Null for one with protected identity, and for one of whom nobody can
 * say that they have none (OSL 21:3, 22:1): nobody acts for them here, since whoever does is shown who they are.
 */
export async function openPersonBy(
  named: { readonly personnummer: string; readonly name: string },
  now: Date
): Promise<string | null> {
  const known = await shieldOf(named.personnummer);
  if (known) return known.protected ? null : known.id;
  return (await isOpenNow(named.personnummer)) ? rememberByNumber(named, now) : null;
}

/** Whether the population register says now that somebody has no protected identity. */
async function isOpenNow(personnummer: string): Promise<boolean> {
  const found = await ports().register?.lookUp(personnummer);
  return found !== undefined && typeof found !== 'string' && !found.protected;
}

/** Whether somebody who is known has, or may have got since, protected identity. */
export async function isShieldedNow(personnummer: string): Promise<boolean> {
  const known = await shieldOf(personnummer);
  if (!known || known.protected) return true;
  return ports().register !== null && !(await isOpenNow(personnummer));
}
