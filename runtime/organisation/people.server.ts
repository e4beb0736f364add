import { randomUUID } from 'node:crypto';
import type { Actor } from '../access/model.ts';
import { releaseCases } from '../case/release-cases.server.ts';
import { isRefusal, refuse, type Refusal } from '../errors/refusal.ts';
import { FORMATS } from '../form/formats.ts';
import {
  addAbsenceRow,
  endAllHeld,
  endHeld,
  giveRoleRow,
  HELD_KINDS,
  makeAdministratorRow
} from '../persistence/organisation/held.server.ts';
import {
  addColleagueRow,
  casesOf,
  changeColleagueRow,
  colleagueDetails,
  colleagueRows,
  colleaguesAtWork,
  leaveRow,
  returnRow,
  type ColleagueDetails,
  type ColleagueFacts,
  type ColleagueRow
} from '../persistence/organisation/people.server.ts';
import { isDay, stockholmDay } from '../time/day.ts';
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

const PAGE = 50;

export interface ColleagueQuery {
  readonly search: string;
  /** Also those who have left. */
  readonly withLeft: boolean;
  /** `next` of the page before. */
  readonly after: string | null;
}

/** One page of the colleagues, by name. */
export async function listColleagues(
  { search, withLeft, after }: ColleagueQuery,
  { actor, now }: Administering
): Promise<{ readonly people: readonly ColleagueRow[]; readonly next: string | null } | Refusal> {
  const refused = mayAdminister(actor);
  if (refused) return refused;
  const [, id = '', name = ''] = /^([0-9a-f-]{36}) (.*)$/s.exec(after ?? '') ?? [];
  const cursor = isUuid(id) ? ([name, id] as const) : null;
  const wish = { day: stockholmDay(now), search: saidOrNull(search), withLeft, after: cursor, limit: PAGE + 1 };
  const rows = await colleagueRows(wish);
  const people = rows.slice(0, PAGE);
  const last = people.at(-1);
  return { people, next: rows.length > PAGE && last ? `${last.id} ${last.name}` : null };
}

/** Everybody who works here, to choose among. */
export const listAtWork = async (actor: Actor): Promise<Awaited<ReturnType<typeof colleaguesAtWork>> | Refusal> =>
  mayAdminister(actor) ?? colleaguesAtWork();

export async function readColleague(id: string, { actor, now }: Administering): Promise<ColleagueDetails | Refusal> {
  const refused = mayAdminister(actor);
  if (refused) return refused;
  const details = isUuid(id) ? await colleagueDetails(id, stockholmDay(now)) : undefined;
  return details ?? refuse('organisation.not_found');
}

export interface WrittenColleague {
  readonly name: string;
  readonly userName: string;
  readonly email: string;
  readonly title: string;
}

function colleagueOf(written: WrittenColleague, externalId: string | null): ColleagueFacts | Refusal {
  const [name, userName, email] = [said(written.name), said(written.userName), saidOrNull(written.email)];
  if (name === '' || userName === '' || (email !== null && !FORMATS.email(email)))
    return refuse('organisation.incomplete');
  return { name, userName, email, title: saidOrNull(written.title), externalId };
}

/** A new colleague, known by user name when they first log in at `issuer`. Gives their id. */
export async function addColleague(
  written: WrittenColleague,
  { actor, now, issuer }: Administering & { readonly issuer: string }
): Promise<{ id: string } | Refusal> {
  const facts = colleagueOf(written, null);
  if (isRefusal(facts)) return facts;
  return administered(actor, async (run) => {
    const id = await addColleagueRow(run, facts, { id: randomUUID(), issuer, now });
    return id === undefined ? refuse('organisation.name_taken') : { id };
  });
}

export async function changeColleague(
  id: string,
  written: WrittenColleague,
  { actor, now }: Administering
): Promise<null | Refusal> {
  const before = isUuid(id) ? await colleagueDetails(id, stockholmDay(now)) : undefined;
  if (!before) return mayAdminister(actor) ?? refuse('organisation.not_found');
  const facts = colleagueOf(written, before.externalId);
  if (isRefusal(facts)) return facts;
  return administered(actor, async (run) => found(await changeColleagueRow(run, id, facts)));
}

/** Gives a colleague a role in an organ or a unit, for some days or until further notice. */
export async function giveRole(id: string, written: WrittenRole, { actor }: Administering): Promise<null | Refusal> {
  const role = roleOf(written);
  if (isRefusal(role)) return role;
  if (!isUuid(id)) return refuse('organisation.not_found');
  return administered(actor, async (run) => {
    await giveRoleRow(run, id, role);
    return null;
  });
}

/** Lets another have a colleague's roles and queue while they are absent. */
export async function addAbsence(
  id: string,
  written: WrittenPeriod & { readonly deputy: string },
  { actor }: Administering
): Promise<null | Refusal> {
  const period = periodOf(written);
  if (isRefusal(period)) return period;
  const deputyId = written.deputy;
  if (!isUuid(id) || !isUuid(deputyId) || deputyId === id) return refuse('organisation.incomplete');
  return administered(actor, async (run) => {
    await addAbsenceRow(run, id, { deputyId, ...period });
    return null;
  });
}

export async function makeAdministrator(
  id: string,
  written: WrittenPeriod,
  { actor }: Administering
): Promise<null | Refusal> {
  const period = periodOf(written);
  if (isRefusal(period)) return period;
  if (!isUuid(id)) return refuse('organisation.not_found');
  return administered(actor, async (run) => {
    await makeAdministratorRow(run, id, period);
    return null;
  });
}

/** Lets a role, a place in a group, an absence, a delegation end: after a day from today on, or at once (empty). */
export async function endHolding(
  { kind, id, lastDay }: { readonly kind: string; readonly id: string; readonly lastDay: string },
  { actor, now }: Administering
): Promise<null | Refusal> {
  const known = HELD_KINDS.find((one) => one === kind);
  const today = stockholmDay(now);
  if (!known || !isUuid(id)) return refuse('organisation.not_found');
  if (lastDay !== '' && (!isDay(lastDay) || lastDay < today)) return refuse('organisation.period');
  return administered(actor, async (run) =>
    found(await endHeld(run, { kind: known, id }, { today, lastDay: lastDay === '' ? null : lastDay }))
  );
}

/**
 * Ends an employment: every right is gone with this, open logins and pages too, and the person's open cases lie in their queues again.
 * The name stays where it is in history. Once more does no harm.
 */
export async function endEmployment(id: string, { actor, now }: Administering): Promise<null | Refusal> {
  if (!isUuid(id)) return refuse('organisation.not_found');
  const done = await administered(actor, async (run) => {
    if (await leaveRow(run, id, now)) await endAllHeld(run, id, stockholmDay(now));
    return null;
  });
  if (done === null) await releaseCases(await casesOf(id), id, now);
  return done;
}

/** Takes a colleague back, without any of the roles that they had. */
export async function beginAgain(id: string, { actor }: Administering): Promise<null | Refusal> {
  if (!isUuid(id)) return refuse('organisation.not_found');
  return administered(actor, async (run) => found(await returnRow(run, id)));
}
