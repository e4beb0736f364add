import { pool } from './orm.server.ts';

/** Where the content of a case's file is kept; undefined when the case has no such file. */
export async function storageKeyOf(caseId: string, fileId: string): Promise<string | undefined> {
  const { rows } = await (
    await pool()
  ).query<{ storage_key: string }>('select storage_key from file where id = $2 and case_id = $1', [caseId, fileId]);
  return rows[0]?.storage_key;
}
