import { refuse } from '#runtime/errors/refusal.ts';
import { withText } from '../../commands/set-text.ts';
import { objectOf } from '../../document/elements.ts';
import type { CaseTypeDocument, Command } from '../../document/model.ts';
import { editTo } from '../../document/transform.ts';
import { leadingTo, targetOf } from './branches.ts';
import {
  flowAt,
  groupsAround,
  isBranch,
  isParallel,
  stateAt,
  stepsIn,
  withEntry,
  withSteps,
  withValue
} from './flow-places.ts';
import { sourceOf } from './source-of.ts';
import { makeStep, type MadeStep, type StepKind } from './step-kinds.ts';

/** Where a step goes: into a group or the flow itself (null), before another of its steps or last. */
export interface StepPlace {
  readonly group: string | null;
  readonly before?: string;
  /** A branch that leads to it, by its pointer in the flow; the new step then leads to where that led. */
  readonly from?: string;
}

/** Adds a step with the texts that it needs. Refuses `edit.nowhere`, and `edit.not_here` among what goes on at the same time. */
export const addStep =
  (kind: StepKind, title: string, place: StepPlace): Command =>
  (document) => {
    const steps = stepsIn(document, place.group);
    if (steps.length === 0) return refuse('edit.nowhere', { path: place.group ?? '/flow' });
    if (isParallel(document, place.group) && kind !== 'phase') return refuse('edit.not_here');
    const from = place.from === undefined ? undefined : flowAt(document, place.from);
    const source = place.from === undefined ? null : sourceOf(document, place.from);
    const leads = from && isBranch(from.value) ? targetOf(from.value) : undefined;
    const next = [leads, place.before, ends(document, steps)].find((key) => key !== undefined && steps.includes(key));
    const made = makeStep(document, {
      ...{ kind, title, phase: phaseNear(document, place, source) },
      next: isParallel(document, place.group) ? undefined : next,
      hasStatus: !speaksAround(document, place.group)
    });
    const added = withMade(document, made, place);
    const led =
      from && isBranch(from.value) ? withValue(added, from.place, leadingTo(from.value, source, made.key)) : added;
    return editTo(document, 'add-step', led);
  };

/** A document with a step that was made, and its texts. */
export const withMade = (
  document: CaseTypeDocument,
  { key, config, texts }: MadeStep,
  { group, before }: StepPlace
): CaseTypeDocument =>
  Object.entries(texts).reduce(
    (here, [name, text]) => withText(here, { language: 'sv', key: name, text }),
    withSteps(document, group, (steps) => withEntry(steps, key, config, before))
  );

const ends = (document: CaseTypeDocument, steps: readonly string[]): string | undefined =>
  steps.find((key) => stateAt(document, key)?.config.type === 'final');

/** The phase of the step it comes after, of the one it comes before, or of the group. */
function phaseNear(document: CaseTypeDocument, { group, before }: StepPlace, source: string | null): string {
  const near = [source, before, group, ...(group === null ? [] : groupsAround(document, group))];
  const phases = near.map((key) => objectOf(stateAt(document, key ?? '')?.config.meta).phase);
  return phases.find((phase) => typeof phase === 'string')?.toString() ?? 'utreda';
}

/** Whether a group around says to the citizen where the case stands, for all that is in it. */
export function speaksAround(document: CaseTypeDocument, group: string | null): boolean {
  if (group === null) return false;
  const texts = objectOf(objectOf(document.texts).sv);
  return [group, ...groupsAround(document, group)].some(
    (key) => Object.hasOwn(texts, `state.${key}.status`) || isParallel(document, key)
  );
}
