import { isCrossing, type FigureKind } from './figures.ts';
import type { Box } from './places.ts';

interface End {
  readonly kind: FigureKind | undefined;
  readonly box: Box | undefined;
}

/** A line that meets diamonds and rings where they are drawn, not where the box around them ends. Pure. */
export function docked(way: readonly number[][], [from, to]: readonly End[]): number[][] {
  const points = way.map((point) => [...point]);
  meet(points[0], points[1], from);
  meet(points.at(-1), points.at(-2), to);
  return points;
}

/** Moves an end inward along its last straight part. Changes the point that it is given. */
function meet(point: number[] | undefined, next: number[] | undefined, end: End | undefined): void {
  if (!point || !next || !end?.box || !end.kind) return;
  const { x, y, w, h } = end.box;
  const inset = insetOf(end.kind, w, h);
  const [px = 0, py = 0] = point;
  const [nx = 0, ny = 0] = next;
  if (py === ny) point[0] = Math.round(nx > px ? x + w - inset(py - y - h / 2) : x + inset(py - y - h / 2));
  else if (px === nx) point[1] = Math.round(ny > py ? y + h - inset(px - x - w / 2) : y + inset(px - x - w / 2));
}

/** How far inside its box a figure begins, so far from its middle. */
function insetOf(kind: FigureKind, w: number, h: number): (off: number) => number {
  const half = Math.min(w, h) / 2;
  if (isCrossing(kind)) return (off) => Math.min(half, Math.abs(off));
  if (w > 40) return () => 0;
  return (off) => half - Math.sqrt(Math.max(0, half ** 2 - off ** 2));
}
