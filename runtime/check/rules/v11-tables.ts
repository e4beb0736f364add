import type { CaseType } from '../../definition/case-type.ts';
import type { Problem } from '../../definition/problem.ts';
import type { Condition, DecisionTable } from '../../definition/types.ts';
import { evaluate } from '../../form/evaluate.ts';
import { problemsOf } from '../problems-of.ts';
import { worldOf } from '../world.ts';
import { example, wayFaults, type Way } from './v11-branches.ts';

const { warning } = problemsOf('V11');

/** V11 of decision tables: every rule can be used, and where only one may fit, no two do. */
export function checkTableRules(caseType: CaseType): Problem[] {
  const search = worldOf(caseType);
  return Object.entries(caseType.decisions).flatMap(([key, table]) => {
    const ways = table.rules.map((rule, index): Way => ({
      pointer: `/decisions/${key}/rules/${index}`,
      when: whenOf(table, rule),
      // The order of a table is meant, so there only a rule that is never reached is a fault.
      then: table.hitPolicy === 'first' ? '' : String(index)
    }));
    const look = (conditions: readonly Condition[], accept: (holds: (when: Condition) => boolean) => boolean) =>
      search({ conditions, sent: true, accept: ({ env }) => accept((when) => evaluate(when, env) === true) });
    if (table.hitPolicy === 'first') return wayFaults(ways, look);
    return ways.flatMap((way, index) =>
      ways.slice(0, index).flatMap((first) => {
        const both = look([first.when, way.when], (holds) => holds(first.when) && holds(way.when));
        return both.answers
          ? [warning('rules-overlap', way.pointer, { other: ways.indexOf(first) + 1, ...example(both) })]
          : [];
      })
    );
  });
}

/** A rule as one condition: each cell with the field of its column. */
export function whenOf({ inputs }: DecisionTable, { when }: DecisionTable['rules'][number]): Condition {
  const args = when.flatMap((cell, index): Condition[] => {
    const input = inputs[index];
    return cell && input ? [{ ...cell, field: input.field }] : [];
  });
  return { op: 'and', args };
}
