import { refuse } from '#runtime/errors/refusal.ts';
import type { CaseTypeDocument, Command } from '../../document/model.ts';
import { editTo } from '../../document/transform.ts';
import { leadingTo, targetOf, withBranches } from './branches.ts';
import { withBeginning } from './delete-step.ts';
import {
  groupPlace,
  groupsAround,
  isParallel,
  stateAt,
  stepsIn,
  withEntry,
  withoutEntry,
  withSteps
} from './flow-places.ts';
import { tidied } from './tidy.ts';

/** Where a step is moved: into a group or the flow itself (null), before another of its steps or last. */
export interface MoveTo {
  readonly group: string | null;
  readonly before?: string;
}

/**
 * Moves a step with all in it. Ways that would cross the border of a group lead to the group instead, and out of it to its end, so that the
 * runtime can run them. Refuses `edit.nowhere`, `edit.not_here` (in itself; a single step among what goes on at the same time) and
 * `edit.only_step` for the last one of its group.
 */
export const moveStep =
  (step: string, { group, before }: MoveTo): Command =>
  (document) => {
    const state = stateAt(document, step);
    if (!state || !groupPlace(document, group)) return refuse('edit.nowhere', { path: step });
    const isInItself = group !== null && (group === step || groupsAround(document, group).includes(step));
    if (isInItself || (isParallel(document, group) && !state.config.states)) return refuse('edit.not_here');
    if (before === step) return editTo(document, 'move-step', document);
    const others = stepsIn(document, state.parent).filter((key) => key !== step);
    const isElsewhere = state.parent !== group;
    if (isElsewhere && others.length === 0) return refuse('edit.only_step');
    const taken = withSteps(document, state.parent, (steps) => withoutEntry(steps, step));
    const moved = withSteps(taken, group, (steps) => withEntry(steps, step, state.config, before));
    if (!isElsewhere) return editTo(document, 'move-step', moved);
    const begun = withBeginning(moved, state.parent, step, others[0]);
    return editTo(document, 'move-step', tidied(document, withWaysInside(document, begun, step)));
  };

/** Moves a step one place up or down among the steps of its group. */
export const moveStepByOne =
  (step: string, by: -1 | 1): Command =>
  (document) => {
    const group = stateAt(document, step)?.parent ?? null;
    const steps = stepsIn(document, group);
    const index = steps.indexOf(step) + by;
    if (index < 0 || index >= steps.length) return editTo(document, 'move-step', document);
    const before = steps[by < 0 ? index : index + 1];
    return moveStep(step, { group, ...(before === undefined ? {} : { before }) })(document);
  };

/** A document where every way that led somewhere before leads to the nearest place that a way can lead to now. */
function withWaysInside(before: CaseTypeDocument, document: CaseTypeDocument, step: string): CaseTypeDocument {
  return withBranches(document, (branch, { source, group }) => {
    const target = targetOf(branch);
    if (target === undefined || stepsIn(document, group).includes(target)) return branch;
    const near = nearest(document, group, target);
    return leadingTo(branch, source, near === source ? onward(before, document, { step, group }) : near);
  });
}

/** The step itself, the group that it stands in, or the end of the own group. */
function nearest(document: CaseTypeDocument, group: string | null, target: string): string | undefined {
  if (isParallel(document, group)) return undefined;
  const steps = stepsIn(document, group);
  const around = [target, ...groupsAround(document, target)];
  return (
    around.find((key) => steps.includes(key)) ?? steps.find((key) => stateAt(document, key)?.config.type === 'final')
  );
}

/** Where a group leads that led to what was moved into it: where that led. */
function onward(
  before: CaseTypeDocument,
  document: CaseTypeDocument,
  { step, group }: { readonly step: string; readonly group: string | null }
): string | undefined {
  const steps = stepsIn(document, group);
  let found: string | undefined;
  withBranches(before, (branch, { source }) => {
    const target = targetOf(branch);
    if (source === step && target !== undefined && steps.includes(target)) found ??= target;
    return branch;
  });
  return found;
}
