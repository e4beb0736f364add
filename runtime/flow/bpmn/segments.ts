import type { Box } from './places.ts';

/** The straight parts of a line, as boxes without a height or without a width. Pure. */
export const segmentsOf = (way: readonly (readonly number[])[]): Box[] =>
  way.slice(1).map(([x = 0, y = 0], index) => {
    const [fromX = 0, fromY = 0] = way[index] ?? [];
    return { x: Math.min(x, fromX), y: Math.min(y, fromY), w: Math.abs(x - fromX), h: Math.abs(y - fromY) };
  });

export const isLevel = ({ w, h }: Box): boolean => w > h;

/** How long the level parts of a line are together. */
export const levelLength = (segments: readonly Box[]): number =>
  segments.filter(isLevel).reduce((sum, { w }) => sum + w, 0);
