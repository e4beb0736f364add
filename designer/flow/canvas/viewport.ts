import type { CanvasService, Viewbox } from './services.ts';

/** Smaller letters than these nobody reads. */
const READABLE = 0.6;
const MARGIN = 30;

/** Shows the whole drawing, or its beginning when the whole would be too small to read. */
export function fitIn(canvas: CanvasService): void {
  const { inner, outer } = canvas.viewbox();
  const room = { width: inner.width + 2 * MARGIN, height: inner.height + 2 * MARGIN };
  const whole = Math.min(1, outer.width / room.width, outer.height / room.height);
  const scale = Math.max(whole, READABLE);
  const [width, height] = [outer.width / scale, outer.height / scale];
  /** In the middle when it has room, else from its beginning. */
  const from = (start: number, length: number, seen: number): number =>
    length + 2 * MARGIN <= seen + 1 ? start + length / 2 - seen / 2 : start - MARGIN;
  const [x, y] = [from(inner.x, inner.width, width), from(inner.y, inner.height, height)];
  if (width > 0 && height > 0) canvas.viewbox({ x, y, width, height });
}

/** Shows one shape in the middle, and nothing beside the drawing; one that is seen whole stays as it is. */
export function lookAt(canvas: CanvasService, shape: Viewbox): void {
  const { inner, outer: _, ...seen } = canvas.viewbox();
  const box = { x: seen.x, y: seen.y, width: seen.width, height: seen.height };
  for (const [start, size] of [
    ['x', 'width'],
    ['y', 'height']
  ] as const) {
    const last = inner[start] + inner[size] + MARGIN - seen[size];
    const first = inner[start] - MARGIN;
    if (last > first) box[start] = Math.min(Math.max(shape[start] + (shape[size] - seen[size]) / 2, first), last);
  }
  canvas.viewbox(box);
}
