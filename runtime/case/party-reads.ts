import type { CaseView } from '../access/view.ts';
import type { HandlingActRow, HandlingRow, PartyRow, SubmissionRow } from '../persistence/rows.ts';

export interface Reading {
  readonly view: CaseView;
  /** The reader's own party in the case. */
  readonly own: Pick<PartyRow, 'id' | 'name' | 'person_id' | 'role' | 'protected'>;
  readonly acts: readonly Pick<HandlingActRow, 'handling_id' | 'kind' | 'recipient'>[];
  readonly submissions: readonly Pick<SubmissionRow, 'id' | 'submitted_by_id' | 'party_id'>[];
}

/** Whether a party handed something in, or another for it. Of what is older than that was noted the sender tells. Pure. */
export const isOfParty = (
  { party_id, submitted_by_id }: Pick<SubmissionRow, 'submitted_by_id' | 'party_id'>,
  { id, person_id }: Pick<PartyRow, 'id' | 'person_id'>
): boolean => (party_id === null ? submitted_by_id !== null && submitted_by_id === person_id : party_id === id);

/**
 * Whether a party reads a handling: what was sent to them, what they handed in, the beslut, and the rest that is allmän, as
 * the case type says they see it. Arbetsmaterial is the authority's own (TF 2:12); partsinsyn beyond this is given handling
 * by handling (OSL 10:3). Pure.
 */
export function partyReads(handling: HandlingRow, { view, own, acts, submissions }: Reading): boolean {
  if (handling.allman_since === null) return false;
  // One with protected identity stands in the register by role.
  const name = own.protected ? own.role : own.name;
  const isSentToThem = acts.some(
    ({ handling_id, kind, recipient }) => handling_id === handling.id && kind === 'expedierad' && recipient === name
  );
  const isTheirs = submissions.some((row) => row.id === handling.submission_id && isOfParty(row, own));
  return (
    isSentToThem ||
    view.parts.includes('documents') ||
    (view.parts.includes('beslut') && handling.beslut_id !== null) ||
    (view.parts.includes('application') && isTheirs)
  );
}
