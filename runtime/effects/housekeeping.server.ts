import { deleteExpiredDrafts } from '../case/drafts.server.ts';
import { deleteExpiredSessions } from '../identity/sessions.server.ts';
import { deleteCommandsBefore } from '../persistence/claim-command.server.ts';
import { compactTally } from '../persistence/list-cases.server.ts';
import { deleteExpiredOrders } from '../persistence/identity-orders.server.ts';
import { takeDownNotices } from '../persistence/notices.server.ts';
import { deleteOldTries } from '../persistence/rate-limits.server.ts';
import { deleteReceiptsExpiredBy } from '../persistence/receipts.server.ts';
import { unknownKeys } from '../persistence/storage-keys.server.ts';
import type { FileStore } from '../ports/file-store.ts';
import type { Ports } from './ports.server.ts';

const DAY_MS = 86_400_000;
/** A page that lay open longer than this is opened anew before it is sent. */
const MONTH_MS = 30 * DAY_MS;
const BATCH = 500;

/** What time asks for and nobody presses a button for: what has had its time goes, and files that nobody knows. Any number of times. */
export async function keepHouse({ clock, files }: Pick<Ports, 'clock' | 'files'>): Promise<void> {
  const now = clock.now();
  await deleteExpiredDrafts(files, now);
  await takeDownNotices(now);
  await deleteReceiptsExpiredBy(now);
  await compactTally();
  await forgetLogins(new Date());
  // The store's own time, which the demo's clock does not move: a file that is being uploaded is young.
  await eraseUnknownFiles(files, new Date(Date.now() - DAY_MS));
}

/** Sessions, logins that went on and counted tries, once they mean nothing any more. In real time, which the demo's clock does not move. */
async function forgetLogins(now: Date): Promise<void> {
  await deleteExpiredSessions();
  await deleteExpiredOrders(now);
  await deleteCommandsBefore(new Date(now.getTime() - MONTH_MS));
  await deleteOldTries(new Date(now.getTime() - DAY_MS));
}

/** Erases files written before `instant` that no row knows: what a crash between the store and the database leaves. */
export async function eraseUnknownFiles(files: FileStore, instant: Date): Promise<void> {
  let batch: string[] = [];
  const erase = async () => {
    for (const key of await unknownKeys(batch)) await files.delete(key);
    batch = [];
  };
  for await (const key of files.writtenBefore(instant)) if (batch.push(key) >= BATCH) await erase();
  await erase();
}
