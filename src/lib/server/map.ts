import { MAP_HEIGHT, MAP_WIDTH, pointAt, type MapSettings } from '#lib/form/map.ts';

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

const source = process.env['SMEDJA_MAP_SOURCE'];
const bounds = process.env['SMEDJA_MAP_BOUNDS']?.split(',').map(Number);

/** The address of the municipality's own map, a template with `{west} {south} {east} {north} {width} {height}`, such as a WMS GetMap. */
export const mapSource = source;

function settings(): MapSettings {
  const [west, south, east, north] = bounds ?? [];
  if (source && west !== undefined && south !== undefined && east !== undefined && north !== undefined) {
    return { source: '/karta', bounds: { west, south, east, north }, places: [] };
  }
  const bare: MapSettings = { source: '/map/lindsjo.svg', bounds: DEMO_BOUNDS, places: [] };
  const places = DEMO_PLACES.map(([name, x, y]) => ({
    name,
    ...pointAt(bare, x / MAP_WIDTH, y / MAP_HEIGHT)
  }));
  return { ...bare, places };
}

/** The map that people point on: the drawn one of the demo municipality unless the environment names another. */
export const map = settings();
