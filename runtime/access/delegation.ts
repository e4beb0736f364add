import type { BeslutMeta } from '../definition/types.ts';
import type { Actor, CaseRecord, Delegation } from './model.ts';
import { staffRolesAt } from './roles.ts';

type Held = Pick<CaseRecord, 'organ' | 'unit' | 'delegations'>;

/**
 * Whether somebody may make a beslut for the nämnd. One on delegation is made by who holds its item of the delegationsordning
 * (KL 6:37, 7:5 to 8): approval by another does not cure that. An urgent one is made by the member whom the nämnd chose, so
 * never by a role (KL 6:39); an automated one by a function that the nämnd gave it to, whoever starts it (KL 6:37). Pure.
 */
export const mayDecide = (actor: Actor, place: Held, beslut: BeslutMeta): boolean =>
  !ON_DELEGATION.includes(beslut.kind) || heldItem(actor, place, beslut) !== undefined;

const ON_DELEGATION: readonly BeslutMeta['kind'][] = ['delegationsbeslut', 'ordforandebeslut', 'automatiserat'];

/** The item on which somebody makes a beslut, as they hold it; undefined when they do not. */
export const heldItem = (actor: Actor, place: Held, { kind, delegation }: BeslutMeta): Delegation | undefined =>
  place.delegations.find(
    (held) =>
      held.item === delegation && (held.unit === null || held.unit === place.unit) && isHolder(actor, place, kind, held)
  );

function isHolder(actor: Actor, place: Held, kind: BeslutMeta['kind'], held: Delegation): boolean {
  if (kind === 'automatiserat') return held.automated;
  if (actor.kind !== 'person') return false;
  if (held.personId !== null) return held.personId === actor.personId;
  return kind === 'delegationsbeslut' && staffRolesAt(actor.memberships, place).some((role) => role === held.role);
}
