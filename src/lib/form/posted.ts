import { CLICK_WIDTHS, MAP_HEIGHT, MAP_WIDTH, pointAt, type MapSettings, type Point } from './map.ts';

/** The button that sends files ahead of the rest; its value is the pointer of the file question. The page is shown again. */
export const UPLOAD = 'upload';
/** The button that takes the mark, or the last corner, off a map; its value is the pointer of what is drawn. The page is shown again. */
export const UNPLACE = 'unplace';

/** The button that a script presses when an answer has changed. The page is shown again, with what follows from it. */
export const LOOK = 'look';
/** Its value where the page says what is wrong, and goes on to say what still is. */
export const WRONG = 'wrong';

type Entry = readonly [name: string, value: unknown];

export interface Posted {
  /** What `parsePosted` reads. */
  readonly entries: readonly Entry[];
  /** Whether a button was pressed that is answered by the same page: a file was sent, a map was clicked, a script looks. */
  readonly stays: boolean;
  /** The pointer of the question that such a button belongs to. */
  readonly at: string | undefined;
  /** Whether the page is then to say what is still wrong. */
  readonly asksWrong: boolean;
}

const CLICK = /^(\/.*)@(\d+)\.([xy])$/;

/**
 * Turns what only this renderer posts into answers: a click on a map that came without a script, in pixels, becomes
 * degrees, of a point or, where the corners of an area are posted, of one more corner. All else passes as it is. Pure.
 */
export function readPosted(entries: Iterable<Entry>, map: MapSettings): Posted {
  const all = [...entries];
  const asksWrong = all.some(([name, value]) => name === LOOK && value === WRONG);
  const clicked = clickIn(all, map);
  if (!clicked) {
    const at = pressedAt(all);
    const sent = all.some(([name]) => name === UPLOAD || name === LOOK);
    return { entries: all, stays: sent || at !== undefined, at, asksWrong };
  }
  const { pointer, point } = clicked;
  const here = { stays: true, at: pointer.replace(/\/points$/, ''), asksWrong };
  const corners = all.find(([name]) => name === pointer)?.[1];
  if (typeof corners === 'string')
    return {
      entries: all.map(([name, value]) => [name, name === pointer ? redrawn(corners, point) : value]),
      ...here
    };
  const place: Entry[] = [
    [`${pointer}/lat`, String(point?.lat ?? '')],
    [`${pointer}/lon`, String(point?.lon ?? '')]
  ];
  const names = new Set(place.map(([name]) => name));
  return { entries: [...all.filter(([name]) => !names.has(name)), ...place], ...here };
}

/** The corners of an area, one more or the last one less. */
function redrawn(corners: string, point: Point | undefined): string {
  const known = corners.split(',').filter((corner) => corner.trim() !== '');
  return (point ? [...known, `${point.lat} ${point.lon}`] : known.slice(0, -1)).join(',');
}

interface Click {
  readonly pointer: string;
  /** Nothing when the mark was taken away. */
  readonly point?: Point;
}

function clickIn(entries: readonly Entry[], map: MapSettings): Click | undefined {
  const values = new Map(entries);
  const unplaced = values.get(UNPLACE);
  if (typeof unplaced === 'string' && unplaced.startsWith('/')) return { pointer: unplaced };
  for (const [name, value] of entries) {
    const [, pointer, text, axis] = CLICK.exec(name) ?? [];
    const width = CLICK_WIDTHS.find((known) => String(known) === text);
    if (pointer === undefined || width === undefined || axis !== 'x') continue;
    // The keyboard presses a picture at 0, 0: no place was meant.
    const [x, y] = [Number(value), Number(values.get(`${pointer}@${width}.y`))];
    if (!Number.isFinite(x) || !Number.isFinite(y) || (x === 0 && y === 0)) continue;
    return { pointer, point: pointAt(map, x / width, y / ((width * MAP_HEIGHT) / MAP_WIDTH)) };
  }
  return undefined;
}

/** The question of a button that sends files, or of a map that the keyboard pressed: without a script it has no place to give. */
function pressedAt(entries: readonly Entry[]): string | undefined {
  for (const [name, value] of entries) {
    if (name === UPLOAD && typeof value === 'string' && value.startsWith('/')) return value;
    const [, pointer, width] = CLICK.exec(name) ?? [];
    if (CLICK_WIDTHS.some((known) => String(known) === width)) return pointer?.replace(/\/points$/, '');
  }
  return undefined;
}
