import { read } from './transaction.server.ts';
import type { Membership } from '../case/model.ts';

/** An item of an organ's delegationsordning, and the roles that hold it in the whole organ. */
export interface EnteredDelegation {
  readonly organ: string;
  readonly item: string;
  readonly title: string;
  readonly roles: readonly Membership['role'][];
  /** The beslut that gave it to them. */
  readonly basis: string;
  readonly from: string;
}

const ADD_ITEM = {
  name: 'add-delegation-item',
  text: `insert into delegation_item (organ_key, item, title) select $1, $2, $3 where exists (select from organ where key = $1)
    on conflict do nothing`
};
const ADD_HOLDER = {
  name: 'add-delegation',
  text: `insert into delegation (id, organ_key, item, role, basis, from_day)
    select gen_random_uuid(), $1, $2, $3, $4, $5 where exists (select from delegation_item where organ_key = $1 and item = $2)
    and not exists (select from delegation where organ_key = $1 and item = $2 and role = $3)`
};

/** Enters what is not there yet. An item of an organ that is not here, and a role that has or has had the item, is passed over. */
export async function enterDelegations(delegations: readonly EnteredDelegation[]): Promise<void> {
  for (const { organ, item, title, roles, basis, from } of delegations) {
    await read(ADD_ITEM, [organ, item, title]);
    for (const role of roles) await read(ADD_HOLDER, [organ, item, role, basis, from]);
  }
}
