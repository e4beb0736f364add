import type { InferEntity, RequiredEntityData } from '@mikro-orm/postgresql';
import { IdentityOrder } from './entities/index.ts';
import { entityManager } from './orm.server.ts';

export type StoredOrder = Readonly<Omit<InferEntity<typeof IdentityOrder>, 'person'>> & {
  readonly personId: string | null;
};
type Change = Partial<
  Pick<
    StoredOrder,
    'status' | 'state' | 'hint' | 'attempts' | 'askedAt' | 'result' | 'nonceHash' | 'sameDevice' | 'returned'
  >
>;

export async function insertOrder(order: RequiredEntityData<InferEntity<typeof IdentityOrder>>): Promise<void> {
  await entityManager().insert(IdentityOrder, order);
}

/** An order that has not run out. */
export async function findOrder(id: string, now: Date): Promise<StoredOrder | null> {
  const row = await entityManager().findOne(IdentityOrder, { id, expiresAt: { $gt: now } });
  if (!row) return null;
  const { person, ...rest } = row;
  return { ...rest, personId: person?.id ?? null };
}

/** Takes the right to ask the provider now; false when another request did so less than `milliseconds` ago. */
export async function claimOrder(id: string, milliseconds: number, now: Date): Promise<boolean> {
  const before = new Date(now.getTime() - milliseconds);
  const taken = await entityManager().nativeUpdate(
    IdentityOrder,
    { id, status: { $in: ['new', 'pending'] }, askedAt: { $lte: before } },
    { askedAt: now }
  );
  return taken === 1;
}

/** Changes an order that is not complete. */
export async function changeOrder(id: string, change: Change): Promise<void> {
  await entityManager().nativeUpdate(IdentityOrder, { id, status: { $ne: 'complete' } }, change);
}

/** Changes an order while the attempt that `order` tells of still runs: an answer that comes late says nothing of a new attempt. */
export async function changeAttempt(
  { id, nonceHash }: Pick<StoredOrder, 'id' | 'nonceHash'>,
  change: Change
): Promise<void> {
  await entityManager().nativeUpdate(IdentityOrder, { id, nonceHash: nonceHash ?? null, status: 'pending' }, change);
}

/** The browser came back on the device that identified. */
export async function markReturned(id: string): Promise<void> {
  await entityManager().nativeUpdate(IdentityOrder, { id }, { returned: true });
}

/** Removes a completed order; only one of many that try gets true. */
export async function takeOrder(id: string): Promise<boolean> {
  return (await entityManager().nativeDelete(IdentityOrder, { id, status: 'complete' })) === 1;
}

/** For the housekeeping. */
export async function deleteExpiredOrders(now: Date): Promise<void> {
  await entityManager().nativeDelete(IdentityOrder, { expiresAt: { $lte: now } });
}
