import { read } from './transaction.server.ts';

const ADD = {
  name: 'add-receipt',
  text: 'insert into receipt (token_hash, case_id, expires_at) values ($1, $2, $3)'
};

/** Keeps a receipt's secret as its hash. */
export async function insertReceipt(receipt: {
  readonly tokenHash: Buffer;
  readonly caseId: string;
  readonly expiresAt: Date;
}): Promise<void> {
  await read(ADD, [receipt.tokenHash, receipt.caseId, receipt.expiresAt]);
}

const FORGET = { name: 'forget-receipts', text: 'delete from receipt where expires_at < $1' };

/** Forgets receipts that nobody is shown any more. */
export const deleteReceiptsExpiredBy = async (now: Date): Promise<void> => void (await read(FORGET, [now]));

export interface ReceiptRow {
  readonly case_id: string;
  readonly version_id: string;
  readonly number: string;
  readonly language: string;
  readonly snapshot: string | null;
  readonly sha256: string;
  readonly submitted_at: string;
  readonly asks_others: boolean;
  /** For whom it was sent, when it was for another, and by whom. */
  readonly acted_for: string | null;
  readonly sent_by: string | null;
}

const SHOWN = {
  name: 'receipt',
  text: `select s.case_id, s.version_id, c.number, s.language, s.snapshot, encode(s.sha256, 'hex') as sha256, s.submitted_at,
      exists (select from co_signer o where o.case_id = c.id) as asks_others,
      (select y.name from timeline t join party y on y.id = (t.entry#>>'{details,actsFor,party}')::uuid
        where t.case_id = c.id and t.seq = 1) as acted_for,
      (select p.name from person p where p.id = s.submitted_by_id and not p.protected) as sent_by
    from receipt r join case_ c on c.id = r.case_id join submission s on s.case_id = c.id and s.form = 'application'
    where r.token_hash = $1 and r.expires_at > $2 order by s.seq limit 1`
};

/** The application of the case that a receipt's secret belongs to. */
export async function selectReceipt(tokenHash: Buffer, now: Date): Promise<ReceiptRow | undefined> {
  const [row] = await read<ReceiptRow & Record<string, unknown>>(SHOWN, [tokenHash, now]);
  return row;
}
