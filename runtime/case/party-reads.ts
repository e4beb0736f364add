import type { CaseView } from '../access/view.ts';
import type { HandlingActRow, HandlingRow, PartyRow, SubmissionRow } from '../persistence/rows.ts';

export interface Reading {
  readonly view: CaseView;
  /** The reader's own party in the case. */
  readonly own: Pick<PartyRow, 'name' | 'person_id' | 'role' | 'protected'>;
  readonly acts: readonly Pick<HandlingActRow, 'handling_id' | 'kind' | 'recipient'>[];
  readonly submissions: readonly Pick<SubmissionRow, 'id' | 'submitted_by_id'>[];
}

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
  const isTheirs =
    own.person_id !== null &&
    submissions.some(({ id, submitted_by_id }) => id === handling.submission_id && submitted_by_id === own.person_id);
  return (
    isSentToThem ||
    view.parts.includes('documents') ||
    (view.parts.includes('beslut') && handling.beslut_id !== null) ||
    (view.parts.includes('application') && isTheirs)
  );
}
