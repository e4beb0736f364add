import { createHash, randomBytes } from 'node:crypto';
import { answersView, type AnswerSection } from '../form/answers-view.ts';
import type { Snapshot } from '../form/snapshot.ts';
import { insertReceipt, selectReceipt } from '../persistence/receipts.server.ts';

/** What the sender of an application is shown. */
export interface Receipt {
  readonly caseId: string;
  readonly versionId: string;
  readonly number: string;
  /** The language that it was filled in in. */
  readonly language: string;
  readonly submittedAt: Date;
  readonly sections: readonly AnswerSection[];
  /** SHA-256 of what was submitted, in hex: what a signature binds. */
  readonly sha256: string;
  /** Whether others are asked to sign it too. */
  readonly asksOthers: boolean;
  /** For whom it was sent and by whom, when that was another; of one with protected identity no name. */
  readonly actedFor: { readonly name: string; readonly by: string | null } | null;
}

const MINUTES = 30;
const hashOf = (token: string) => createHash('sha256').update(token).digest();

/** Gives the one who has just sent an application a secret that shows its receipt for half an hour. */
export async function issueReceipt(caseId: string, now: Date): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const expiresAt = new Date(now.getTime() + MINUTES * 60_000);
  await insertReceipt({ tokenHash: hashOf(token), caseId, expiresAt });
  return token;
}

/** The receipt behind a secret; undefined when there is none, or its time is out. */
export async function readReceipt(token: string, now: Date): Promise<Receipt | undefined> {
  const row = await selectReceipt(hashOf(token), now);
  if (!row) return undefined;
  const snapshot: Snapshot | null = row.snapshot === null ? null : JSON.parse(row.snapshot);
  return {
    caseId: row.case_id,
    versionId: row.version_id,
    number: row.number,
    language: row.language,
    submittedAt: new Date(row.submitted_at),
    sections: snapshot ? answersView(snapshot) : [],
    sha256: row.sha256,
    asksOthers: row.asks_others,
    actedFor: row.acted_for === null ? null : { name: row.acted_for, by: row.sent_by }
  };
}
