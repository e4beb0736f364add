import type { Mandate, Principal } from '../access/model.ts';
import type { PrincipalKey } from '../mandate/model.ts';
import { read, type Run } from './transaction.server.ts';

/** A right that is kept here, with whom it is for. */
export interface KeptMandate extends Mandate {
  readonly principal: Principal;
  readonly until: string | null;
}

interface Row {
  readonly id: string;
  readonly ground: 'fullmakt' | 'guardian';
  readonly caseTypes: string[] | null;
  readonly organ: string | null;
  readonly until: string | null;
  readonly personId: string | null;
  readonly organisationsnummer: string | null;
  readonly name: string;
}

/** Signed or registered, not revoked, on a day of its period; never for one with protected identity. */
const HELD = {
  name: 'held-mandates',
  text: `select f.id, f.ground, f.case_types as "caseTypes", f.organ_key as organ, f.to_day::text as until,
      f.principal_person_id as "personId", f.principal_organisationsnummer as organisationsnummer, f.principal_name as name
    from fullmakt f left join person q on q.id = f.principal_person_id
    where f.ombud_personnummer = $1 and f.signed_at is not null and f.revoked_at is null
      and f.from_day <= $2 and (f.to_day is null or f.to_day >= $2) and q.protected is not true
      and ($3::uuid is null or f.principal_person_id = $3) and ($4::text is null or f.principal_organisationsnummer = $4)
    order by f.principal_name, f.id limit 500`
};

/** What somebody may do for others on a day by what is kept here; for one of them only, when it is said which. */
export async function heldMandates(personnummer: string, day: string, only?: PrincipalKey): Promise<KeptMandate[]> {
  const key = only?.kind === 'person' ? [only.personId, null] : [null, only?.organisationsnummer ?? null];
  const rows = await read<Row & Record<string, unknown>>(HELD, [personnummer, day, ...key]);
  return rows.map(({ personId, organisationsnummer, name, ...row }) => ({
    ...row,
    principal:
      personId === null
        ? { kind: 'organisation', organisationsnummer: organisationsnummer ?? '', name }
        : { kind: 'person', personId, name }
  }));
}

export type MandateAct = 'given' | 'registered' | 'revoked' | 'began' | 'ended' | 'lost';

const LOG = {
  name: 'mandate-log',
  text: `insert into mandate_log (at, actor_id, act, fullmakt_id, principal_person_id, principal_organisationsnummer)
    values ($1, $2, $3, $4, $5, $6)`
};

/** Notes for good what somebody did with a right to act for another. */
export const logMandate = async (
  run: Run,
  what: {
    readonly act: MandateAct;
    readonly actorId: string;
    readonly principal: PrincipalKey;
    readonly fullmaktId?: string;
  },
  now: Date
): Promise<void> => {
  const { act, actorId, principal, fullmaktId = null } = what;
  const key = principal.kind === 'person' ? [principal.personId, null] : [null, principal.organisationsnummer];
  await run(LOG, [now, actorId, act, fullmaktId, ...key]);
};
