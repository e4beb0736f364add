import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../definition/json.ts';
import type { SignatureRow } from '../persistence/rows.ts';

/** What a signing service says that a person signed. */
export interface GivenSignature {
  readonly method: string;
  readonly personId: string | null;
  readonly signedAt: Date;
  /** The hash that was bound into what was signed, as `submissionHash` gave it. */
  readonly sha256: string;
  /** Signature, certificate status and what else proves it, kept as it came. */
  readonly evidence: JsonObject;
}

export const signatureRow = (
  { method, personId, signedAt, evidence }: GivenSignature,
  submissionId: string
): SignatureRow => ({
  ...{ id: randomUUID(), submission_id: submissionId, person_id: personId, method, evidence },
  signed_at: signedAt.toISOString()
});
