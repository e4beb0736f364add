import type { CanvasService } from './services.ts';

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
