import type { Condition } from '../definition/types.ts';

/** True, false, or unknown. */
type Truth = boolean | null;

const ALL: readonly Truth[] = [true, false, null];
const MOST_DEEP = 20;

/**
 * What a condition can come out as, when only some of what it reads is there: a comparison with what is not there is
 * unknown, and nothing that is not there is answered. Conditions on several fields are taken one by one, so that what is
 * possible here may not be, and what is not possible never is. Pure.
 */
export function possible(
  condition: Condition,
  named: Readonly<Record<string, Condition>>,
  isThere: (field: string) => boolean,
  depth = 0
): ReadonlySet<Truth> {
  if (depth > MOST_DEEP) return new Set(ALL);
  const inside = (arg: Condition) => possible(arg, named, isThere, depth + 1);
  switch (condition.op) {
    case 'and':
      return combined(condition.args.map(inside), and);
    case 'or':
      return combined(condition.args.map(inside), (one, other) => not(and(not(one), not(other))));
    case 'not':
      return new Set([...combined(condition.args.map(inside), and)].map(not));
    case 'ref': {
      const inner = Object.hasOwn(named, condition.condition) ? named[condition.condition] : undefined;
      return inner ? inside(inner) : new Set(ALL);
    }
    default:
      return compared(condition, isThere);
  }
}

const not = (truth: Truth): Truth => (truth === null ? null : !truth);
const and = (one: Truth, other: Truth): Truth =>
  one === false || other === false ? false : one === null || other === null ? null : true;

function combined(parts: readonly ReadonlySet<Truth>[], by: (one: Truth, other: Truth) => Truth): ReadonlySet<Truth> {
  const [first = new Set(ALL), ...rest] = parts;
  return rest.reduce<ReadonlySet<Truth>>(
    (found, part) => new Set([...found].flatMap((one) => [...part].map((other) => by(one, other)))),
    first
  );
}

type Comparison = Exclude<Condition, { op: 'and' | 'or' | 'not' | 'ref' }>;

function compared(condition: Comparison, isThere: (field: string) => boolean): ReadonlySet<Truth> {
  if ('list' in condition) return isThere(condition.list) ? new Set(ALL) : new Set([null]);
  const { field } = condition;
  if (field === undefined) return new Set(ALL);
  const there = isThere(field);
  if (condition.op === 'answered') return new Set(there ? [true, false] : [false]);
  const others = 'value' in condition ? [condition.value].flat() : [];
  const known = others.every((value) => typeof value !== 'object' || !('from' in value) || isThere(value.from));
  return there && known ? new Set(ALL) : new Set([null]);
}
