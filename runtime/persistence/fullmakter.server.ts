import type { JsonObject } from '../definition/json.ts';
import type { PrincipalKey } from '../mandate/model.ts';
import type { Cursor } from './cursor.server.ts';
import { like } from './list-cases.server.ts';
import { read, type Run } from './transaction.server.ts';

/** Columns by name; instants as the pool gives them. */
export interface FullmaktRow {
  readonly id: string;
  readonly principal_person_id: string | null;
  readonly principal_organisationsnummer: string | null;
  readonly principal_name: string;
  readonly ombud_personnummer: string;
  readonly ombud_name: string;
  readonly ground: 'fullmakt' | 'guardian';
  readonly case_types: readonly string[] | null;
  readonly organ_key: string | null;
  readonly basis: string | null;
  readonly from_day: string;
  readonly to_day: string | null;
  readonly written_by_id: string;
  readonly written_at: string;
  readonly signed_at: string | null;
  readonly evidence: JsonObject | null;
  readonly revoked_at: string | null;
  readonly revoked_by_id: string | null;
}

const ADD = {
  name: 'fullmakt-add',
  text: 'insert into fullmakt select * from jsonb_populate_record(null::fullmakt, $1)'
};

export const insertFullmakt = async (run: Run, row: FullmaktRow): Promise<void> =>
  void (await run(ADD, [JSON.stringify(row)]));

const SIGN = {
  name: 'fullmakt-sign',
  text: 'update fullmakt set signed_at = $2, evidence = $3 where id = $1 and signed_at is null and revoked_at is null returning id'
};

/** False when it was signed already. */
export const markSigned = async (run: Run, id: string, evidence: JsonObject, now: Date): Promise<boolean> =>
  (await run<{ id: string }>(SIGN, [id, now, evidence])).length === 1;

const REVOKE = {
  name: 'fullmakt-revoke',
  text: 'update fullmakt set revoked_at = $2, revoked_by_id = $3 where id = $1 and revoked_at is null returning id'
};

/** False when it was revoked already. */
export const markRevoked = async (run: Run, id: string, by: string, now: Date): Promise<boolean> =>
  (await run<{ id: string }>(REVOKE, [id, now, by])).length === 1;

const ONE = `select f.id, f.principal_person_id, f.principal_organisationsnummer, f.principal_name, f.ombud_personnummer, f.ombud_name, f.ground,
  f.case_types, f.organ_key, f.basis, f.from_day::text, f.to_day::text, f.written_by_id, f.written_at, f.signed_at, f.evidence, f.revoked_at,
  f.revoked_by_id from fullmakt f`;

const BY_ID = { name: 'fullmakt-by-id', text: `${ONE} where f.id = $1` };

export const fullmaktById = async (id: string): Promise<FullmaktRow | undefined> =>
  (await read<FullmaktRow & Record<string, unknown>>(BY_ID, [id]))[0];

const GIVEN = {
  name: 'fullmakter-given',
  text: `${ONE} where (f.principal_person_id = $1 or f.principal_organisationsnummer = $2) and f.signed_at is not null
    order by f.revoked_at is not null, f.written_at desc, f.id limit 200`
};

/** What somebody has given, or was registered for them; the ones that hold first. */
export const fullmakterOf = (principal: PrincipalKey): Promise<FullmaktRow[]> =>
  read<FullmaktRow & Record<string, unknown>>(
    GIVEN,
    principal.kind === 'person' ? [principal.personId, null] : [null, principal.organisationsnummer]
  );

const RECEIVED = {
  name: 'fullmakter-received',
  text: `${ONE} left join person q on q.id = f.principal_person_id
    where f.ombud_personnummer = $1 and f.signed_at is not null and f.revoked_at is null and (f.to_day is null or f.to_day >= $2)
      and q.protected is not true order by f.principal_name, f.id limit 200`
};

/** What others have given somebody, and still holds or will. */
export const fullmakterTo = (personnummer: string, today: string): Promise<FullmaktRow[]> =>
  read<FullmaktRow & Record<string, unknown>>(RECEIVED, [personnummer, today]);

export interface RegisteredWish {
  readonly organs: readonly string[];
  /** Part of a name. */
  readonly search: string | null;
  readonly after: Cursor | null;
  readonly limit: number;
}

const IN_ORGANS = {
  name: 'fullmakter-in-organs',
  text: `${ONE} left join person q on q.id = f.principal_person_id where f.organ_key = any($1) and q.protected is not true
      and ($2::text is null or f.principal_name ilike $2 or f.ombud_name ilike $2)
      and ($3::timestamptz is null or (f.written_at, f.id) < ($3, $4::uuid))
    order by f.written_at desc, f.id desc limit $5`
};

/** One page of what was registered before some organs, the newest first; of nobody with protected identity. */
export function fullmakterIn({ organs, search, after, limit }: RegisteredWish): Promise<FullmaktRow[]> {
  const [at, id] = after ?? [null, null];
  const name = search === null ? null : like(search);
  return read<FullmaktRow & Record<string, unknown>>(IN_ORGANS, [organs, name, at, id, limit]);
}
