import type { CanvasService, RegistryService, Services, Shown, Viewbox } from './services.ts';

/** Smaller letters than these nobody reads. */
const READABLE = 0.6;
const MARGIN = 30;
/** How much of the view lies before what it begins with. */
const BEFORE = { x: 0.15, y: 0.5 };

/** Shows the whole drawing, or where it begins when the whole would be too small to read. */
export function fitIn(services: Services): void {
  const canvas = services.get<CanvasService>('canvas');
  const { inner, outer } = canvas.viewbox();
  const room = { width: inner.width + 2 * MARGIN, height: inner.height + 2 * MARGIN };
  const whole = Math.min(1, outer.width / room.width, outer.height / room.height);
  const scale = Math.max(whole, READABLE);
  const [width, height] = [outer.width / scale, outer.height / scale];
  const begin = beginningOf(services.get<RegistryService>('elementRegistry')) ?? inner;
  /** In the middle when it has room, else around where it begins, and nothing beside the drawing. */
  const from = (axis: 'x' | 'y', size: 'width' | 'height', seen: number): number => {
    if (room[size] <= seen + 1) return inner[axis] + inner[size] / 2 - seen / 2;
    const [first, last] = [inner[axis] - MARGIN, inner[axis] + inner[size] + MARGIN - seen];
    return Math.min(Math.max(begin[axis] + begin[size] / 2 - seen * BEFORE[axis], first), last);
  };
  const [x, y] = [from('x', 'width', width), from('y', 'height', height)];
  if (width > 0 && height > 0) canvas.viewbox({ x, y, width, height });
}

/** Where a case begins: the start of the innermost group that it begins in. */
function beginningOf(registry: RegistryService): Shown | undefined {
  const starts = registry.filter(({ type }) => type === 'bpmn:StartEvent');
  let start = starts.find(({ parent }) => parent?.type !== 'bpmn:SubProcess');
  for (let inner = start; inner;) {
    start = inner;
    const [way] = start.outgoing ?? [];
    inner = starts.find(({ parent }) => parent !== null && parent === way?.target);
  }
  return start;
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
