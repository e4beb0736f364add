import type { Json } from '../../definition/json.ts';
import { dayOf } from '../day.ts';
import { at } from '../pointer.ts';
import { words } from '../words.ts';
import { date } from './date.ts';
import type { Kind } from './model.ts';
import { partPrinter, partsKind } from './parts.ts';
import { lines } from './text-of.ts';

const isBackwards = (value: Json): boolean => (dayOf(at(value, '/to')) ?? '9') < (dayOf(at(value, '/from')) ?? '0');

const parts = { from: date, to: date };

/** From one day to another, both counted. */
export const period: Kind = partsKind({
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['from', 'to'],
    properties: { from: { type: 'string', format: 'date' }, to: { type: 'string', format: 'date' } }
  },
  parts,
  format: (value, look) => {
    const print = partPrinter(parts, value, look);
    const [from, to] = [print('from'), print('to')];
    return from && to ? [`${from} ${words(look.language).to} ${to}`] : lines(from, to);
  },
  fault: (value) => (isBackwards(value) ? 'order' : undefined)
});
