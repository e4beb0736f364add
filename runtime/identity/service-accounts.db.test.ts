import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { caseworker, publishExample } from '../../tests/support/example-cases.ts';
import { testDatabase } from '../../tests/support/test-database.ts';
import type { Actor } from '../access/model.ts';
import { may } from '../access/permissions.ts';
import { isRefusal } from '../errors/refusal.ts';
import { rememberPerson } from '../persistence/people.server.ts';
import { addServiceAccount, callerBy, revokeServiceAccount, serviceAccounts } from './service-accounts.server.ts';

const database = testDatabase();
const now = new Date('2026-03-03T09:00:00Z');
const organ = 'kultur-fritidsnamnden';
let administrator: Actor;

beforeAll(async () => {
  await publishExample(database);
  const identity = {
    issuer: 'https://staff.example',
    subject: 'rasmus',
    name: 'Rasmus Ek',
    personnummer: null
  } as const;
  const personId = await rememberPerson(
    { ...identity, assurance: 'none', memberships: null },
    { audience: 'staff' },
    now
  );
  const memberships = [{ organ, unit: null, role: 'administrator' }] as const;
  administrator = { kind: 'person', personId, name: 'Rasmus Ek', memberships, administers: true };
});

const holding = (role: string) => ({ actor: { name: 'Postöppningen', memberships: [{ organ, unit: null, role }] } });

async function added(scopes = ['cases:open', 'everything']) {
  const wish = { actor: administrator, name: 'Postöppningen', organ, scopes };
  const account = await addServiceAccount(wish, now);
  if (isRefusal(account)) return expect.unreachable(account.refused);
  return account;
}

describe('another system that is let in', () => {
  it('acts as registrator of its organ with the scopes that there are, by its token alone', async () => {
    const { token } = await added();
    expect(await callerBy(token, 'cases:open', now)).toMatchObject(holding('registrar'));
    expect(await callerBy(token, 'cases:read', now)).toMatchObject({ refused: 'api.scope_missing' });
    expect(await callerBy(`${token}x`, 'cases:open', now)).toEqual({ refused: 'api.token_invalid' });
    expect(await callerBy('', 'cases:open', now)).toEqual({ refused: 'api.token_invalid' });
  });

  it('can do all that its scopes say, also when it both registers and changes case types, but by each scope no more', async () => {
    const { token } = await added(['cases:open', 'case-types:write']);
    expect(await callerBy(token, 'cases:open', now)).toMatchObject(holding('registrar'));
    expect(await callerBy(token, 'case-types:write', now)).toMatchObject(holding('administrator'));
  });

  it('never administers the installation, though it changes the case types of a whole organ', async () => {
    const { token } = await added(['case-types:write']);
    const caller = await callerBy(token, 'case-types:write', now);
    if (isRefusal(caller)) return expect.unreachable(caller.refused);
    const { actor } = caller;
    expect(may(actor, 'case-type.manage', { organ, unit: 'any' })).toBe(true);
    expect(may(actor, 'case-type.manage', { organ: 'another', unit: 'any' })).toBe(false);
    expect(may(actor, 'jobs.manage', null)).toBe(false);
    expect(await addServiceAccount({ actor, name: 'x', organ, scopes: [] }, now)).toEqual({ refused: 'access.denied' });
    expect(await serviceAccounts(actor)).toEqual({ refused: 'access.denied' });
  });

  it('is shut out at once, and stays on the list', async () => {
    const { id, token } = await added();
    expect(await revokeServiceAccount(id, administrator, now)).toBeNull();
    expect(await callerBy(token, 'cases:open', now)).toEqual({ refused: 'api.token_invalid' });
    expect(await serviceAccounts(administrator)).toContainEqual(expect.objectContaining({ id, revokedAt: now }));
  });

  it('leaves its token nowhere in the database', async () => {
    const { token } = await added();
    const rows = await database.sql<{ text: string }>(
      `select (select jsonb_agg(to_jsonb(a)) from service_account a)::text || (select jsonb_agg(to_jsonb(p)) from person p)::text as text`
    );
    expect(rows[0]?.text).not.toContain(token.slice('smedja_'.length));
  });

  it('is let in and seen by an administrator only', async () => {
    const wish = { actor: caseworker, name: 'x', organ, scopes: [] };
    expect(await addServiceAccount(wish, now)).toEqual({ refused: 'access.denied' });
    expect(await serviceAccounts(caseworker)).toEqual({ refused: 'access.denied' });
    expect(await revokeServiceAccount(randomUUID(), caseworker, now)).toEqual({ refused: 'access.denied' });
  });
});
