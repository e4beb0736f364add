import { randomBytes, randomUUID } from 'node:crypto';
import type { Actor } from '../access/model.ts';
import { may } from '../access/permissions.ts';
import type { StaffRole } from '../access/roles.ts';
import { log } from '../effects/log.server.ts';
import { refuse, type Refusal } from '../errors/refusal.ts';
import { membershipsOf } from '../persistence/memberships.server.ts';
import {
  insertServiceAccount,
  revokeAccountRow,
  serviceAccountRows,
  usedAccount
} from '../persistence/service-accounts.server.ts';
import { stockholmDay } from '../time/day.ts';
import { isUuid } from '../uuid.ts';

/** What a token is good for, and whose work in its organ that is. Each is asked for by some route; none gives another. */
const ROLES = {
  'cases:open': 'registrar',
  'cases:read': 'registrar',
  'case-types:write': 'administrator',
  // Whoever keeps the people of all organs has a role in none.
  'people:provision': null
} as const satisfies Record<string, StaffRole | null>;
export type Scope = keyof typeof ROLES;
export const SCOPES = [
  'cases:open',
  'cases:read',
  'case-types:write',
  'people:provision'
] as const satisfies readonly Scope[];

/** Another system that acts here, as an administrator sees it. */
export interface ServiceAccount {
  readonly id: string;
  readonly name: string;
  /** What the organ that it registers for is called. */
  readonly organ: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** Who sends a request with a token. */
export interface Caller {
  readonly actor: Extract<Actor, { kind: 'person' }>;
}

const PREFIX = 'smedja_';
const scopesIn = (names: readonly string[]): Scope[] => SCOPES.filter((scope) => names.includes(scope));

/** Every account, newest first. Refused to who does not administer them. */
export async function serviceAccounts(actor: Actor): Promise<ServiceAccount[] | Refusal> {
  if (!may(actor, 'service-account.manage', null)) return refuse('access.denied');
  return (await serviceAccountRows()).map(({ id, name, organ, scopes, ...row }) => ({
    ...{ id, name, organ: organ ?? '', scopes: scopesIn(scopes), createdBy: row.created_by },
    createdAt: new Date(row.created_at),
    lastUsedAt: row.last_used_at === null ? null : new Date(row.last_used_at),
    revokedAt: row.revoked_at === null ? null : new Date(row.revoked_at)
  }));
}

export interface NewServiceAccount {
  readonly actor: Actor;
  readonly name: string;
  readonly organ: string;
  readonly scopes: readonly string[];
}

/** A new account. The token (256 random bits) is told here and never again; its hash is kept. */
export async function addServiceAccount(
  { actor, name, organ, scopes }: NewServiceAccount,
  now: Date
): Promise<{ readonly id: string; readonly token: string } | Refusal> {
  if (actor.kind !== 'person' || !may(actor, 'service-account.manage', null)) return refuse('access.denied');
  const [id, token] = [randomUUID(), PREFIX + randomBytes(32).toString('base64url')];
  const known = scopesIn(scopes);
  const roles = [...new Set(known.flatMap((scope) => ROLES[scope] ?? []))];
  const account = { id, name, organ, roles, scopes: known, token, createdBy: actor.personId };
  const refused = await insertServiceAccount(account, { now, day: stockholmDay(now) });
  if (refused) return refused;
  log.info({ account: id, by: actor.personId, scopes: known }, 'service account added');
  return { id, token };
}

/** Makes an account's token worthless at once. What it did stays its own in every timeline. One that there is none of is none. */
export async function revokeServiceAccount(id: string, actor: Actor, now: Date): Promise<null | Refusal> {
  if (actor.kind !== 'person' || !may(actor, 'service-account.manage', null)) return refuse('access.denied');
  if (!isUuid(id)) return null;
  await revokeAccountRow(id, { now, by: actor.personId });
  log.info({ account: id, by: actor.personId }, 'service account revoked');
  return null;
}

/**
 * Who holds a token, with the role of the scope that is asked for and no other; `api.token_invalid` for one that is wrong or revoked,
 * `api.scope_missing`.
 */
export async function callerBy(token: string, scope: Scope, now: Date): Promise<Caller | Refusal> {
  const known = token.startsWith(PREFIX) ? await usedAccount(token, now) : undefined;
  if (!known) return refuse('api.token_invalid');
  const { personId, name, scopes } = known;
  if (!scopes.includes(scope)) return refuse('api.scope_missing', { scope });
  const memberships = (await membershipsOf(personId, now)).filter(({ role }) => role === ROLES[scope]);
  const provisions = scope === 'people:provision' ? { provisions: true as const } : {};
  return { actor: { kind: 'person', personId, name, memberships, service: true, ...provisions } };
}
