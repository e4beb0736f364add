import type { Layout } from '../../definition/types.ts';
import type { Drawing, Figure, FigureKind } from './figures.ts';
import { placeNew } from './place-new.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const EVENT = { w: 36, h: 36 };
const CROSSING = { w: 50, h: 50 };
const TASK = { w: 140, h: 80 };
const SIZES: Readonly<Record<FigureKind, { w: number; h: number }>> = {
  step: TASK,
  wait: TASK,
  automatic: TASK,
  table: TASK,
  decision: CROSSING,
  crossing: CROSSING,
  end: EVENT,
  start: EVENT,
  event: EVENT,
  'leads-to': EVENT,
  timer: EVENT,
  reminder: EVENT,
  message: EVENT,
  result: EVENT,
  failure: EVENT,
  condition: EVENT,
  phase: { w: 300, h: 200 },
  regions: { w: 400, h: 400 },
  'at-any-time': { w: 300, h: 120 }
};

/** The size of a figure of a kind that nobody has sized, in pixels. */
export const sizeOf = (kind: FigureKind): { readonly w: number; readonly h: number } => SIZES[kind];

/** Room around what stands in a group: the top one holds its name. */
export const PADDING = { top: 50, left: 40, bottom: 50, right: 40 };
/** Between what stands in a row: room for the name of the line. */
const GAP = 120;
/** Between the middles of two clocks on one border. */
export const BORDER_STEP = 46;

/**
 * Where every figure stands. What the layout does not place stands beside what leads to it, or in a row after one another,
 * in document order, so that a flow without a layout can be drawn too; `arrange` does it better.
 */
export function boxesOf(drawing: Drawing, layout: Layout): Map<string, Box> {
  const { figures } = drawing;
  const boxes = new Map<string, Box>();
  const free = figures.filter(({ on }) => on === null);
  const shift = (inside: string, by: number, down: number): void => {
    for (const { id } of free.filter((figure) => figure.inside === inside)) {
      const box = boxes.get(id);
      if (box) boxes.set(id, { ...box, x: box.x + by, y: box.y + down });
      shift(id, by, down);
    }
  };
  const row = (inside: string | null): { w: number; h: number } => {
    let x = PADDING.left;
    let lowest = 0;
    for (const figure of free.filter((one) => one.inside === inside)) {
      const inner = row(figure.id);
      const placed = layout.nodes?.[figure.place];
      const size = hasRoom(figure) && inner.w > 0 ? inner : sizeOf(figure.kind);
      const box = {
        x: placed?.x ?? x,
        y: placed?.y ?? PADDING.top + Math.max(0, (TASK.h - size.h) / 2),
        w: placed?.w ?? size.w,
        h: placed?.h ?? size.h
      };
      boxes.set(figure.id, box);
      if (!placed) shift(figure.id, box.x, box.y);
      x += box.w + GAP;
      lowest = Math.max(lowest, box.y + box.h);
    }
    return x > PADDING.left ? { w: x - GAP + PADDING.right, h: lowest + PADDING.bottom } : { w: 0, h: 0 };
  };
  row(null);
  borderBoxes(figures, layout, boxes);
  if (figures.some(({ place }) => layout.nodes?.[place])) placeNew(drawing, layout, boxes);
  return boxes;
}

const hasRoom = ({ kind }: Figure): boolean => kind === 'phase' || kind === 'regions' || kind === 'at-any-time';

/** Events on a border stand along its lower edge, from the left. */
function borderBoxes(figures: readonly Figure[], layout: Layout, boxes: Map<string, Box>): void {
  for (const [host, events] of Map.groupBy(figures, ({ on }) => on)) {
    const box = host === null ? undefined : boxes.get(host);
    if (!box) continue;
    for (const [index, { id, kind, place }] of events.entries()) {
      const { w, h } = sizeOf(kind);
      const placed = layout.nodes?.[place];
      boxes.set(id, {
        x: placed?.x ?? box.x + 10 + index * BORDER_STEP,
        y: placed?.y ?? box.y + box.h - h / 2,
        w,
        h
      });
    }
  }
}
