import type { Actor } from '../access/model.ts';
import { may } from '../access/permissions.ts';
import { isStaffRole, isRole } from '../access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../errors/refusal.ts';
import { changeOrganisation } from '../persistence/organisation/change.server.ts';
import type { Period, PlacedRole } from '../persistence/organisation/held.server.ts';
import type { Run } from '../persistence/transaction.server.ts';
import { isDay } from '../time/day.ts';

/** Who changes the organisation, and when. */
export interface Administering {
  readonly actor: Actor;
  readonly now: Date;
}

/** Refused to who does not administer the installation. */
export const mayAdminister = (actor: Actor): null | Refusal =>
  may(actor, 'organisation.manage', null) ? null : refuse('access.denied');

/** One change by a system administrator, logged as theirs; `organisation.last_administrator`, `.name_taken`, `.not_found`, `.period`. */
export async function administered<Result>(
  actor: Actor,
  work: (run: Run) => Promise<Result | Refusal>
): Promise<Result | Refusal> {
  if (actor.kind !== 'person' || !may(actor, 'organisation.manage', null)) return refuse('access.denied');
  return changeOrganisation(`person:${actor.personId}`, work);
}

/** What a change of one thing comes to: nothing, or that it is not there. */
export const found = (isThere: boolean): null | Refusal => (isThere ? null : refuse('organisation.not_found'));

const MOST = 200;
/** A text as it was written, without what is around it; never longer than a name is. */
export const said = (text: string): string => text.trim().replace(/\s+/g, ' ').slice(0, MOST);
/** The same, of what may be left out. */
export const saidOrNull = (text: string): string | null => said(text) || null;

/** First and last day as they were written; the last may be left out. */
export interface WrittenPeriod {
  readonly from: string;
  readonly to: string;
}

export function periodOf({ from, to }: WrittenPeriod): Period | Refusal {
  if (!isDay(from) || (to !== '' && (!isDay(to) || to < from))) return refuse('organisation.period');
  return { from, to: to === '' ? null : to };
}

/** A role and where it holds as they were written: `organ`, or `organ/unit`. */
export interface WrittenRole extends WrittenPeriod {
  readonly place: string;
  readonly role: string;
}

export function roleOf(written: WrittenRole): (PlacedRole & Period) | Refusal {
  const period = periodOf(written);
  if (isRefusal(period)) return period;
  const [organ = '', unit] = written.place.split('/');
  const { role } = written;
  if (organ === '' || !isRole(role) || !isStaffRole(role)) return refuse('organisation.incomplete');
  return { ...period, organ, unit: unit ?? null, role };
}
