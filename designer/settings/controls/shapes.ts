import type { Json } from '#runtime/definition/json.ts';
import type { Condition, Value } from '#runtime/definition/types.ts';
import { isObject } from '#runtime/form/pointer.ts';

/** Whether a draft holds what the builder of conditions takes; what is wrong inside is the check's to say. */
export const isCondition = (held: unknown): held is Condition =>
  isJson(held) && isObject(held) && typeof held.op === 'string';

/** Whether a draft holds what the builder of values takes. */
export const isValue = (held: unknown): held is Value =>
  ['string', 'number', 'boolean'].includes(typeof held) ||
  (isJson(held) && isObject(held) && ['from', 'item', 'calc'].some((key) => typeof held[key] === 'string'));

const isJson = (value: unknown): value is Json => value !== undefined;
