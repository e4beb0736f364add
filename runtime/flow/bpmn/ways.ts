import type { Layout } from '../../definition/types.ts';
import type { Line } from './figures.ts';
import type { Box } from './places.ts';

const TURN = 25;
const NEAR = 3;

/** The bends of a line as they were laid, when it still begins and ends where they do; else a way of right angles. */
export function wayOf(
  { place, from, to }: Line,
  { boxes, layout, borders }: { boxes: ReadonlyMap<string, Box>; layout: Layout; borders: ReadonlySet<string> }
): readonly (readonly number[])[] {
  const start = boxes.get(from);
  const end = boxes.get(to);
  if (!start || !end) return [];
  const laid = layout.edges?.[place];
  if (laid && laid.length > 1 && touches(laid[0], start) && touches(laid.at(-1), end)) return laid;
  return borders.has(from) ? fromBelow(start, end) : angled(start, end);
}

const touches = (point: readonly number[] | undefined, { x, y, w, h }: Box): boolean => {
  const [left = NaN, top = NaN] = point ?? [];
  return left >= x - NEAR && left <= x + w + NEAR && top >= y - NEAR && top <= y + h + NEAR;
};

function angled(start: Box, end: Box): number[][] {
  const right = start.x + start.w;
  const [y, endY] = [middle(start), middle(end)];
  if (end.x > right + NEAR) {
    const turn = Math.round((right + end.x) / 2);
    return y === endY
      ? [
          [right, y],
          [end.x, endY]
        ]
      : [
          [right, y],
          [turn, y],
          [turn, endY],
          [end.x, endY]
        ];
  }
  const low = Math.max(start.y + start.h, end.y + end.h) + TURN;
  if (start === end)
    return [
      [right, y],
      [right + TURN, y],
      [right + TURN, low],
      [centre(end), low],
      [centre(end), end.y + end.h]
    ];
  return [
    [centre(start), start.y + start.h],
    [centre(start), low],
    [centre(end), low],
    [centre(end), end.y + end.h]
  ];
}

function fromBelow(start: Box, end: Box): number[][] {
  const x = centre(start);
  const low = start.y + start.h;
  const y = middle(end);
  if (end.x > x && y > low)
    return [
      [x, low],
      [x, y],
      [end.x, y]
    ];
  const left = end.x - TURN;
  return [
    [x, low],
    [x, low + TURN],
    [left, low + TURN],
    [left, y],
    [end.x, y]
  ];
}

const centre = ({ x, w }: Box): number => x + w / 2;
const middle = ({ y, h }: Box): number => y + h / 2;
