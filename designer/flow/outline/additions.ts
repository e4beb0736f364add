import type { JsonObject } from '#runtime/definition/json.ts';
import { addBranch } from '../commands/add-branch.ts';
import { addStep, type StepPlace } from '../commands/add-step.ts';
import { addDeadline, addDone, addOutcome, addReminder } from '../commands/add-way.ts';
import type { Command } from '../../document/model.ts';
import { STEP_KINDS, type StepKind } from '../commands/step-kinds.ts';
import type { FlowBuilder } from '../flow-builder.svelte.ts';
import type { FlowPart, StatePart } from '../parts.ts';

export const WAY_KINDS = ['outcome', 'deadline', 'reminder', 'any-time', 'branch', 'done'] as const;
export type Addition = StepKind | (typeof WAY_KINDS)[number];

export const isStepKind = (kind: Addition): kind is StepKind => STEP_KINDS.some((one) => one === kind);

/** What can be added where the selection stands. */
export function additionsAt({ part, step }: FlowBuilder): readonly Addition[] {
  const canParts = part?.sort === 'way' && part.trigger !== 'failure';
  const isGroup = step?.config.states !== undefined && !step.config.onDone;
  const isEnd = step?.kind === 'end';
  return [
    ...STEP_KINDS,
    ...(step && !isEnd ? (['outcome', 'deadline', 'reminder'] as const) : []),
    'any-time',
    ...(canParts ? (['branch'] as const) : []),
    ...(isGroup ? (['done'] as const) : [])
  ];
}

/** A place for a new step, with its words. */
export interface Spot {
  readonly value: string;
  readonly label: string;
  readonly place: StepPlace;
}

/** Where a new step can go: on each way from what is selected, after it, or in it. */
export function spotsFor(builder: FlowBuilder): Spot[] {
  const { part, step, t } = builder;
  const group = groupOf(builder, step);
  const siblings = builder.states.filter(({ within }) => within === (step?.within ?? null));
  const next = step ? siblings[siblings.indexOf(step) + 1]?.key : undefined;
  const after = { group, ...(next !== undefined && { before: next }) };
  const isRegion = builder.states.find(({ pointer }) => pointer === step?.within)?.config.type === 'parallel';
  const ways = step && !isRegion ? leadingFrom(builder, part ?? step) : [];
  const inside = step?.config.states ? [step] : [];
  return [
    ...ways.map((way) => ({
      value: way.pointer,
      label: t('flow.spot.on', { name: builder.name(way), note: builder.note(way) }),
      place: { ...after, from: way.pointer }
    })),
    ...inside.map(({ key }) => ({
      value: 'in',
      label: t('flow.spot.in', { name: builder.stateName(key) }),
      place: { group: key }
    })),
    step
      ? { value: 'after', label: t('flow.spot.after', { name: builder.name(step) }), place: after }
      : { value: 'last', label: t('flow.spot.last'), place: { group: null } }
  ];
}

const groupOf = ({ states }: FlowBuilder, step: StatePart | undefined): string | null =>
  states.find(({ pointer }) => pointer === step?.within)?.key ?? null;

/** The branches of a part that lead somewhere: of a way its own, of a step all. */
function leadingFrom({ parts }: FlowBuilder, part: FlowPart): FlowPart[] {
  const leads = (one: FlowPart) =>
    one.sort === 'branch'
      ? one.branch.target !== undefined
      : one.sort === 'way' && !Array.isArray(one.list) && one.first.target !== undefined;
  const own = parts.filter(({ pointer }) => pointer === part.pointer || pointer.startsWith(`${part.pointer}/`));
  return own.filter((one) => leads(one) && (part.sort !== 'state' || stepPointer(one) === part.pointer));
}

const stepPointer = ({ pointer }: FlowPart): string => /^(?:\/states\/[^/]+)+/.exec(pointer)?.[0] ?? '';

/** What the panel has been filled in with. */
export interface Filled {
  readonly kind: Addition;
  readonly label: string;
  readonly spot: Spot | undefined;
  /** A step; empty for the case to stay. */
  readonly target: string;
  readonly role: string;
  readonly delay: string;
  /** What a branch begins by asking. */
  readonly condition: JsonObject | undefined;
}

/** The command that adds it; undefined while something is missing. */
export function additionOf({ part, step }: FlowBuilder, filled: Filled): Command | undefined {
  const { kind, label, spot, target, role, delay, condition } = filled;
  if (isStepKind(kind)) return spot && label !== '' ? addStep(kind, label, spot.place) : undefined;
  const leads = target === '' ? {} : { target };
  switch (kind) {
    case 'outcome':
      return step && label !== '' ? addOutcome(step.key, { label, roles: [role], ...leads }) : undefined;
    case 'any-time':
      return label === '' ? undefined : addOutcome(null, { label, roles: [role], ...leads });
    case 'deadline':
      return step && delay !== '' && target !== '' ? addDeadline(step.key, delay, target) : undefined;
    case 'reminder':
      return step && delay !== '' ? addReminder(step.key, delay, role) : undefined;
    case 'done':
      return step && target !== '' ? addDone(step.key, target) : undefined;
    case 'branch':
      return part && condition ? addBranch(part.pointer, condition, target === '' ? undefined : target) : undefined;
  }
}
