import { inTransaction, read, type Transaction } from './transaction.server.ts';

/** A payment at the provider, as it stands. */
export interface PaymentRow {
  readonly id: string;
  readonly case_id: string;
  readonly automation: string;
  readonly visit: number;
  readonly provider_id: string;
  readonly location: string;
  readonly amount: number;
  readonly reference: string;
  readonly status: 'open' | 'paid' | 'late' | 'ended';
  readonly created_at: string;
  readonly settled_at: string | null;
}

const INSERT = {
  name: 'payment-add',
  text: `insert into payment (id, case_id, automation, visit, provider_id, location, amount, reference, status, created_at, asked_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, 'open', $9, $9) on conflict do nothing`
};

/** Keeps a payment that was begun; where another is open for the same visit already, that one stays. */
export async function insertPayment(row: Omit<PaymentRow, 'status' | 'created_at' | 'settled_at'>, now: Date) {
  const { id, case_id, automation, visit, provider_id, location, amount, reference } = row;
  await read(INSERT, [id, case_id, automation, visit, provider_id, location, amount, reference, now]);
}

const ROW = 'select to_jsonb(p) as row from payment p';
const BY_ID = { name: 'payment-by-id', text: `${ROW} where p.id = $1` };
const OF_CASE = { name: 'payments-of-case', text: `${ROW} where p.case_id = $1 order by p.created_at, p.id` };
const rowsOf = (rows: readonly { readonly row: PaymentRow }[]) => rows.map(({ row }) => row);

export const findPayment = async (id: string): Promise<PaymentRow | undefined> =>
  rowsOf(await read<{ row: PaymentRow }>(BY_ID, [id]))[0];

export const paymentsOfCase = async (caseId: string): Promise<PaymentRow[]> =>
  rowsOf(await read<{ row: PaymentRow }>(OF_CASE, [caseId]));

// Asked about each minute at first, and ever more seldom: one who left the provider's page has most often not paid.
const TO_ASK = {
  name: 'payments-to-ask',
  text: `update payment p set asked_at = $1 where p.id in (
      select id from payment where status = 'open'
        and asked_at <= $1::timestamptz - greatest(interval '1 minute', ($1::timestamptz - created_at) / 10)
      order by asked_at limit 100 for update skip locked) returning p.id`
};

/** Open payments whose provider has not been asked for a while; each is given to one of those who ask at once. */
export const paymentsToAsk = async (now: Date): Promise<string[]> =>
  (await read<{ id: string }>(TO_ASK, [now])).map(({ id }) => id);

const LOCK = { name: 'payment-lock', text: `select id from payment where id = $1 and status = 'open' for update` };
const SETTLE = { name: 'payment-settle', text: 'update payment set status = $2, settled_at = $3 where id = $1' };

/** Settles an open payment by what `work` says, in one transaction with what it does; nothing when another has settled it. */
export const settleOnce = (
  id: string,
  now: Date,
  work: (transaction: Transaction) => Promise<Exclude<PaymentRow['status'], 'open'>>
): Promise<void> =>
  inTransaction(async (transaction) => {
    const open = await transaction.run(LOCK, [id]);
    if (open.length > 0) await transaction.run(SETTLE, [id, await work(transaction), now]);
  });
