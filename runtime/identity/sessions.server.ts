import { Lucia, TimeSpan } from 'lucia';
import type { StandsInFor } from '../access/model.ts';
import type { Actor, Membership } from '../case/model.ts';
import { ports } from '../effects/ports.server.ts';
import { actsFor } from '../mandate/mandates.server.ts';
import type { PrincipalKey } from '../mandate/model.ts';
import { sessionAdapter } from '../persistence/session-adapter.server.ts';
import type { Assurance } from '../ports/identity-provider.ts';

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: UserAttributes;
  }
}

/** What a session proves: a level of e-ID, or that it is a colleague at work. Staff roles hold in a staff session only. */
export type Strength = Assurance | 'staff';

interface SessionAttributes {
  createdAt: Date;
  strength: string;
  /** Another, for whom the person has chosen to act. */
  principal?: PrincipalKey | null;
}

interface UserAttributes {
  name: string;
  personnummer: string | null;
  protected: boolean;
  memberships: readonly Membership[];
  administers: boolean;
  standsInFor: readonly StandsInFor[];
}

/** A valid login. `id` is the cookie's value: a secret. */
export interface Login {
  readonly id: string;
  readonly strength: Strength;
  readonly personnummer: string | null;
  /** Somebody for whom the person acted until now, and has no right to any more: nothing may be done by this login before it is told. */
  readonly lost?: PrincipalKey;
  readonly actor: Extract<Actor, { kind: 'person' }>;
}

const MINUTE = 60_000;
const IDLE = 30 * MINUTE;
const ABSOLUTE = 8 * 60 * MINUTE;
/** How exactly the idle limit is kept: a prolonged session is written at most this often. */
const GRAIN = MINUTE;

const STRENGTHS: readonly Strength[] = ['none', 'loa2', 'loa3', 'loa4', 'staff'];
const readStrength = (text: string): Strength => STRENGTHS.find((known) => known === text) ?? 'none';

const lucia = new Lucia(sessionAdapter, {
  sessionExpiresIn: new TimeSpan(IDLE, 'ms'),
  getSessionAttributes: ({ createdAt, strength, principal = null }) => ({ createdAt, strength, principal }),
  getUserAttributes: (attributes) => attributes
});

/** A new login, with a new secret. Gives the value for the cookie. */
export async function startSession(personId: string, strength: Strength): Promise<string> {
  const { id } = await lucia.createSession(personId, { createdAt: new Date(), strength });
  return id;
}

/** The login behind a cookie's value, prolonged; null when there is none, it was idle for 30 minutes or is 8 hours old. */
export async function readSession(id: string): Promise<Login | null> {
  const { session, user } = await lucia.validateSession(id);
  if (!session || !user) return null;
  const now = Date.now();
  const last = session.createdAt.getTime() + ABSOLUTE;
  if (now >= last) {
    await lucia.invalidateSession(id);
    return null;
  }
  // Lucia prolongs at half time only, which would log out somebody who was idle for 16 minutes.
  const until = Math.min(now + IDLE, last);
  if (until - session.expiresAt.getTime() > GRAIN) {
    await sessionAdapter.updateSessionExpiration(id, new Date(until));
  }
  return loginOf(id, session, user);
}

/** The login behind a cookie's value as it stands now, not prolonged: for what somebody hears who does nothing. */
export async function peekSession(id: string): Promise<Login | null> {
  const [session, user] = await sessionAdapter.getSessionAndUser(id);
  if (!session || !user) return null;
  const { expiresAt, attributes } = session;
  const until = Math.min(expiresAt.getTime(), attributes.createdAt.getTime() + ABSOLUTE);
  return Date.now() < until ? loginOf(id, attributes, { id: user.id, ...user.attributes }) : null;
}

async function loginOf(
  id: string,
  { strength: proven, principal }: SessionAttributes,
  user: UserAttributes & { readonly id: string }
): Promise<Login> {
  const { name, personnummer, memberships, standsInFor } = user;
  const strength = readStrength(proven);
  const acting =
    principal && personnummer && mayActForOthers(strength)
      ? await actsFor({ personId: user.id, personnummer }, principal, ports().clock.now())
      : undefined;
  const actor: Login['actor'] = {
    ...{ kind: 'person', personId: user.id, name, memberships, protected: user.protected },
    ...(acting && { actsFor: acting }),
    ...(user.administers && { administers: true }),
    ...(standsInFor.length > 0 && { standsInFor })
  };
  return { id, strength, personnummer, actor, ...(principal && !acting && { lost: principal }) };
}

/** Whether a login is strong enough to act for others by: what is shown and signed is theirs. */
export const mayActForOthers = (strength: Strength): boolean => strength === 'loa3' || strength === 'loa4';

export const endSession = (id: string): Promise<void> => lucia.invalidateSession(id);

/** Log out everywhere: every cookie of the person becomes worthless. */
export const endAllSessions = (personId: string): Promise<void> => lucia.invalidateUserSessions(personId);

/** For the housekeeping. */
export const deleteExpiredSessions = (): Promise<void> => lucia.deleteExpiredSessions();
