import { MAP_HEIGHT, MAP_WIDTH, pointAt, type Bounds, type MapSettings } from '#lib/form/map.ts';

/** Where the demo municipality lies, and what stands on its map, by pixels of the drawing. */
const DEMO_BOUNDS = { west: 15, south: 59.1, east: 15.105, north: 59.1405 };
const DEMO_PLACES = [
  ['Lindsjö station', 345, 150],
  ['Torget', 382, 204],
  ['Rådhuset', 342, 236],
  ['Lindsjö kyrka', 294, 268],
  ['Åparken', 303, 312],
  ['Idrottsplatsen', 448, 269],
  ['Ekbacksskolan', 438, 310],
  ['badplatsen', 176, 294],
  ['Sjöbo', 84, 200],
  ['Norrby', 560, 118],
  ['Ekbacken', 520, 350]
] as const;

const SHARPNESS = 2;
const PATIENCE_MS = 10_000;

/** What the operator says of the map, as `docs/operations.md` tells. */
export interface MapEnvironment {
  /** An address with `{west} {south} {east} {north} {width} {height}` to fill in, such as a WMS GetMap. */
  readonly source: string | undefined;
  /** Degrees: west, south, east, north. */
  readonly bounds: string | undefined;
}

/** Four degrees that enclose something; throws on others, since people would point beside what they mean. Pure. */
function boundsOf(told: string | undefined): Bounds {
  const [west = NaN, south = NaN, east = NaN, north = NaN, ...others] = (told ?? '').split(',').map(Number);
  if (!(west < east && south < north) || others.length > 0)
    throw new Error('SMEDJA_MAP_BOUNDS must be west, south, east and north of the map in SMEDJA_MAP_SOURCE');
  return { west, south, east, north };
}

/** The drawn map of the demo municipality, unless the environment names another. Throws when it names half of one. Pure. */
export function mapOf({ source, bounds }: MapEnvironment): MapSettings {
  if (source) return { source: '/karta', bounds: boundsOf(bounds), places: [] };
  const bare: MapSettings = { source: '/map/lindsjo.svg', bounds: DEMO_BOUNDS, places: [] };
  const places = DEMO_PLACES.map(([name, x, y]) => ({
    name,
    ...pointAt(bare, x / MAP_WIDTH, y / MAP_HEIGHT)
  }));
  return { ...bare, places };
}

export interface Picture {
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

/**
 * The picture that a source gives for the bounds, at twice the pixels that it is drawn in; undefined when it gives none. Read to
 * its end here: a body left half read when the map's host hangs up ends the whole process (nodejs/undici#5360).
 */
export async function pictureFrom(source: string, bounds: Bounds): Promise<Picture | undefined> {
  const size = { width: MAP_WIDTH * SHARPNESS, height: MAP_HEIGHT * SHARPNESS };
  const address = Object.entries({ ...bounds, ...size }).reduce(
    (filled, [name, value]) => filled.replaceAll(`{${name}}`, String(value)),
    source
  );
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
    const bytes = await answer.arrayBuffer();
    const type = answer.headers.get('content-type') ?? '';
    return answer.ok && type.startsWith('image/') ? { type, bytes } : undefined;
  } catch {
    return undefined;
  }
}

const environment = { source: process.env['SMEDJA_MAP_SOURCE'], bounds: process.env['SMEDJA_MAP_BOUNDS'] };

/** The map that people point on. */
export const map = mapOf(environment);

/** The municipality's own picture of it, fetched by us: a citizen's browser asks no other host. */
export const ownPicture = () =>
  environment.source ? pictureFrom(environment.source, map.bounds) : Promise.resolve(undefined);
