import type { JsonObject } from '../../definition/json.ts';
import type { Flow, Layout } from '../../definition/types.ts';
import { drawingOf } from './figures.ts';
import { graphOf, type Left } from './graph.ts';
import { bpmn, elementOf, elementsOf, type ModdleElement } from './moddle.ts';
import { sizeOf } from './places.ts';
import { takeFlow } from './take.ts';

/** A flow as it could be read out of a drawing, to be worked on; it need not be right. */
export interface Draft {
  /** The flow as `flow.json` has it, loosely: what a drawing left open is open. */
  readonly flow: JsonObject;
  /** Where things stood, in a drawing of ours; empty for foreign ones, whose figures are others. */
  readonly layout: Layout;
  /** What things were called, by text key; for what we did not name ourselves. */
  readonly texts: Readonly<Record<string, string>>;
  /** What was drawn of the figures that we would draw under another id. */
  readonly ids: ReadonlyMap<string, string>;
  /** States that were copied from others, by their keys. */
  readonly copies: ReadonlyMap<string, string>;
  /** Everything that was not taken as it was drawn. */
  readonly left: readonly Left[];
}

/** Why a file gave no draft at all. */
export interface Unreadable {
  readonly refused: 'not-bpmn' | 'no-process';
  readonly detail: string;
}

/**
 * Reads BPMN 2.0. A file that `writeBpmn` wrote gives the very flow back; a drawing of anybody else gives a draft and a
 * list of what could not be taken. Never throws for what stands in the file. Pure.
 */
export async function readBpmn(xml: string): Promise<Draft | Unreadable> {
  try {
    const { rootElement } = await bpmn.fromXML(xml);
    return readDefinitions(rootElement);
  } catch (error) {
    return { refused: 'not-bpmn', detail: error instanceof Error ? error.message : '' };
  }
}

/** The same from a tree, as the canvas keeps it. */
export function readDefinitions(definitions: ModdleElement): Draft | Unreadable {
  try {
    return draftOf(definitions, true);
  } catch {
    const draft = draftOf(definitions, false);
    const damaged: Left = { element: definitions.id ?? '', type: 'Definitions', name: '', why: 'extensions-damaged' };
    return 'left' in draft ? { ...draft, left: [damaged, ...draft.left] } : draft;
  }
}

/** What we wrote ourselves is taken at its word, unless somebody has spoilt it. */
function draftOf(definitions: ModdleElement, isTrusted: boolean): Draft | Unreadable {
  const graph = graphOf(definitions, isTrusted);
  if (!graph) return { refused: 'no-process', detail: '' };
  const { flow, texts, left, ids, copies } = takeFlow(graph);
  const own = { flow, texts, left, ids, copies };
  return { ...own, layout: graph.skeleton ? layoutOf(definitions, flow, ids) : { nodes: {}, edges: {} } };
}

function layoutOf(definitions: ModdleElement, flow: JsonObject, ids: ReadonlyMap<string, string>): Layout {
  const [diagram] = elementsOf(definitions, 'diagrams');
  const plane = diagram && elementOf(diagram, 'plane');
  const shown = new Map(
    (plane ? elementsOf(plane, 'planeElement') : []).map((one) => [elementOf(one, 'bpmnElement')?.id ?? '', one])
  );
  const { figures, lines } = drawingOf(flowOf(flow));
  const nodes: NonNullable<Layout['nodes']> = {};
  const edges: NonNullable<Layout['edges']> = {};
  for (const { id, kind, place } of figures) {
    const shape = shown.get(ids.get(id) ?? id);
    const bounds = shape && elementOf(shape, 'bounds');
    if (!bounds) continue;
    const [x, y, w, h] = ['x', 'y', 'width', 'height'].map((name) => numberOf(bounds, name));
    const usual = sizeOf(kind);
    if (x === undefined || y === undefined) continue;
    const isSized = w !== undefined && h !== undefined && (w !== usual.w || h !== usual.h);
    nodes[place] = isSized ? { x, y, w, h } : { x, y };
  }
  const drawnLine = linesByEnds(shown.values());
  for (const { id, place, from, to } of lines) {
    const shape = drawnLine(
      id,
      [from, to].map((end) => ids.get(end) ?? end)
    );
    const points = (shape ? elementsOf(shape, 'waypoint') : []).map((point) => [
      numberOf(point, 'x') ?? 0,
      numberOf(point, 'y') ?? 0
    ]);
    if (points.length > 1) edges[place] = points;
  }
  return { nodes, edges };
}

/** Finds lines by where they lead, since what a line stands for changes its id; each is found once, its own id first. */
function linesByEnds(
  shapes: Iterable<ModdleElement>
): (id: string, ends: readonly string[]) => ModdleElement | undefined {
  const endsOf = (shape: ModdleElement): string => {
    const line = elementOf(shape, 'bpmnElement');
    return ['sourceRef', 'targetRef'].map((end) => (line && elementOf(line, end)?.id) ?? '').join('\n');
  };
  const free = Map.groupBy(shapes, endsOf);
  return (id, ends) => {
    const alike = free.get(ends.join('\n')) ?? [];
    const found = alike.find((shape) => elementOf(shape, 'bpmnElement')?.id === id) ?? alike[0];
    if (found) alike.splice(alike.indexOf(found), 1);
    return found;
  };
}

/** Loosely: what a draft left out has no figure. */
const flowOf = (flow: JsonObject): Flow => JSON.parse(JSON.stringify(flow));

function numberOf(element: ModdleElement, name: string): number | undefined {
  const value = element.get(name);
  return typeof value === 'number' ? value : undefined;
}
