import type { Json } from '../../definition/json.ts';
import { listedName, listedValues } from '../lists.ts';
import type { Kind, Look } from './model.ts';
import { singleLine } from './single-line.ts';
import { textOf } from './text-of.ts';

const optionText = (value: Json, look: Look): string =>
  typeof value === 'string' ? look.option(value) : textOf(value);

/** One of some options. */
export const chooseOne: Kind = singleLine(
  { type: 'string', enum: ['ja', 'nej'] },
  { grouped: true, format: (value, look) => [optionText(value, look)] }
);

/** One of many options, found by search. */
export const searchableList: Kind = {
  ...chooseOne,
  schema: { type: 'string', maxLength: 200 },
  grouped: false,
  format: (value, look) => [listedName(look.options, textOf(value), look.language) ?? optionText(value, look)],
  fault: (value, options) => (listedValues(options)?.includes(textOf(value)) === false ? 'enum' : undefined)
};

/** Any of some options, each at most once, in the order that they were posted. */
export const chooseMany: Kind = {
  ...chooseOne,
  schema: { type: 'array', maxItems: 20, uniqueItems: true, items: { type: 'string', enum: ['a', 'b'] } },
  parse: (posted) => {
    const chosen = [...new Set(posted.filter((text) => text.trim() !== ''))];
    return chosen.length === 0 ? undefined : chosen;
  },
  format: (value, look) => (Array.isArray(value) ? value : [value]).map((entry) => optionText(entry, look))
};
