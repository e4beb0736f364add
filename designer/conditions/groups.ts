import type { Condition } from '#runtime/definition/types.ts';

/** How the parts of a group belong together; `not` says that it is not so that all of them hold. */
export type Joined = 'and' | 'or' | 'not';

export interface Group {
  readonly joined: Joined;
  readonly parts: readonly Condition[];
}

/** A condition as a group. A single line is a group of one, so that a second can stand beside it. */
export function groupOf(condition: Condition | undefined): Group {
  if (!condition) return { joined: 'and', parts: [] };
  if (condition.op === 'and' || condition.op === 'or') return { joined: condition.op, parts: condition.args };
  if (condition.op !== 'not' || isAbsence(condition.args)) return { joined: 'and', parts: [condition] };
  const [only] = condition.args;
  if (only?.op === 'and') return { joined: 'not', parts: only.args };
  return { joined: 'not', parts: condition.args };
}

/** “Not answered” and “not empty” are lines of their own, not groups. */
const isAbsence = ([only]: readonly Condition[]): boolean => only?.op === 'answered' || only?.op === 'empty';

export const isGroup = (condition: Condition): boolean =>
  condition.op === 'and' || condition.op === 'or' || (condition.op === 'not' && !isAbsence(condition.args));

/**
 * A group as a condition; none when it has no parts.
 * @param nested keeps the group also around a single part, where it stands within another
 */
export function conditionOf({ joined, parts }: Group, nested = false): Condition | undefined {
  const [first] = parts;
  if (!first) return undefined;
  const isSingle = parts.length === 1 && (joined === 'not' || !nested);
  const whole: Condition = isSingle ? first : { op: joined === 'or' ? 'or' : 'and', args: [...parts] };
  return joined === 'not' ? { op: 'not', args: [whole] } : whole;
}
