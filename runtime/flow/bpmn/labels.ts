import { isCrossing, type Drawing, type Figure } from './figures.ts';
import { besideFigure, onBorder, onWay } from './label-places.ts';
import { roomOf, WIDEST, WIDEST_BESIDE } from './names.ts';
import type { Box } from './places.ts';
import { levelLength, segmentsOf } from './segments.ts';

interface Shown {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly ways: ReadonlyMap<string, readonly (readonly number[])[]>;
  /** What figures and lines are called, by their ids. */
  readonly names: ReadonlyMap<string, string>;
}

/** What it costs that a name lies on something of each kind. */
const COST = { label: 20, solid: 10, rim: 4, line: 4, own: 3 };
/** What a name keeps from what is not its own. */
const CLEAR = 2;

/**
 * Where the names of small figures and of lines stand: on their line, where they hide as little as may be. Deterministic.
 * Pure.
 */
export function labelsOf({ figures, lines }: Drawing, { boxes, ways, names }: Shown): Map<string, Box> {
  const labels = new Map<string, Box>();
  if (![...names.values()].some((name) => name !== '')) return labels;
  const solid = figures.filter(isSolid).flatMap(({ id }) => boxes.get(id) ?? []);
  const groups = figures.filter((figure) => !isSolid(figure));
  const rims = groups.flatMap(({ id }) => rimOf(boxes.get(id)));
  const titles = groups.flatMap(({ id }) => titleOf(boxes.get(id), names.get(id)));
  const drawn = new Map([...ways].map(([id, way]) => [id, segmentsOf(way)]));
  const segments = [...drawn.values()].flat();
  const put = (id: string, candidates: Iterable<Box>, own: readonly Box[]): void => {
    const mine = new Set(own);
    const others = segments.filter((one) => !mine.has(one));
    let [best, least]: [Box | undefined, number] = [undefined, Infinity];
    let order = 0;
    for (const box of candidates) {
      const clear = { x: box.x - CLEAR, y: box.y - CLEAR, w: box.w + 2 * CLEAR, h: box.h + 2 * CLEAR };
      const cost =
        COST.label * (count(labels.values(), clear) + count(titles, clear)) +
        COST.solid * count(solid, box) +
        COST.rim * count(rims, clear) +
        COST.line * count(others, clear) +
        COST.own * count(own, box) +
        order * 0.001;
      if (cost < least) [best, least] = [box, cost];
      if (cost < 1) break;
      order += 1;
    }
    if (best) labels.set(id, best);
  };

  for (const { id, on, kind } of figures) {
    const name = names.get(id);
    const box = boxes.get(id);
    if (!name || !box || !(isCrossing(kind) || box.w <= 50)) continue;
    const room = roomOf(name, WIDEST_BESIDE);
    put(id, on === null ? besideFigure(box, room) : onBorder(box, room), []);
  }
  // Short lines have the least choice, so they choose first.
  const named = lines.filter(({ id }) => names.get(id) && drawn.has(id));
  const length = new Map(named.map(({ id }) => [id, levelLength(drawn.get(id) ?? [])]));
  for (const { id } of named.toSorted((a, b) => (length.get(a.id) ?? 0) - (length.get(b.id) ?? 0))) {
    const own = drawn.get(id) ?? [];
    put(id, onWay(ways.get(id) ?? [], roomOf(names.get(id) ?? '', WIDEST)), own);
  }
  return labels;
}

const isSolid = ({ kind }: Figure): boolean => kind !== 'phase' && kind !== 'regions' && kind !== 'at-any-time';

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

/** The name of a group stands in the middle at its top. */
function titleOf(box: Box | undefined, name: string | undefined): Box[] {
  if (!box || !name) return [];
  const { w, h } = roomOf(name, box.w);
  return [{ x: box.x + box.w / 2 - w / 2, y: box.y + 5, w, h: h + 5 }];
}

function count(others: Iterable<Box>, { x, y, w, h }: Box): number {
  let found = 0;
  for (const other of others)
    if (other.x <= x + w && x <= other.x + other.w && other.y <= y + h && y <= other.y + other.h) found += 1;
  return found;
}
