import { refuse } from '#runtime/errors/refusal.ts';
import { objectOf } from '../../document/elements.ts';
import type { CaseTypeDocument, Command } from '../../document/model.ts';
import { follow } from '../../document/path.ts';
import { editTo } from '../../document/transform.ts';
import { leadingTo, targetOf, withBranches } from './branches.ts';
import { groupPlace, stateAt, stepsIn, withoutEntry, withSteps, withValue } from './flow-places.ts';
import { tidied } from './tidy.ts';

/**
 * Takes away a step with all in it, and its texts, where it was drawn, and that examples expect it. What led there leads to `instead`, a step
 * beside it, or goes too. Refuses `edit.nowhere`, `edit.not_here`, and `edit.only_step` for the last one of its group.
 */
export const deleteStep =
  (step: string, instead?: string): Command =>
  (document) => {
    const state = stateAt(document, step);
    if (!state) return refuse('edit.nowhere', { path: step });
    const others = stepsIn(document, state.parent).filter((key) => key !== step);
    if (others.length === 0) return refuse('edit.only_step');
    if (instead !== undefined && !others.includes(instead)) return refuse('edit.not_here');
    const without = withSteps(document, state.parent, (steps) => withoutEntry(steps, step));
    const led = withBranches(without, (branch, { source, group }) => {
      if (group !== state.parent || targetOf(branch) !== step) return branch;
      return instead === undefined ? undefined : leadingTo(branch, source, instead);
    });
    const begun = withBeginning(led, state.parent, step, instead ?? others[0]);
    return editTo(document, 'delete-step', tidied(document, begun));
  };

/** A document where a group that began with one step begins with another. */
export function withBeginning(
  document: CaseTypeDocument,
  group: string | null,
  old: string,
  next: string | undefined
): CaseTypeDocument {
  const place = groupPlace(document, group);
  if (!place || next === undefined || objectOf(follow(document, place)).initial !== old) return document;
  return withValue(document, [...place, 'initial'], next);
}

/** How many ways lead to a step from others than itself. Pure. */
export function waysTo(document: CaseTypeDocument, step: string): number {
  const state = stateAt(document, step);
  let count = 0;
  withBranches(document, (branch, { source, group }) => {
    if (state && group === state.parent && source !== step && targetOf(branch) === step) count += 1;
    return branch;
  });
  return count;
}
