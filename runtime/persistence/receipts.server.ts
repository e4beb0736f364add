import { pool } from './orm.server.ts';

/** Keeps a receipt's secret as its hash, and forgets those whose time was out by `now`. */
export async function insertReceipt(
  receipt: { readonly tokenHash: Buffer; readonly caseId: string; readonly expiresAt: Date },
  now: Date
): Promise<void> {
  const { tokenHash, caseId, expiresAt } = receipt;
  const connection = await pool();
  await connection.query('delete from receipt where expires_at < $1', [now]);
  await connection.query('insert into receipt (token_hash, case_id, expires_at) values ($1, $2, $3)', [
    tokenHash,
    caseId,
    expiresAt
  ]);
}

export interface ReceiptRow {
  readonly case_id: string;
  readonly version_id: string;
  readonly number: string;
  readonly language: string;
  readonly snapshot: string | null;
  readonly sha256: string;
  readonly submitted_at: string;
  readonly asks_others: boolean;
}

/** The application of the case that a receipt's secret belongs to. */
export async function selectReceipt(tokenHash: Buffer, now: Date): Promise<ReceiptRow | undefined> {
  const { rows } = await (
    await pool()
  ).query<ReceiptRow>(
    `select s.case_id, s.version_id, c.number, s.language, s.snapshot, encode(s.sha256, 'hex') as sha256, s.submitted_at,
       exists (select from co_signer o where o.case_id = c.id) as asks_others
     from receipt r join case_ c on c.id = r.case_id join submission s on s.case_id = c.id and s.form = 'application'
     where r.token_hash = $1 and r.expires_at > $2 order by s.seq limit 1`,
    [tokenHash, now]
  );
  return rows[0];
}
