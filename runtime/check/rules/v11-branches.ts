import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import type { Condition } from '../../definition/types.ts';
import { evaluate } from '../../form/evaluate.ts';
import { branchesOf, type PlacedBranch } from '../../flow/walk.ts';
import { placesOf } from '../expressions.ts';
import { problemsOf } from '../problems-of.ts';
import { worldOf, type Found } from '../world.ts';

const { warning } = problemsOf('V11');

/** One of several ways, the first of which whose condition holds is taken. */
export interface Way {
  readonly pointer: string;
  readonly when: Condition;
  /** What happens there; two ways to the same may overlap. */
  readonly then: string;
}

/** V11 of branches: each can be taken, and no two that lead apart hold at once unless one is a special case of the other. */
export function checkBranches(caseType: CaseType): Problem[] {
  const search = worldOf(caseType);
  const lists = placesOf(caseType.flow).flatMap(({ config, pointer }) => [
    ...Map.groupBy(branchesOf(config, pointer), ({ trigger, name, pointer: at }) =>
      [trigger, name, at.includes('/invoke/onError') ? 'error' : ''].join(' ')
    ).values()
  ]);
  return lists.flatMap((list) =>
    wayFaults(list.flatMap(wayOf), (conditions, accept) =>
      search({ conditions, sent: true, accept: ({ env }) => accept((when) => evaluate(when, env) === true) })
    )
  );
}

const wayOf = ({ branch, pointer }: PlacedBranch): Way[] => {
  const { guard, meta: _, ...then } = branch;
  return guard ? [{ pointer: `${pointer}/guard`, when: guard.params, then: JSON.stringify(then) }] : [];
};

/** Looks for a case in which some conditions hold and others do not. */
type Look = (conditions: readonly Condition[], accept: (holds: (when: Condition) => boolean) => boolean) => Found;

/** What is wrong with ways in order: those that no case takes, and those that a case could take two of. */
export function wayFaults(ways: readonly Way[], look: Look): Problem[] {
  return ways.flatMap((way, index) => {
    const earlier = ways.slice(0, index);
    const alone = look([way.when], (holds) => holds(way.when));
    if (!alone.answers) return alone.certain ? [warning('never-true', way.pointer)] : [];
    const left = look(
      [way.when, ...earlier.map(({ when }) => when)],
      (holds) => holds(way.when) && !earlier.some(({ when }) => holds(when))
    );
    if (!left.answers && left.certain) return [warning('taken-by-earlier', way.pointer, example(alone))];
    return earlier.flatMap((first) => {
      // What the flow itself keeps comes about in an order that only whoever drew it knows.
      if (first.then === way.then || ![first, way].every(({ when }) => readsAnswersOnly(when))) return [];
      const both = [first.when, way.when];
      const overlap = look(both, (holds) => holds(first.when) && holds(way.when));
      const apart = look(both, (holds) => holds(first.when) && !holds(way.when));
      // A special case that stands before the general one is how an order is used.
      return overlap.answers && apart.answers ? [warning('overlapping', way.pointer, example(overlap))] : [];
    });
  });
}

/** Whether a condition reads nothing but what people answer. Of a named one that is not known here. */
function readsAnswersOnly(node: unknown): boolean {
  if (node === null || typeof node !== 'object') return true;
  return Object.entries(node).every(([key, value]) => {
    if (key === 'condition') return false;
    const isPointer = (key === 'field' || key === 'list' || key === 'from') && typeof value === 'string';
    return isPointer ? !/^\/(case|fields|results)\//.test(value) : readsAnswersOnly(value);
  });
}

/** The answers that show a fault, as JSON. */
export const example = ({ answers }: Found): { answers: string } => ({ answers: JSON.stringify(answers ?? {}) });
