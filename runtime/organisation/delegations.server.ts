import type { Actor } from '../access/model.ts';
import { isRole, isStaffRole } from '../access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../errors/refusal.ts';
import {
  addHolderRow,
  addItemRow,
  changeItemRow,
  itemRows,
  type HolderFacts,
  type ItemFacts,
  type ItemRow
} from '../persistence/organisation/delegations.server.ts';
import {
  administered,
  found,
  mayAdminister,
  periodOf,
  said,
  type Administering,
  type WrittenPeriod
} from './administration.server.ts';
import { isUuid } from '../uuid.ts';

/** The delegationsordning of an organ: its items, and who has held, holds or will hold each. */
export const readDelegations = async (organ: string, actor: Actor): Promise<ItemRow[] | Refusal> =>
  mayAdminister(actor) ?? itemRows(organ);

/** A new item of the delegationsordning, which nobody holds yet; case types name it by `item`. */
export async function addItem({ organ, ...written }: ItemFacts, { actor }: Administering): Promise<null | Refusal> {
  const [item, title] = [said(written.item), said(written.title)];
  if (item === '' || title === '') return refuse('organisation.incomplete');
  return administered(actor, async (run) => {
    await addItemRow(run, { organ, item, title });
    return null;
  });
}

export async function changeItem({ organ, item, title }: ItemFacts, { actor }: Administering): Promise<null | Refusal> {
  if (said(title) === '') return refuse('organisation.incomplete');
  return administered(actor, async (run) => found(await changeItemRow(run, { organ, item, title: said(title) })));
}

export interface WrittenHolder extends WrittenPeriod {
  /** `role:<role>`, `person:<id>` or `automated`. */
  readonly holder: string;
  /** A unit's key; empty for the whole organ. */
  readonly unit: string;
  readonly basis: string;
}

function holderOf(written: WrittenHolder): HolderFacts | Refusal {
  const period = periodOf(written);
  if (isRefusal(period)) return period;
  const [kind, who = ''] = written.holder.split(':');
  const [basis, unit] = [said(written.basis), written.unit || null];
  const nobody = { ...period, basis, unit, role: null, personId: null, automated: false };
  if (basis === '') return refuse('organisation.incomplete');
  if (kind === 'automated') return { ...nobody, automated: true };
  if (kind === 'person' && isUuid(who)) return { ...nobody, personId: who };
  return kind === 'role' && isRole(who) && isStaffRole(who)
    ? { ...nobody, role: who }
    : refuse('organisation.incomplete');
}

/** Lets somebody decide on an item, by the beslut that is named as basis (KL 6:37, 7:5 to 6). */
export async function addHolder(
  organ: string,
  written: WrittenHolder & { readonly item: string },
  { actor }: Administering
): Promise<null | Refusal> {
  const holder = holderOf(written);
  if (isRefusal(holder)) return holder;
  return administered(actor, async (run) => {
    await addHolderRow(run, { organ, item: written.item }, holder);
    return null;
  });
}
