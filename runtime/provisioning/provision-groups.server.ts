import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../definition/json.ts';
import {
  addGroupRow,
  changeGroupRow,
  groupDetails,
  removeGroupRow
} from '../persistence/organisation/groups.server.ts';
import { addMemberRow, endHeld } from '../persistence/organisation/held.server.ts';
import {
  areUsers,
  GROUP_ATTRIBUTES,
  lockGroup,
  placesOfOthers,
  provisionedGroups,
  type GroupRow
} from '../persistence/organisation/provisioned.server.ts';
import type { Run } from '../persistence/transaction.server.ts';
import { stockholmDay } from '../time/day.ts';
import { fault, isFault, type ScimFault } from './fault.ts';
import { applyPatch } from './patch.ts';
import { listOf, NOT_FOUND, provisioned, stale, type ListQuery, type Provisioning } from './provision.server.ts';
import { groupResource, readGroup, type GroupFacts } from './resources.ts';

/** A list of groups. */
export const listScimGroups = (query: ListQuery, who: Provisioning): Promise<JsonObject | ScimFault> =>
  listOf({ query, who, attributes: GROUP_ATTRIBUTES, find: provisionedGroups, draw: groupResource });

export const readOneGroup = (id: string, who: Provisioning): Promise<JsonObject | ScimFault> =>
  provisioned(who, (run) => drawn(run, id, who));

/** A new group; what roles it gives is said on its page, by a system administrator. */
export async function createGroup(body: JsonObject, who: Provisioning): Promise<JsonObject | ScimFault> {
  const facts = readGroup(body);
  if (isFault(facts)) return facts;
  return provisioned(who, async (run) => {
    if (!(await areUsers(run, facts.members))) return NO_USER;
    const id = randomUUID();
    await addGroupRow(run, { ...facts, claim: null }, { id, now: who.now });
    await keepMembers(run, id, { facts, has: [], who });
    return drawn(run, id, who);
  });
}

export const replaceGroup = (id: string, body: JsonObject, who: Provisioning): Promise<JsonObject | ScimFault> =>
  changed(id, who, () => readGroup(body));

export const patchGroup = (id: string, body: JsonObject, who: Provisioning): Promise<JsonObject | ScimFault> =>
  changed(id, who, (row) => {
    const patched = applyPatch(groupResource(row, who.base), body);
    return isFault(patched) ? patched : readGroup(patched);
  });

async function changed(
  id: string,
  who: Provisioning,
  work: (row: GroupRow) => GroupFacts | ScimFault
): Promise<JsonObject | ScimFault> {
  return provisioned(who, async (run) => {
    const row = await lockGroup(run, id, stockholmDay(who.now));
    if (!row) return NOT_FOUND;
    if (stale(who, row)) return fault(412, 'The group has changed.');
    const facts = work(row);
    if (isFault(facts)) return facts;
    if (!(await areUsers(run, facts.members))) return NO_USER;
    const claim = (await groupDetails(id))?.claim ?? null;
    await changeGroupRow(run, id, { ...facts, claim });
    await keepMembers(run, id, { facts, has: row.members.map((member) => member.id), who });
    return drawn(run, id, who);
  });
}

/** The group goes, and with it what its members had by it. */
export async function removeScimGroup(id: string, who: Provisioning): Promise<null | ScimFault> {
  const outcome = await provisioned<JsonObject>(who, async (run) => {
    const row = await lockGroup(run, id, stockholmDay(who.now));
    if (!row) return NOT_FOUND;
    if (stale(who, row)) return fault(412, 'The group has changed.');
    await removeGroupRow(run, id);
    return {};
  });
  return isFault(outcome) ? outcome : null;
}

const NO_USER = fault(400, 'A member is no user here.', 'invalidValue');

interface Membership {
  readonly facts: GroupFacts;
  readonly has: readonly string[];
  readonly who: Provisioning;
}

async function keepMembers(run: Run, groupId: string, { facts: { members }, has, who }: Membership): Promise<void> {
  const today = stockholmDay(who.now);
  for (const { id } of await placesOfOthers(run, groupId, { day: today, members }))
    await endHeld(run, { kind: 'group-member', id }, { today, lastDay: null });
  for (const personId of members.filter((id) => !has.includes(id)))
    await addMemberRow(run, { groupId, personId, source: 'scim' }, { from: today, to: null });
}

async function drawn(run: Run, id: string, { now, base }: Provisioning): Promise<JsonObject | ScimFault> {
  const row = await lockGroup(run, id, stockholmDay(now));
  return row ? groupResource(row, base) : NOT_FOUND;
}
