import type { ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs/lib/elk-api.js';
import type { Flow, Layout, LayoutNode } from '../../definition/types.ts';
import { drawingOf, type Drawing, type Figure, type Line } from './figures.ts';
import { sizeOfName, WIDEST_BESIDE } from './labels.ts';
import { PADDING, sizeOf } from './places.ts';

/** What lays out: elkjs, in its own worker in a browser. */
export interface Arranger {
  readonly layout: (graph: ElkNode) => Promise<ElkNode>;
}

/** Ways go from left to right and the main way straight, since the states come in the order of the flow. */
const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.feedbackEdges': 'true',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.spacing.nodeNode': '50',
  'elk.spacing.edgeNode': '25',
  'elk.spacing.componentComponent': '60',
  'elk.layered.spacing.nodeNodeBetweenLayers': '60',
  'elk.layered.spacing.edgeNodeBetweenLayers': '25',
  'elk.padding': `[top=${PADDING.top},left=${PADDING.left},bottom=${PADDING.bottom},right=${PADDING.right}]`
};

/**
 * Where everything that is drawn of a flow stands, so that nothing lies on anything else. Deterministic.
 * @param texts what lines are called, which takes room.
 */
export async function arrange(
  flow: Flow,
  arranger: Arranger,
  texts: Readonly<Record<string, string>> = {}
): Promise<Required<Pick<Layout, 'nodes' | 'edges'>>> {
  const drawing = drawingOf(flow);
  const laid = await arranger.layout({
    id: 'flow',
    layoutOptions: OPTIONS,
    children: childrenIn(null, drawing, texts),
    edges: edgesIn(null, drawing, texts)
  });
  const nodes: Record<string, LayoutNode> = {};
  const edges: Record<string, number[][]> = {};
  const figures = new Map(drawing.figures.map((figure) => [figure.id, figure]));
  const lines = new Map(drawing.lines.map((line) => [line.id, line]));
  const keep = (id: string, x: number, y: number, size: { w: number; h: number }): void => {
    const figure = figures.get(id);
    if (!figure) return;
    const usual = sizeOf(figure.kind);
    const place = { x: Math.round(x), y: Math.round(y) };
    const isUsual = usual.w === size.w && usual.h === size.h;
    nodes[figure.place] = isUsual ? place : { ...place, ...size };
  };
  const visit = (node: ElkNode, left: number, top: number): void => {
    for (const { id, sections = [] } of node.edges ?? []) {
      const line = lines.get(id);
      const points = sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [
        startPoint,
        ...bendPoints,
        endPoint
      ]);
      if (line) edges[line.place] = points.map(({ x, y }) => [Math.round(left + x), Math.round(top + y)]);
    }
    for (const child of node.children ?? []) {
      const [x, y] = [left + (child.x ?? 0), top + (child.y ?? 0)];
      keep(child.id, x, y, { w: Math.round(child.width ?? 0), h: Math.round(child.height ?? 0) });
      for (const port of child.ports ?? []) keep(port.id, x + (port.x ?? 0), y + (port.y ?? 0), sizeOf('timer'));
      visit(child, x, y);
    }
  };
  visit(laid, 0, 0);
  return { nodes, edges };
}

type Texts = Readonly<Record<string, string>>;

function childrenIn(inside: string | null, drawing: Drawing, texts: Texts): ElkNode[] {
  const free = drawing.figures.filter((figure) => figure.inside === inside && figure.on === null);
  return inWalkingOrder(free, drawing).map((figure): ElkNode => {
    const { id, kind } = figure;
    const children = childrenIn(id, drawing, texts);
    const borders = drawing.figures.filter(({ on }) => on === id);
    const ports = borders.map(portOf);
    const room = Math.max(BORDER, ...borders.map((border) => roomBeside(border, texts)));
    const { w, h } = sizeOf(kind);
    const layoutOptions = {
      ...(children.length > 0 && OPTIONS),
      ...(kind === 'start' && { 'elk.layered.layering.layerConstraint': 'FIRST' }),
      ...(ports.length > 0 && { 'elk.portConstraints': 'FIXED_SIDE', 'elk.spacing.portPort': `${room - BORDER}` }),
      // The spacing of ports alone does not make a group as wide as they need.
      ...(children.length > 0 &&
        ports.length > 0 && {
          'elk.nodeSize.constraints': 'PORTS MINIMUM_SIZE',
          'elk.nodeSize.minimum': `(${(ports.length + 1) * room}, 0)`
        })
    };
    return {
      id,
      layoutOptions,
      ports,
      ...(children.length > 0
        ? { children, edges: edgesIn(id, drawing, texts) }
        : { width: Math.max(w, ports.length * room + 10), height: h, labels: labelBelow(figure, texts) })
    };
  });
}

/** The names of small figures stand below them. */
const labelBelow = ({ kind, text }: Figure, texts: Texts): NonNullable<ElkNode['labels']> => {
  const name = texts[text];
  if (!name || sizeOf(kind).w > 60) return [];
  const width = Math.min(90, name.length * 8 + 10);
  const height = 16 * Math.ceil((name.length * 8) / 90);
  return [{ text: name, width, height, layoutOptions: { 'elk.nodeLabels.placement': 'OUTSIDE V_BOTTOM H_CENTER' } }];
};

/** How wide a figure on a border is. */
const BORDER = sizeOf('timer').w;
/** As much as `samma dag` or `14 dagar` takes, which no text of the case type says. */
const PERIOD = 78;

/** What a figure on a border and its name, beside and below it, take of the border. */
const roomBeside = ({ text }: Figure, texts: Texts): number => {
  const name = texts[text];
  return (name ? sizeOfName(name, WIDEST_BESIDE).w : PERIOD) + 14;
};

const portOf = ({ id, kind }: Figure): ElkPort => ({
  id,
  width: sizeOf(kind).w,
  height: sizeOf(kind).h,
  layoutOptions: { 'elk.port.side': 'SOUTH', 'elk.port.borderOffset': '-18' }
});

function edgesIn(inside: string | null, { figures, lines }: Drawing, texts: Texts): ElkExtendedEdge[] {
  const here = new Set(figures.filter((figure) => figure.inside === inside).map(({ id }) => id));
  return lines
    .filter(({ from }) => here.has(from))
    .map(({ id, from, to, text }) => {
      const name = texts[text];
      const labels = name
        ? [{ text: name, width: Math.min(140, name.length * 8 + 10), height: name.length > 16 ? 32 : 16 }]
        : [];
      return { id, sources: [from], targets: [to], labels };
    });
}

/** As somebody walks through from the start: what comes after one another stands beside one another. */
function inWalkingOrder(figures: readonly Figure[], { lines, figures: all }: Drawing): Figure[] {
  const onward = Map.groupBy(lines, ({ from }) => from);
  const known = new Map(figures.map((figure) => [figure.id, figure]));
  const borders = Map.groupBy(all, ({ on }) => on);
  const found = new Set<Figure>();
  const walk = (id: string): void => {
    const figure = known.get(id);
    if (!figure || found.has(figure)) return;
    found.add(figure);
    const leaving = [id, ...(borders.get(id) ?? []).map((border) => border.id)];
    leaving.flatMap((from): readonly Line[] => onward.get(from) ?? []).forEach(({ to }) => walk(to));
  };
  figures.filter(({ kind }) => kind === 'start').forEach(({ id }) => walk(id));
  figures.forEach(({ id }) => walk(id));
  return [...found];
}
