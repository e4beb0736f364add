import type { Box } from './places.ts';
import { isLevel, segmentsOf } from './segments.ts';

/** A step in a line that is lower than this looks like a mistake. */
const STEP = 12;
/** What lines keep from one another, and from the corners of a figure. */
const APART = 5;
const CORNER = 4;

interface Way {
  readonly points: number[][];
  readonly from: Box | undefined;
  readonly to: Box | undefined;
}

/** Takes low steps out of lines where a figure can be met a little higher or lower. Changes the points that it is given. */
export function straighten(ways: readonly Way[]): void {
  for (const { points, from, to } of ways) {
    flatten(points, from);
    points.reverse();
    flatten(points, to);
    points.reverse();
  }

  function flatten(points: number[][], box: Box | undefined): void {
    const [end, corner, next, after] = points;
    if (!end || !corner || !next || !after || !box) return;
    const [, y = 0] = next;
    const step = Math.abs(y - (end[1] ?? 0));
    if (corner[0] !== next[0] || end[1] !== corner[1] || after[1] !== y || step === 0 || step >= STEP) return;
    if (y < box.y + CORNER || y > box.y + box.h - CORNER) return;
    const moved = segmentsOf([[end[0] ?? 0, y], next])[0];
    const isFree = ways
      .filter((other) => other.points !== points)
      .every((other) => segmentsOf(other.points).every((part) => !moved || !isNear(moved, part)));
    if (!isFree) return;
    points.splice(0, 3, [end[0] ?? 0, y]);
  }
}

const isNear = (moved: Box, part: Box): boolean =>
  isLevel(part) && Math.abs(part.y - moved.y) < APART && part.x < moved.x + moved.w && moved.x < part.x + part.w;
