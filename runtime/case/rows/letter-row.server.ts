import { randomUUID } from 'node:crypto';
import type { LetterRow } from '../../persistence/rows.ts';

interface Filed {
  readonly caseId: string;
  readonly handlingId: string;
  readonly at: string;
}

/** A handling that waits to be sent to a party by post. */
export const letterRow = (partyId: string, { caseId, handlingId, at }: Filed): LetterRow => ({
  ...{ id: randomUUID(), case_id: caseId, handling_id: handlingId, party_id: partyId, created_at: at },
  ...{ sent_on: null, how: null, sent_by_id: null }
});
