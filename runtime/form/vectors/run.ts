import type { Json, JsonObject } from '../../definition/json.ts';
import type { Condition, Value } from '../../definition/types.ts';
import { compute, evaluate } from '../evaluate.ts';
import type { Environment } from '../model.ts';
import conditions from './conditions.json' with { type: 'json' };
import values from './values.json' with { type: 'json' };

/** One known answer; the same in browser and server. Unknown is written null. */
export interface KnownAnswer {
  readonly name: string;
  readonly expect: Json;
  readonly actual: () => Json;
}

interface Vector {
  readonly name: string;
  readonly expect: Json;
  readonly item?: JsonObject;
  readonly today?: string;
  readonly conditions?: Record<string, Condition>;
}

interface Table<V extends Vector> {
  readonly data: JsonObject;
  readonly today: string;
  readonly vectors: readonly V[];
}

const environment = ({ data, today }: Table<Vector>, { item, ...vector }: Vector): Environment => ({
  data,
  today: vector.today ?? today,
  conditions: vector.conditions ?? {},
  ...(item && { item })
});

// The types that TypeScript gives imported JSON are too narrow to be conditions.
const conditionTable: Table<Vector & { condition: Condition }> = JSON.parse(JSON.stringify(conditions));
const valueTable: Table<Vector & { value: Value }> = JSON.parse(JSON.stringify(values));

export const CONDITIONS: readonly KnownAnswer[] = conditionTable.vectors.map((vector) => ({
  name: vector.name,
  expect: vector.expect,
  actual: () => evaluate(vector.condition, environment(conditionTable, vector)) ?? null
}));

export const VALUES: readonly KnownAnswer[] = valueTable.vectors.map((vector) => ({
  name: vector.name,
  expect: vector.expect,
  actual: () => compute(vector.value, environment(valueTable, vector)) ?? null
}));
