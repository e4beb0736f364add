import type { CanvasService, Viewbox } from './services.ts';

/** Smaller letters than these nobody reads. */
const READABLE = 0.6;
const MARGIN = 20;

/** Shows the whole drawing, or its beginning when the whole would be too small to read. */
export function fitIn(canvas: CanvasService): void {
  const whole = canvas.zoom('fit-viewport', 'auto');
  if (whole >= READABLE) return;
  const { inner } = canvas.viewbox();
  canvas.zoom(READABLE);
  const { width, height } = canvas.viewbox();
  const y = inner.height < height ? inner.y - (height - inner.height) / 2 : inner.y - MARGIN;
  canvas.viewbox({ x: inner.x - MARGIN, y, width, height });
}

/** Shows one shape in the middle, and nothing beside the drawing; one that is seen whole stays as it is. */
export function lookAt(canvas: CanvasService, shape: Viewbox): void {
  const { inner, ...seen } = canvas.viewbox();
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
