import type { Refusal } from '../errors/refusal.ts';
import { changeOrganisation } from './organisation/change.server.ts';
import { hashText } from './hash.server.ts';
import { read } from './transaction.server.ts';

export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly organ: string | null;
  readonly scopes: readonly string[];
  readonly created_at: string;
  readonly created_by: string;
  readonly last_used_at: string | null;
  readonly revoked_at: string | null;
}

const ACCOUNTS = {
  name: 'service-accounts',
  text: `select a.id, p.name, (select o.name from membership m join organ o on o.key = m.organ_key where m.person_id = p.id limit 1) as organ,
      a.scopes, a.created_at, c.name as created_by, a.last_used_at, a.revoked_at
    from service_account a join person p on p.id = a.person_id join person c on c.id = a.created_by_id order by a.created_at desc, a.id`
};

export const serviceAccountRows = (): Promise<AccountRow[]> => read<AccountRow & Record<string, unknown>>(ACCOUNTS, []);

const ADD = {
  name: 'add-service-account',
  text: `with who as (insert into person (id, issuer, subject, name, created_at) values ($1::uuid, 'service-account', $1::uuid::text, $2, $3) returning id),
    role as (insert into membership (id, person_id, organ_key, unit_key, role, from_day) select gen_random_uuid(), id, $4, null, held, $6 from who, unnest($5::text[]) held)
    insert into service_account (id, person_id, token_hash, scopes, created_at, created_by_id) select $1::uuid, id, $7, $8, $3, $9 from who`
};

export interface NewAccountRow {
  /** Of the account and of the person that it acts as. */
  readonly id: string;
  readonly name: string;
  readonly organ: string;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  readonly token: string;
  readonly createdBy: string;
}

export function insertServiceAccount(
  account: NewAccountRow,
  { now, day }: { now: Date; day: string }
): Promise<null | Refusal> {
  const { id, name, organ, roles, scopes, token, createdBy } = account;
  return changeOrganisation(`person:${createdBy}`, async (run) => {
    await run(ADD, [id, name, now, organ, roles, day, hashText(token), scopes, createdBy]);
    return null;
  });
}

const USE = {
  name: 'use-service-account',
  text: `update service_account a set last_used_at = $2 from person p where a.token_hash = $1 and a.revoked_at is null and p.id = a.person_id
    returning a.person_id as "personId", p.name, a.scopes`
};

/** Whose token it is; undefined for one that is wrong or revoked. */
export async function usedAccount(token: string, now: Date) {
  const [row] = await read<{ personId: string; name: string; scopes: string[] }>(USE, [hashText(token), now]);
  return row;
}

const REVOKE = {
  name: 'revoke-service-account',
  text: 'update service_account set revoked_at = $2, revoked_by_id = $3 where id = $1 and revoked_at is null'
};

export const revokeAccountRow = (id: string, { now, by }: { now: Date; by: string }) =>
  changeOrganisation(`person:${by}`, (run) => run(REVOKE, [id, now, by]));
