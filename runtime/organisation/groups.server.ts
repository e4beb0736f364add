import { randomUUID } from 'node:crypto';
import { isRefusal, refuse, type Refusal } from '../errors/refusal.ts';
import {
  addGroupRow,
  changeGroupRow,
  groupDetails,
  groupRows,
  removeGroupRow,
  type GroupDetails,
  type GroupRow
} from '../persistence/organisation/groups.server.ts';
import { addMemberRow, giveGroupRoleRow } from '../persistence/organisation/held.server.ts';
import { stockholmDay } from '../time/day.ts';
import {
  administered,
  found,
  mayAdminister,
  periodOf,
  roleOf,
  said,
  saidOrNull,
  type Administering,
  type WrittenPeriod,
  type WrittenRole
} from './administration.server.ts';
import { isUuid } from '../uuid.ts';

export const listGroups = async ({ actor, now }: Administering): Promise<GroupRow[] | Refusal> =>
  mayAdminister(actor) ?? groupRows(stockholmDay(now));

export async function readGroup(id: string, { actor }: Administering): Promise<GroupDetails | Refusal> {
  const refused = mayAdminister(actor);
  if (refused) return refused;
  return (isUuid(id) ? await groupDetails(id) : undefined) ?? refuse('organisation.not_found');
}

export interface WrittenGroup {
  readonly name: string;
  /** What the identity provider's claim calls it; empty where no login gives members. */
  readonly claim: string;
}

/** A new group, without members and roles. Gives its id. */
export async function addGroup(
  written: WrittenGroup,
  { actor, now }: Administering
): Promise<{ id: string } | Refusal> {
  const facts = { name: said(written.name), claim: saidOrNull(written.claim), externalId: null };
  if (facts.name === '') return refuse('organisation.incomplete');
  return administered(actor, async (run) => {
    const id = randomUUID();
    await addGroupRow(run, facts, { id, now });
    return { id };
  });
}

export async function changeGroup(
  id: string,
  written: WrittenGroup,
  { actor }: Administering
): Promise<null | Refusal> {
  const before = isUuid(id) ? await groupDetails(id) : undefined;
  if (!before) return mayAdminister(actor) ?? refuse('organisation.not_found');
  const facts = { name: said(written.name), claim: saidOrNull(written.claim), externalId: before.externalId };
  if (facts.name === '') return refuse('organisation.incomplete');
  return administered(actor, async (run) => found(await changeGroupRow(run, id, facts)));
}

/** A group goes, and with it what its members had by it. */
export async function removeGroup(id: string, { actor }: Administering): Promise<null | Refusal> {
  if (!isUuid(id)) return refuse('organisation.not_found');
  return administered(actor, async (run) => found(await removeGroupRow(run, id)));
}

/** Gives every member of a group a role. */
export async function giveGroupRole(
  id: string,
  written: WrittenRole,
  { actor }: Administering
): Promise<null | Refusal> {
  const role = roleOf(written);
  if (isRefusal(role)) return role;
  if (!isUuid(id)) return refuse('organisation.not_found');
  return administered(actor, async (run) => {
    await giveGroupRoleRow(run, id, role);
    return null;
  });
}

export async function addToGroup(
  groupId: string,
  written: WrittenPeriod & { readonly person: string },
  { actor }: Administering
): Promise<null | Refusal> {
  const period = periodOf(written);
  if (isRefusal(period)) return period;
  const personId = written.person;
  if (!isUuid(groupId) || !isUuid(personId)) return refuse('organisation.incomplete');
  return administered(actor, async (run) => {
    await addMemberRow(run, { groupId, personId, source: 'page' }, period);
    return null;
  });
}
