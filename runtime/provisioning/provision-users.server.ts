import { randomUUID } from 'node:crypto';
import { releaseCases } from '../case/release-cases.server.ts';
import type { JsonObject } from '../definition/json.ts';
import { endAllHeld } from '../persistence/organisation/held.server.ts';
import {
  addColleagueRow,
  casesOf,
  changeColleagueRow,
  leaveRow,
  removeRow,
  returnRow
} from '../persistence/organisation/people.server.ts';
import {
  lockUser,
  provisionedUsers,
  USER_ATTRIBUTES,
  type UserRow
} from '../persistence/organisation/provisioned.server.ts';
import type { Run } from '../persistence/transaction.server.ts';
import { stockholmDay } from '../time/day.ts';
import { fault, isFault, type ScimFault } from './fault.ts';
import { applyPatch } from './patch.ts';
import { listOf, NOT_FOUND, provisioned, stale, type ListQuery, type Provisioning } from './provision.server.ts';
import { readUser, userResource, type UserFacts } from './resources.ts';

/** A list of users (RFC 7644, 3.4.2). */
export const listUsers = (query: ListQuery, who: Provisioning): Promise<JsonObject | ScimFault> =>
  listOf({ query, who, attributes: USER_ATTRIBUTES, find: provisionedUsers, draw: userResource });

export async function readOneUser(id: string, who: Provisioning): Promise<JsonObject | ScimFault> {
  return provisioned(who, async (run) => {
    const row = await lockUser(run, id, stockholmDay(who.now));
    return row ? userResource(row, who.base) : NOT_FOUND;
  });
}

/** A new user; `uniqueness` when there is one of that userName or externalId. */
export async function createUser(body: JsonObject, who: Provisioning): Promise<JsonObject | ScimFault> {
  const facts = readUser(body);
  if (isFault(facts)) return facts;
  return provisioned(who, async (run) => {
    const { now, issuer } = who;
    const id = await addColleagueRow(run, facts, { id: randomUUID(), issuer, now });
    if (id === undefined) return fault(409, 'There is such a user.', 'uniqueness');
    if (!facts.active) await leaveRow(run, id, now);
    return drawn(run, id, who);
  });
}

/** Makes a user what the resource says: a user who is not active has left, and loses every right at once. */
export const replaceUser = (id: string, body: JsonObject, who: Provisioning): Promise<JsonObject | ScimFault> =>
  changed(id, who, () => readUser(body));

/** Changes a user as a PATCH says. */
export const patchUser = (id: string, body: JsonObject, who: Provisioning): Promise<JsonObject | ScimFault> =>
  changed(id, who, (row) => {
    const patched = applyPatch(userResource(row, who.base), body);
    return isFault(patched) ? patched : readUser(patched, row.name);
  });

async function changed(
  id: string,
  who: Provisioning,
  work: (row: UserRow) => UserFacts | ScimFault
): Promise<JsonObject | ScimFault> {
  const outcome = await provisioned(who, async (run) => {
    const row = await lockUser(run, id, stockholmDay(who.now));
    if (!row) return NOT_FOUND;
    if (stale(who, row)) return fault(412, 'The user has changed.');
    const facts = work(row);
    if (isFault(facts)) return facts;
    await changeColleagueRow(run, id, facts);
    if (row.active && !facts.active) await leave(run, id, who);
    if (!row.active && facts.active) await returnRow(run, id);
    return drawn(run, id, who);
  });
  if (!isFault(outcome) && outcome['active'] === false) await releaseCases(await casesOf(id), id, who.now);
  return outcome;
}

/** The directory lets somebody go: they have left, and are seen by it no more. Their name stays in history. */
export async function removeUser(id: string, who: Provisioning): Promise<null | ScimFault> {
  const outcome = await provisioned<JsonObject>(who, async (run) => {
    const row = await lockUser(run, id, stockholmDay(who.now));
    if (!row) return NOT_FOUND;
    if (stale(who, row)) return fault(412, 'The user has changed.');
    await leave(run, id, who);
    await removeRow(run, id);
    return {};
  });
  if (isFault(outcome)) return outcome;
  await releaseCases(await casesOf(id), id, who.now);
  return null;
}

async function leave(run: Run, id: string, { now }: Provisioning): Promise<void> {
  await leaveRow(run, id, now);
  await endAllHeld(run, id, stockholmDay(now));
}

async function drawn(run: Run, id: string, { now, base }: Provisioning): Promise<JsonObject | ScimFault> {
  const row = await lockUser(run, id, stockholmDay(now));
  return row ? userResource(row, base) : NOT_FOUND;
}
