import type { Box } from './places.ts';
import { isLevel, segmentsOf } from './segments.ts';

type Room = Pick<Box, 'w' | 'h'>;

const AIR = 2;
/** Between two places on a line that are tried, at first; on long lines further apart. */
const STEP = 12;
const MOST = 60;
/** What a line needs before and behind a name, so that one sees what it belongs to. */
const ENDS = 6;

/** Below a small figure before above it, and on either side of its middle. */
export function besideFigure({ x, y, w: width, h: height }: Box, { w, h }: Room): Box[] {
  const middle = x + width / 2 - w / 2;
  const [below, above] = [y + height + AIR, y - h - AIR];
  const places: readonly (readonly [number, number])[] = [
    [middle, below],
    [middle, above],
    [x + width - w + 4, below],
    [x - 4, below],
    [x + width - w + 4, above],
    [x - 4, above],
    [x + width + 4, y + height / 2 - h / 2],
    [x - w - 4, y + height / 2 - h / 2],
    [x + width - 8, below],
    [x + 8 - w, below]
  ];
  return places.map(([left, top]) => ({ x: left, y: top, w, h }));
}

/** Below a figure on a border and beside the line that leaves it. */
export function onBorder({ x, y, w: width, h: height }: Box, { w, h }: Room): Box[] {
  const [right, left] = [x + width / 2 + 6, x + width / 2 - 6 - w];
  const below = y + height + AIR;
  return [
    ...[below, below + 6, below + 12].flatMap((top) => [right, left].map((at) => ({ x: at, y: top, w, h }))),
    { x: x + width + 2, y: y + height / 2 + AIR, w, h },
    { x: x - w - 2, y: y + height / 2 + AIR, w, h }
  ];
}

/** Along a line, from where it begins: on its level parts that are long enough, then on the others, then beside the upright ones. */
export function* onWay(way: readonly (readonly number[])[], room: Room): Generator<Box> {
  const own = segmentsOf(way);
  const goesLeft = new Set(own.filter((_, index) => (way[index]?.[0] ?? 0) > (way[index + 1]?.[0] ?? 0)));
  const level = own.filter(isLevel);
  const long = level.filter(({ w }) => w >= room.w + 2 * ENDS);
  for (const one of long) yield* alongLevel(one, room, goesLeft.has(one));
  const upright = own.filter((one) => !isLevel(one)).toSorted((a, b) => b.h - a.h);
  for (const one of upright) yield* alongUpright(one, room);
  for (const one of level.filter((each) => !long.includes(each)).toSorted((a, b) => b.w - a.w))
    yield* aroundLevel(one, room);
}

function* alongLevel(one: Box, { w, h }: Room, goesLeft: boolean): Generator<Box> {
  const first = one.x + ENDS;
  const last = one.x + one.w - w - ENDS;
  const step = Math.max(STEP, (last - first) / MOST);
  for (let away = 0; first + away <= last; away += step)
    for (const y of [one.y - h - AIR, one.y + AIR + 1]) yield { x: goesLeft ? last - away : first + away, y, w, h };
}

function* alongUpright(one: Box, { w, h }: Room): Generator<Box> {
  const step = Math.max(STEP, one.h / MOST);
  for (let y = one.y + 4; y + h + 4 <= one.y + one.h; y += step)
    for (const x of [one.x + 4, one.x - w - 4]) yield { x, y, w, h };
}

/** A part that is shorter than the name has it above or below itself, where it can. */
function* aroundLevel(one: Box, { w, h }: Room): Generator<Box> {
  for (const x of [one.x, one.x + one.w / 2 - w / 2, one.x + one.w - w])
    for (const y of [one.y - h - AIR, one.y + AIR + 1]) yield { x, y, w, h };
}
