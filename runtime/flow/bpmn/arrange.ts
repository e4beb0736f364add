import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { Flow, Layout, LayoutNode } from '../../definition/types.ts';
import { arrangeable } from './arrangeable.ts';
import { docked } from './dock.ts';
import { drawingOf } from './figures.ts';
import { namesOf, type Naming } from './names.ts';
import { sizeOf, type Box } from './places.ts';
import { straighten } from './straighten.ts';

/** What lays out: elkjs, in its own worker in a browser. */
export interface Arranger {
  readonly layout: (graph: ElkNode) => Promise<ElkNode>;
}

/**
 * Where everything that is drawn of a flow stands, so that nothing lies on anything else. Deterministic.
 * @param naming what is written on it, which takes room.
 */
export async function arrange(
  flow: Flow,
  arranger: Arranger,
  naming: Naming = {}
): Promise<Required<Pick<Layout, 'nodes' | 'edges'>>> {
  const drawing = drawingOf(flow);
  const laid = await arranger.layout(arrangeable(drawing, namesOf(drawing, naming)));
  const boxes = new Map<string, Box>();
  const ways = new Map<string, number[][]>();
  const visit = (node: ElkNode, left: number, top: number): void => {
    for (const { id, sections = [] } of node.edges ?? []) {
      const points = sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [
        startPoint,
        ...bendPoints,
        endPoint
      ]);
      ways.set(
        id,
        points.map(({ x, y }) => [Math.round(left + x), Math.round(top + y)])
      );
    }
    for (const { id, children, ports = [], ...child } of node.children ?? []) {
      const [x, y] = [left + (child.x ?? 0), top + (child.y ?? 0)];
      boxes.set(id, rounded({ x, y, w: child.width ?? 0, h: child.height ?? 0 }));
      for (const port of ports)
        boxes.set(port.id, rounded({ x: x + (port.x ?? 0), y: y + (port.y ?? 0), ...sizeOf('timer') }));
      visit({ id, ...(children && { children }), ...(child.edges && { edges: child.edges }) }, x, y);
    }
  };
  visit(laid, 0, 0);

  const nodes: Record<string, LayoutNode> = {};
  for (const { id, kind, place } of drawing.figures) {
    const box = boxes.get(id);
    if (!box) continue;
    const { x, y, w, h } = box;
    const usual = sizeOf(kind);
    nodes[place] = usual.w === w && usual.h === h ? { x, y } : box;
  }
  straighten(
    drawing.lines.flatMap(({ id, from, to }) => {
      const points = ways.get(id);
      return points ? [{ points, from: boxes.get(from), to: boxes.get(to) }] : [];
    })
  );
  const kinds = new Map(drawing.figures.map(({ id, kind }) => [id, kind]));
  const edges: Record<string, number[][]> = {};
  for (const { id, place, from, to } of drawing.lines) {
    const way = ways.get(id);
    if (!way) continue;
    const ends = [from, to].map((end) => ({ kind: kinds.get(end), box: boxes.get(end) }));
    edges[place] = docked(way, ends);
  }
  return { nodes, edges };
}

const rounded = ({ x, y, w, h }: Box): Box => ({
  x: Math.round(x),
  y: Math.round(y),
  w: Math.round(w),
  h: Math.round(h)
});
