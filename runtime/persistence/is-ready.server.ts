import { pool } from './orm.server.ts';

/** Whether the database answers just now and has been migrated. */
export async function isReady(): Promise<boolean> {
  try {
    const { rows } = await (
      await pool()
    ).query<{ migrated: boolean }>(
      `select to_regclass('case_') is not null and to_regclass('graphile_worker.jobs') is not null as migrated`
    );
    return rows[0]?.migrated === true;
  } catch {
    return false;
  }
}
