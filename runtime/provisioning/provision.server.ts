import type { Actor } from '../access/model.ts';
import { may } from '../access/permissions.ts';
import type { JsonObject } from '../definition/json.ts';
import type { ErrorCode } from '../errors/codes.ts';
import { isRefusal } from '../errors/refusal.ts';
import { changeOrganisation } from '../persistence/organisation/change.server.ts';
import type { ResourceQuery } from '../persistence/organisation/provisioned.server.ts';
import type { Run } from '../persistence/transaction.server.ts';
import { stockholmDay } from '../time/day.ts';
import { MOST_RESULTS } from './discovery.ts';
import { fault, isFault, type ScimFault } from './fault.ts';
import { parseFilter } from './filter.ts';
import { etagOf } from './resources.ts';

/** A directory that keeps people and groups here, by a token that may. */
export interface Provisioning {
  readonly actor: Actor;
  readonly now: Date;
  /** Who vouches for the staff. */
  readonly issuer: string;
  /** The address of SCIM here, which resources are told by. */
  readonly base: string;
  /** What the sender saw, if it says so. */
  readonly ifMatch: string | null;
}

export const NOT_FOUND = fault(404, 'There is no such resource.');

const FAULTS: Partial<Record<ErrorCode, ScimFault>> = {
  'organisation.name_taken': fault(409, 'There is one of that name already.', 'uniqueness'),
  'organisation.last_administrator': fault(400, 'The last system administrator stays.', 'mutability')
};

/** One request of the directory, all of it or nothing, logged as made by it. A fault that `work` gives is for before it writes. */
export async function provisioned<Result extends JsonObject>(
  { actor }: Provisioning,
  work: (run: Run) => Promise<Result | ScimFault>
): Promise<Result | ScimFault> {
  if (actor.kind !== 'person' || !may(actor, 'people.provision', null)) return fault(403, 'The token is not for this.');
  const outcome = await changeOrganisation(`person:${actor.personId}`, work);
  if (!isRefusal(outcome)) return outcome;
  return FAULTS[outcome.refused] ?? fault(400, 'The change cannot be made.', 'invalidValue');
}

/** Whether the sender saw another version than there is. */
export const stale = ({ ifMatch }: Provisioning, row: { readonly version: number }): boolean =>
  ifMatch !== null && ifMatch !== '*' && !ifMatch.split(/\s*,\s*/).includes(etagOf(row));

/** As the address says it. */
export interface ListQuery {
  readonly filter: string | null;
  /** The first that is asked for, from 1. */
  readonly startIndex: string | null;
  readonly count: string | null;
}

interface Listing<Row> {
  readonly query: ListQuery;
  readonly who: Provisioning;
  readonly attributes: readonly string[];
  readonly find: (query: ResourceQuery) => Promise<{ readonly total: number; readonly rows: readonly Row[] }>;
  readonly draw: (row: Row, base: string) => JsonObject;
}

/** A whole number; another is told apart by null. */
const whole = (text: string | null, otherwise: number): number | null =>
  text === null ? otherwise : /^-?\d{1,9}$/.test(text) ? Number(text) : null;

/** A page of resources; an index below 1 is the first, a count below 0 none (RFC 7644, 3.4.2.4). */
export async function listOf<Row>({
  query,
  who,
  attributes,
  find,
  draw
}: Listing<Row>): Promise<JsonObject | ScimFault> {
  if (!may(who.actor, 'people.provision', null)) return fault(403, 'The token is not for this.');
  const wanted = query.filter === null ? [] : parseFilter(query.filter, attributes);
  if ('detail' in wanted && isFault(wanted)) return wanted;
  const [first, most] = [whole(query.startIndex, 1), whole(query.count, MOST_RESULTS)];
  if (first === null || most === null) return fault(400, 'startIndex and count are whole numbers.', 'invalidValue');
  const startIndex = Math.max(1, first);
  const limit = Math.min(Math.max(0, most), MOST_RESULTS);
  const { total, rows } = await find({ wanted, day: stockholmDay(who.now), offset: startIndex - 1, limit });
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: total,
    startIndex,
    itemsPerPage: rows.length,
    Resources: rows.map((row) => draw(row, who.base))
  };
}
