import type { Layout } from '../../definition/types.ts';
import type { Drawing, Figure } from './figures.ts';
import type { Box } from './places.ts';

const GAP = 50;
const STEP = 20;
const AIR = 15;

/**
 * What a drawing has no place for, since it came after the others, stands to the right of what leads to it, where nothing
 * else stands; what stood before stays. Groups grow for it. Changes the boxes it is given.
 */
export function placeNew({ figures, lines }: Drawing, layout: Layout, boxes: Map<string, Box>): void {
  const known = new Map(figures.map((figure) => [figure.id, figure]));
  const isNew = ({ place, on }: Figure): boolean => on === null && !layout.nodes?.[place];
  const waiting = new Set(figures.filter((one) => isNew(one) && !isWithNew(one)));
  /** What stands in something new moves with it. */
  function isWithNew({ inside }: Figure): boolean {
    const holder = inside === null ? undefined : known.get(inside);
    return holder !== undefined && isNew(holder);
  }
  const isPlaced = (id: string): boolean => {
    const figure = known.get(id);
    return figure !== undefined && !waiting.has(figure);
  };
  const sourceOf = ({ id, inside }: Figure): Box | undefined => {
    const from = lines.find((line) => line.to === id && isPlaced(line.from) && known.get(line.from)?.inside === inside);
    return from && boxes.get(from.from);
  };
  const targetOf = ({ id }: Figure): Box | undefined => {
    const to = lines.find((line) => line.from === id && isPlaced(line.to));
    return to && boxes.get(to.to);
  };
  const wanted = (figure: Figure, { w, h }: Box): { x: number; y: number } => {
    const source = sourceOf(figure);
    if (source) return { x: source.x + source.w + GAP, y: source.y + source.h / 2 - h / 2 };
    const target = targetOf(figure);
    if (target) return { x: target.x - GAP - w, y: target.y + target.h / 2 - h / 2 };
    const beside = figures.filter(({ id, inside, on }) => inside === figure.inside && on === null && isPlaced(id));
    const others = beside.flatMap(({ id }) => boxes.get(id) ?? []);
    const holder = figure.inside === null ? undefined : boxes.get(figure.inside);
    const left = Math.min(...others.map(({ x }) => x));
    if (Number.isFinite(left)) return { x: left, y: Math.max(...others.map((box) => box.y + box.h)) + GAP };
    return { x: (holder?.x ?? 0) + GAP, y: (holder?.y ?? 0) + GAP };
  };

  while (waiting.size > 0) {
    const next =
      [...waiting].find((one) => sourceOf(one)) ?? [...waiting].find((one) => targetOf(one)) ?? [...waiting][0];
    const box = next && boxes.get(next.id);
    if (!next || !box) return;
    const place = wanted(next, box);
    const others = figures
      .filter(({ id, inside, on }) => inside === next.inside && on === null && id !== next.id && isPlaced(id))
      .flatMap(({ id }) => boxes.get(id) ?? []);
    const free = (y: number): boolean => !others.some((other) => overlap({ ...box, ...place, y }, other));
    const { y } = place;
    for (let away = 0; !free(place.y); away += 1) place.y = y + (away % 2 === 0 ? 1 : -1) * Math.ceil(away / 2) * STEP;
    moveWith(next.id, place.x - box.x, place.y - box.y);
    waiting.delete(next);
    grow(next);
  }

  function moveWith(id: string, by: number, down: number): void {
    const box = boxes.get(id);
    if (box) boxes.set(id, { ...box, x: box.x + by, y: box.y + down });
    for (const figure of figures) if (figure.inside === id || figure.on === id) moveWith(figure.id, by, down);
  }

  function grow({ id, inside }: Figure): void {
    const holder = inside === null ? undefined : known.get(inside);
    const box = boxes.get(id);
    const outer = holder && boxes.get(holder.id);
    if (!holder || !box || !outer) return;
    const w = Math.max(outer.w, box.x + box.w + GAP - outer.x);
    const h = Math.max(outer.h, box.y + box.h + GAP - outer.y);
    const down = h - outer.h;
    boxes.set(holder.id, { ...outer, w, h });
    if (down > 0) for (const figure of figures) if (figure.on === holder.id) moveWith(figure.id, 0, down);
    grow(holder);
  }
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w + AIR && b.x < a.x + a.w + AIR && a.y < b.y + b.h + AIR && b.y < a.y + a.h + AIR;
