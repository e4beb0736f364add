import { refuse } from '#runtime/errors/refusal.ts';
import type { Command } from '../../document/model.ts';
import { editTo } from '../../document/transform.ts';
import { groupPlace, isParallel, stateAt, withValue } from './flow-places.ts';

/** Lets the group that a step stands in, or the flow, begin with it. Refuses `edit.nowhere`, and `edit.not_here` where all begin at the same time. */
export const setInitial =
  (step: string): Command =>
  (document) => {
    const state = stateAt(document, step);
    const group = state && groupPlace(document, state.parent);
    if (!state || !group) return refuse('edit.nowhere', { path: step });
    if (isParallel(document, state.parent)) return refuse('edit.not_here');
    return editTo(document, 'set-initial', withValue(document, [...group, 'initial'], step));
  };
