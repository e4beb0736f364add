import type { Json, JsonObject } from '../definition/json.ts';
import type { DecisionRule, DecisionTable } from '../definition/types.ts';
import { compute, evaluate } from './evaluate.ts';
import type { Environment } from './model.ts';

/** What a table came to, or why it came to nothing: no rule holds, or (hit policy `unique`) several do. */
export type DecisionOutcome =
  | { readonly output: JsonObject; readonly rule: number }
  | { readonly error: 'decision.no_rule' | 'decision.several_rules' };

/** Decides by the first rule that holds, or by the only one. A cell that is unknown does not hold; an empty one does. Pure. */
export function decideByTable(table: DecisionTable, env: Environment): DecisionOutcome {
  const hits = [...table.rules.keys()].filter((index) => holdsRule(table, table.rules[index], env));
  const [rule] = hits;
  if (rule === undefined) return { error: 'decision.no_rule' };
  if (table.hitPolicy === 'unique' && hits.length > 1) return { error: 'decision.several_rules' };
  return { output: outputOf(table, table.rules[rule], env), rule };
}

const holdsRule = ({ inputs }: DecisionTable, rule: DecisionRule | undefined, env: Environment): boolean =>
  inputs.every(({ field }, column) => {
    const cell = rule?.when[column] ?? null;
    return cell === null || evaluate({ ...cell, field }, env) === true;
  });

/** An output whose value is unknown is left out. */
function outputOf({ outputs }: DecisionTable, rule: DecisionRule | undefined, env: Environment): JsonObject {
  const values = outputs.map(({ key }, column): [string, Json | undefined] => {
    const value = rule?.then[column];
    return [key, value === undefined ? undefined : compute(value, env)];
  });
  return Object.fromEntries(values.filter((entry): entry is [string, Json] => entry[1] !== undefined));
}
