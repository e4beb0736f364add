import type { Json } from '../../definition/json.ts';
import { at } from '../pointer.ts';
import { number } from './number.ts';
import type { Kind } from './model.ts';
import { partsKind } from './parts.ts';
import { printNumber } from './print-number.ts';
import { text } from './text.ts';
import { lines, textOf } from './text-of.ts';

export const latitude = { type: 'number', minimum: -90, maximum: 90 } as const;
export const longitude = { type: 'number', minimum: -180, maximum: 180 } as const;

/** Five decimals are about a metre. */
const coordinate = (value: Json | undefined, language: string): string | undefined =>
  typeof value === 'number' ? printNumber(value.toFixed(5), language) : undefined;

/** `N 62,39081, E 17,30692`; empty when it is no point. */
export function printPoint(value: Json, language: string): string {
  const [lat, lon] = ['/lat', '/lon'].map((pointer) => coordinate(at(value, pointer), language));
  return lat && lon ? `N ${lat}, E ${lon}` : '';
}

/** A place on the map in WGS 84 degrees, with words about it where the schema has `description`. */
export const mapPoint: Kind = partsKind({
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['lat', 'lon'],
    properties: { lat: latitude, lon: longitude }
  },
  parts: { lat: number, lon: number, description: text },
  format: (value, { language }) => lines(textOf(at(value, '/description') ?? ''), printPoint(value, language))
});
