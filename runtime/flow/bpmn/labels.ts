import { isCrossing, type Drawing, type Figure } from './figures.ts';
import type { Box } from './places.ts';

/** What a name takes of room, in pixels; drawn with letters of 13. */
const LETTER = 7.4;
const LINE = 15;
const WIDEST = 190;
const AIR = 2;
/** Of the name of a small figure. */
export const WIDEST_BESIDE = 110;

interface Shown {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly ways: ReadonlyMap<string, readonly (readonly number[])[]>;
  /** What figures and lines are called, by their ids. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Where the names of small figures and of lines stand: on their line, where they hide as little as may be. Deterministic.
 * Pure.
 */
export function labelsOf({ figures, lines }: Drawing, { boxes, ways, names }: Shown): Map<string, Box> {
  const labels = new Map<string, Box>();
  if (![...names.values()].some((name) => name !== '')) return labels;
  const solid = figures.filter(isSolid).flatMap(({ id }) => boxes.get(id) ?? []);
  const rims = figures.filter((figure) => !isSolid(figure)).flatMap(({ id }) => rimOf(boxes.get(id)));
  const drawn = [...ways.values()].flatMap(segmentsOf);
  const costOf = (box: Box, own: readonly Box[]): number =>
    20 * count(labels.values(), box) +
    10 * count(solid, box) +
    4 * count(rims, box) +
    3 *
      count(
        drawn.filter((one) => !own.includes(one)),
        box
      ) +
    2 * count(own, box);
  const put = (id: string, candidates: readonly Box[], own: readonly Box[]): void => {
    let [best, least] = [candidates[0], Infinity];
    for (const [order, box] of candidates.entries()) {
      const cost = costOf(box, own) + order * 0.1;
      if (cost < least) [best, least] = [box, cost];
      if (cost < 0.5) break;
    }
    if (best) labels.set(id, best);
  };

  for (const { id, on, kind } of figures) {
    const name = names.get(id);
    const box = boxes.get(id);
    if (!name || !box || !(isCrossing(kind) || box.w <= 50)) continue;
    const { w, h } = sizeOfName(name, WIDEST_BESIDE);
    const below = { x: box.x + box.w / 2 - w / 2, y: box.y + box.h + AIR, w, h };
    const above = { ...below, y: box.y - h - AIR };
    const beside = { x: box.x + box.w / 2 + 6, y: box.y + box.h + AIR, w, h };
    put(id, on === null ? [below, above] : [beside, { ...beside, x: beside.x - w - 12 }], []);
  }
  for (const { id } of lines) {
    const name = names.get(id);
    const way = ways.get(id);
    if (!name || !way) continue;
    const own = segmentsOf(way);
    put(id, candidatesOn(own, sizeOfName(name, WIDEST)), own);
  }
  return labels;
}

const isSolid = ({ kind }: Figure): boolean => kind !== 'phase' && kind !== 'regions' && kind !== 'at-any-time';

/** How much room a name takes, in lines of at most so many pixels. Pure. */
export function sizeOfName(name: string, widest: number): { w: number; h: number } {
  const whole = name.length * LETTER + 10;
  if (whole <= widest) return { w: Math.ceil(whole), h: LINE };
  const rows = Math.ceil(whole / (widest * 0.9));
  return { w: widest, h: rows * LINE };
}

/** On the level parts of a line, above before below, the longest part first; beside the upright ones when there is no other. */
function candidatesOn(own: readonly Box[], { w, h }: { w: number; h: number }): Box[] {
  const level = own.filter((one) => one.w > one.h).toSorted((a, b) => Number(b.w >= w) - Number(a.w >= w) || b.w - a.w);
  const upright = own.filter((one) => one.h >= one.w).toSorted((a, b) => b.h - a.h);
  const along = (one: Box): number[] => [one.x + 10, one.x + one.w / 2 - w / 2, one.x + one.w - w - 14];
  return [
    ...level.flatMap((one) =>
      [one.y - h - AIR, one.y + AIR + 1].flatMap((y) => along(one).map((x) => ({ x, y, w, h })))
    ),
    ...upright.flatMap((one) =>
      [0.5, 0.25, 0.75].flatMap((part) => {
        const y = one.y + one.h * part - h / 2;
        return [
          { x: one.x + 4, y, w, h },
          { x: one.x - w - 4, y, w, h }
        ];
      })
    )
  ];
}

const segmentsOf = (way: readonly (readonly number[])[]): Box[] =>
  way.slice(1).map(([x = 0, y = 0], index) => {
    const [fromX = 0, fromY = 0] = way[index] ?? [];
    return { x: Math.min(x, fromX), y: Math.min(y, fromY), w: Math.abs(x - fromX), h: Math.abs(y - fromY) };
  });

function rimOf(box: Box | undefined): Box[] {
  if (!box) return [];
  const { x, y, w, h } = box;
  return [
    { x, y, w, h: 0 },
    { x, y: y + h, w, h: 0 },
    { x, y, w: 0, h },
    { x: x + w, y, w: 0, h }
  ];
}

function count(others: Iterable<Box>, { x, y, w, h }: Box): number {
  let found = 0;
  for (const other of others)
    if (other.x <= x + w && x <= other.x + other.w && other.y <= y + h && y <= other.y + other.h) found += 1;
  return found;
}
