/** A picture of the ground, north up, with degrees laid out evenly (plate carrée); proportions 4:3. */
export interface MapSettings {
  /** The address of the picture, on this host. */
  readonly source: string;
  readonly bounds: Bounds;
  /** Known places, to say in words where a point is. */
  readonly places: readonly { readonly name: string; readonly lat: number; readonly lon: number }[];
}

export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** The pixels that a map is drawn in. */
export const MAP_WIDTH = 640;
export const MAP_HEIGHT = 480;

/** Widths in which a map can be clicked without a script: the browser then tells only where in pixels. */
export const CLICK_WIDTHS = [640, 280] as const;

const DECIMALS = 1e5;
const round = (degrees: number) => Math.round(degrees * DECIMALS) / DECIMALS;
const inside = (share: number) => Math.min(1, Math.max(0, share));

/** Where shares of the picture's width (from the left) and height (from the top) are; five decimals are about a metre. */
export function pointAt({ bounds }: Pick<MapSettings, 'bounds'>, right: number, down: number): Point {
  const { west, south, east, north } = bounds;
  return { lat: round(north - inside(down) * (north - south)), lon: round(west + inside(right) * (east - west)) };
}

/** The pixels of a point in the drawn map; undefined when it is outside. */
export function pixelsOf(
  { bounds }: Pick<MapSettings, 'bounds'>,
  { lat, lon }: Point
): { x: number; y: number } | undefined {
  const { west, south, east, north } = bounds;
  const [right, down] = [(lon - west) / (east - west), (north - lat) / (north - south)];
  if (right < 0 || right > 1 || down < 0 || down > 1) return undefined;
  return { x: Math.round(right * MAP_WIDTH), y: Math.round(down * MAP_HEIGHT) };
}

const METRES_PER_DEGREE = 111_320;

export interface Near {
  readonly name: string;
  readonly metres: number;
}

/** The known place that is nearest, and how far from it, to the nearest hundred metres. */
export function nearest({ places }: MapSettings, { lat, lon }: Point): Near | undefined {
  const narrowing = Math.cos((lat * Math.PI) / 180);
  return places
    .map((place) => {
      const [up, right] = [place.lat - lat, (place.lon - lon) * narrowing];
      return { name: place.name, metres: Math.round((Math.hypot(up, right) * METRES_PER_DEGREE) / 100) * 100 };
    })
    .reduce<Near | undefined>((best, near) => (best && best.metres <= near.metres ? best : near), undefined);
}
