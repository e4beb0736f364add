import type { Json } from '../../definition/json.ts';
import { at } from '../pointer.ts';
import { words } from '../words.ts';
import { latitude, longitude, printPoint } from './map-point.ts';
import type { Kind } from './model.ts';
import { partsKind } from './parts.ts';
import { printNumber } from './print-number.ts';
import { singleLine } from './single-line.ts';
import { text } from './text.ts';
import { lines, textOf, typed } from './text-of.ts';

/** A corner of an area in WGS 84 degrees. */
interface Corner {
  readonly lat: number;
  readonly lon: number;
}

const NUMBER = /^-?\d{1,3}(\.\d{1,15})?$/;

function readCorner(text: string): Corner | undefined {
  const [lat = '', lon = '', ...more] = text.trim().split(/\s+/);
  return NUMBER.test(lat) && NUMBER.test(lon) && more.length === 0 ? { lat: Number(lat), lon: Number(lon) } : undefined;
}

const cornersIn = (value: Json | undefined): Corner[] =>
  (Array.isArray(value) ? value : []).flatMap((corner) => {
    const [lat, lon] = [at(corner, '/lat'), at(corner, '/lon')];
    return typeof lat === 'number' && typeof lon === 'number' ? [{ lat, lon }] : [];
  });

/** Corners as one line of text, `59.12 15.05, 59.13 15.06`: what a map posts. */
const corners: Kind = singleLine(
  { type: 'array', maxItems: 100, items: { type: 'object', additionalProperties: false, properties: {} } },
  {
    parse: (posted) => {
      const line = typed(posted);
      const read = line?.split(/[,;\n]+/).map(readCorner);
      return read?.every((corner) => corner !== undefined) ? read.map((corner) => ({ ...corner })) : line;
    },
    write: (value) =>
      Array.isArray(value)
        ? cornersIn(value)
            .map(({ lat, lon }) => `${lat} ${lon}`)
            .join(', ')
        : textOf(value)
  }
);

const METRES_PER_DEGREE = 111_320;

/** Square metres, by the surveyor's formula on degrees laid out flat: right to a per mille for what lies in one municipality. */
function areaOf(ring: readonly Corner[]): number {
  const [first] = ring;
  if (!first) return 0;
  const narrowing = Math.cos((first.lat * Math.PI) / 180);
  const flat = ring.map(({ lat, lon }) => [(lon - first.lon) * narrowing, lat - first.lat] as const);
  const twice = flat.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = flat[(index + 1) % flat.length] ?? [0, 0];
    return sum + x * nextY - nextX * y;
  }, 0);
  return (Math.abs(twice) / 2) * METRES_PER_DEGREE ** 2;
}

/** To two figures: corners that somebody pointed out are no survey. */
function printArea(ring: readonly Corner[], language: string): string {
  const metres = Number(areaOf(ring).toPrecision(2));
  const { about } = words(language);
  return metres >= 1 && Number.isFinite(metres) ? `${about} ${printNumber(metres, language)}\u00a0m²` : '';
}

/** An area on the map, drawn by its corners, or described in words where that is easier: either will do. */
export const mapArea: Kind = partsKind({
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      points: {
        type: 'array',
        minItems: 3,
        maxItems: 100,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['lat', 'lon'],
          properties: { lat: latitude, lon: longitude }
        }
      },
      description: { type: 'string', maxLength: 500 }
    }
  },
  parts: { points: corners, description: text },
  format: (value, { language }) => {
    const ring = cornersIn(at(value, '/points'));
    const said = textOf(at(value, '/description') ?? '');
    return lines(said, printArea(ring, language), ...ring.map((corner) => printPoint({ ...corner }, language)));
  }
});
