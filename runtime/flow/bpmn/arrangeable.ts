import type { ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs/lib/elk-api.js';
import type { Drawing, Figure, Line } from './figures.ts';
import { roomOf, WIDEST, WIDEST_BESIDE } from './names.ts';
import { PADDING, sizeOf } from './places.ts';

/** Ways go from left to right and the main way straight, since the states come in the order of the flow. */
const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.feedbackEdges': 'true',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  // Many tries: fewer lines cross.
  'elk.layered.thoroughness': '100',
  'elk.layered.edgeLabels.centerLabelPlacementStrategy': 'TAIL_LAYER',
  'elk.spacing.edgeLabel': '4',
  'elk.spacing.nodeNode': '50',
  'elk.spacing.edgeNode': '25',
  'elk.spacing.componentComponent': '60',
  'elk.layered.spacing.nodeNodeBetweenLayers': '60',
  'elk.layered.spacing.edgeNodeBetweenLayers': '25',
  'elk.padding': `[top=${PADDING.top},left=${PADDING.left},bottom=${PADDING.bottom},right=${PADDING.right}]`
};

type Names = ReadonlyMap<string, string>;

/** A drawing as ELK takes it, with the room that its names need. Pure. */
export const arrangeable = (drawing: Drawing, names: Names): ElkNode => ({
  id: 'flow',
  layoutOptions: OPTIONS,
  children: childrenIn(null, drawing, names),
  edges: edgesIn(null, drawing, names)
});

function childrenIn(inside: string | null, drawing: Drawing, names: Names): ElkNode[] {
  const free = drawing.figures.filter((figure) => figure.inside === inside && figure.on === null);
  return inWalkingOrder(free, drawing).map((figure): ElkNode => {
    const { id, kind } = figure;
    const children = childrenIn(id, drawing, names);
    const borders = drawing.figures.filter(({ on }) => on === id);
    const ports = [...borders.map((border) => portOf(border, names)), ...docksOf(figure)];
    const room = Math.max(BORDER, ...borders.map((border) => roomBeside(border, names)));
    const { w, h } = sizeOf(kind);
    const layoutOptions = {
      ...(children.length > 0 && OPTIONS),
      ...(kind === 'start' && { 'elk.layered.layering.layerConstraint': 'FIRST' }),
      ...(ports.length > 0 && {
        'elk.portConstraints': 'FIXED_SIDE',
        'elk.portLabels.placement': 'OUTSIDE',
        'elk.spacing.portPort': `${room - BORDER}`
      }),
      // The spacing of ports alone does not make a group as wide as they need.
      ...(children.length > 0 &&
        borders.length > 0 && {
          'elk.nodeSize.constraints': 'PORTS MINIMUM_SIZE',
          'elk.nodeSize.minimum': `(${(borders.length + 1) * room}, 0)`
        })
    };
    return {
      id,
      layoutOptions,
      ports,
      ...(children.length > 0
        ? { children, edges: edgesIn(id, drawing, names) }
        : { width: Math.max(w, borders.length * room + 10), height: h, labels: labelBelow(figure, names) })
    };
  });
}

/** The names of small figures stand below them. */
const labelBelow = ({ id, kind }: Figure, names: Names): NonNullable<ElkNode['labels']> => {
  const name = names.get(id);
  if (!name || sizeOf(kind).w > 60) return [];
  const { w, h } = roomOf(name, WIDEST_BESIDE);
  return [
    { text: name, width: w, height: h, layoutOptions: { 'elk.nodeLabels.placement': 'OUTSIDE V_BOTTOM H_CENTER' } }
  ];
};

/** How wide a figure on a border is. */
const BORDER = sizeOf('timer').w;

/** What a figure on a border and its name, beside and below it, take of the border. */
const roomBeside = ({ id }: Figure, names: Names): number =>
  Math.max(BORDER, roomOf(names.get(id) ?? '', WIDEST_BESIDE).w) + 22;

/** Its name stands below it and beside the line that leaves it. */
const portOf = ({ id, kind }: Figure, names: Names): ElkPort => {
  const name = names.get(id);
  const { w, h } = roomOf(name ?? '', WIDEST_BESIDE);
  return {
    id,
    width: sizeOf(kind).w,
    height: sizeOf(kind).h,
    labels: name === undefined ? [] : [{ text: name, width: w, height: h + 4 }],
    layoutOptions: { 'elk.port.side': 'SOUTH', 'elk.port.borderOffset': '-18' }
  };
};

/** Many lines come to an end, which is small: they meet before it. */
const dockOf = (id: string): string => `${id}>in`;
const docksOf = ({ id, kind }: Figure): ElkPort[] =>
  kind === 'end' ? [{ id: dockOf(id), width: 0, height: 0, layoutOptions: { 'elk.port.side': 'WEST' } }] : [];

function edgesIn(inside: string | null, { figures, lines }: Drawing, names: Names): ElkExtendedEdge[] {
  const known = new Map(figures.map((figure) => [figure.id, figure]));
  return lines
    .filter(({ from }) => known.get(from)?.inside === inside)
    .map(({ id, from, to }) => {
      const name = names.get(id);
      const room = name === undefined ? null : roomOf(name, WIDEST);
      return {
        id,
        sources: [from],
        targets: [known.get(to)?.kind === 'end' ? dockOf(to) : to],
        labels: room && name !== undefined ? [{ text: name, width: room.w + 2 * ENDS, height: room.h }] : []
      };
    });
}

/** Of a line before and behind its name. */
const ENDS = 8;

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
