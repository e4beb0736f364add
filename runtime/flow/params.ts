import type { Json, JsonObject } from '../definition/json.ts';
import type { Value } from '../definition/types.ts';
import { compute } from '../form/evaluate.ts';
import type { Environment } from '../form/model.ts';
import { isObject } from '../form/pointer.ts';

/** Parameters of an action or input of an automation, with every value in them computed, at any depth; what is unknown is left out. Pure. */
export function computeParams(params: object, env: Environment): JsonObject {
  const entries = Object.entries(params).map(([key, value]: [string, Json]): [string, Json | undefined] => [
    key,
    computed(value, env)
  ]);
  return Object.fromEntries(entries.filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

function computed(value: Json, env: Environment): Json | undefined {
  if (Array.isArray(value)) return value.flatMap((entry) => computed(entry, env) ?? []);
  if (!isObject(value)) return value;
  return isReference(value) ? compute(value, env) : computeParams(value, env);
}

const isReference = (value: JsonObject): value is JsonObject & Exclude<Value, string | number | boolean> =>
  typeof value['from'] === 'string' || typeof value['calc'] === 'string';
