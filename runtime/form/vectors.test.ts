import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../definition/json.ts';
import type { Condition, Value } from '../definition/types.ts';
import { compute, evaluate } from './evaluate.ts';
import type { Environment } from './model.ts';
import conditions from './vectors/conditions.json';
import values from './vectors/values.json';

/** Unknown is written null. */
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

const environment = ({ data, today }: Table<Vector>, vector: Vector): Environment => ({
  data,
  today: vector.today ?? today,
  conditions: vector.conditions ?? {},
  ...(vector.item && { item: vector.item })
});

describe('a condition', () => {
  const table: Table<Vector & { condition: Condition }> = JSON.parse(JSON.stringify(conditions));
  it.each(table.vectors)('$name', (vector) => {
    expect(evaluate(vector.condition, environment(table, vector)) ?? null).toEqual(vector.expect);
  });
});

describe('a value', () => {
  const table: Table<Vector & { value: Value }> = JSON.parse(JSON.stringify(values));
  it.each(table.vectors)('$name', (vector) => {
    expect(compute(vector.value, environment(table, vector)) ?? null).toEqual(vector.expect);
  });
});
