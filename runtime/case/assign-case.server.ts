import { may } from '../access/permissions.ts';
import { staffRolesAt } from '../access/roles.ts';
import { refuse, type Refusal } from '../errors/refusal.ts';
import { membershipsOf } from '../persistence/memberships.server.ts';
import { administer, type Administered, type CaseWish } from './administer.server.ts';
import type { Changed, Known } from './loop.server.ts';
import type { Membership } from './model.ts';

/** To somebody in the case's own unit, to nobody, or to another unit of the same organ, where nobody has it yet. */
export type Assignment = CaseWish & { readonly to: { readonly personId: string | null } | { readonly unit: string } };

/**
 * Takes a case, gives it to somebody, puts it back, or hands it to another unit of the organ.
 *
 * @returns the case's new seq, or `access.denied`, `assignee.not_staff`, `case.changed`, `case.not_found`, `command.key_reused`
 */
export async function assignCase(wish: Assignment, now: Date): Promise<Changed | Refusal> {
  const { to } = wish;
  const memberships = 'personId' in to && to.personId !== null ? await membershipsOf(to.personId, now) : [];
  const content = 'unit' in to ? ['unit', to.unit] : ['person', to.personId];
  const decide = (known: Known) => assigned(known, wish, memberships);
  return administer(wish, { event: 'assign', content, decide }, now);
}

function assigned(
  { record }: Known,
  { actor, to }: Assignment,
  memberships: readonly Membership[]
): Administered | Refusal {
  if (!may(actor, 'case.assign', record)) return refuse('access.denied');
  if ('unit' in to) return { assigneeId: null, unit: to.unit, facts: { unit: to.unit }, details: { unit: to.unit } };
  if (to.personId !== null && staffRolesAt(memberships, record).length === 0) return refuse('assignee.not_staff');
  return { assigneeId: to.personId, details: { assignee: to.personId } };
}
