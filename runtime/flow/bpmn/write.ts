import type { CaseType } from '../../definition/case-type.ts';
import { drawingOf, type Drawing, type Figure, type FigureKind, type Line } from './figures.ts';
import { labelsOf } from './labels.ts';
import { bpmn, withParents, type ModdleElement } from './moddle.ts';
import { namesOf, type Naming } from './names.ts';
import { boxesOf, type Box } from './places.ts';
import { wayOf } from './ways.ts';
import { skeletonOf } from './skeleton.ts';

/** What a drawing is made from: the flow, where things stand, and what they are called. */
export type Drawable = Pick<CaseType, 'flow' | 'layout'> &
  Naming & {
    /** The periods of named delays, so that other tools read a time. */
    readonly periods?: Readonly<Record<string, string>>;
  };

const TYPES: Readonly<Record<FigureKind, string>> = {
  step: 'UserTask',
  wait: 'ReceiveTask',
  automatic: 'ServiceTask',
  table: 'BusinessRuleTask',
  decision: 'ExclusiveGateway',
  crossing: 'ExclusiveGateway',
  end: 'EndEvent',
  'leads-to': 'EndEvent',
  phase: 'SubProcess',
  regions: 'SubProcess',
  'at-any-time': 'SubProcess',
  start: 'StartEvent',
  event: 'StartEvent',
  timer: 'BoundaryEvent',
  reminder: 'BoundaryEvent',
  message: 'BoundaryEvent',
  result: 'BoundaryEvent',
  failure: 'BoundaryEvent',
  condition: 'BoundaryEvent'
};

const DEFINITIONS: Partial<Record<FigureKind, string>> = {
  event: 'MessageEventDefinition',
  timer: 'TimerEventDefinition',
  reminder: 'TimerEventDefinition',
  message: 'MessageEventDefinition',
  result: 'SignalEventDefinition',
  failure: 'ErrorEventDefinition',
  condition: 'ConditionalEventDefinition'
};

/**
 * A flow as BPMN 2.0 with its drawing. Nothing of the flow is lost: what BPMN cannot say stands in extension elements,
 * and `readBpmn` gives the same flow back. Pure.
 */
export async function writeBpmn(given: Drawable): Promise<string> {
  const { xml } = await bpmn.toXML(toDefinitions(given), { format: true });
  return xml;
}

/** The same as a tree, which the canvas takes as it is. */
export function toDefinitions({ flow, layout, texts = {}, words = {}, periods = {} }: Drawable): ModdleElement {
  const make = (type: string, properties: Record<string, unknown> = {}): ModdleElement =>
    bpmn.create(`bpmn:${type}`, properties);
  const extended = (type: string, properties: Record<string, unknown>): ModdleElement =>
    make('ExtensionElements', { values: [bpmn.create(`smedja:${type}`, properties)] });
  const drawing = drawingOf(flow);
  const names = namesOf(drawing, { texts, words });
  const name = (id: string) => (names.has(id) ? { name: names.get(id) } : {});

  const process = make('Process', {
    id: 'flow',
    isExecutable: false,
    extensionElements: extended('State', { key: 'flow', json: JSON.stringify(skeletonOf(flow)) }),
    ...(texts['caseType.title'] && { name: texts['caseType.title'] })
  });
  const elements = new Map(
    drawing.figures.map((figure): [string, ModdleElement] => {
      const { id, kind, state } = figure;
      const extensionElements = state
        ? extended('State', { key: state.key, json: JSON.stringify(skeletonOf(state.config)) })
        : extended('Derived', {
            ...(kind === 'leads-to' && { leadsTo: targetOf(figure, drawing) }),
            ...(figure.on !== null && { place: placeInState(figure.place) })
          });
      return [id, make(TYPES[kind], { id, extensionElements, ...name(id), ...more(figure) })];
    })
  );

  function more({ kind, place }: Figure): Record<string, unknown> {
    const definition = DEFINITIONS[kind];
    const period = place.slice(place.lastIndexOf('/') + 1);
    const expression = (body: string) => make('FormalExpression', { body });
    const inner =
      kind === 'timer' || kind === 'reminder'
        ? { timeDuration: expression(periods[period] ?? period) }
        : kind === 'condition'
          ? { condition: expression('') }
          : {};
    return {
      ...(definition && { eventDefinitions: [make(definition, inner)] }),
      ...(kind === 'reminder' && { cancelActivity: false }),
      ...(kind === 'at-any-time' && { triggeredByEvent: true })
    };
  }

  const flows = drawing.lines.map((line): [Line, ModdleElement] => {
    const { branch, place } = line;
    const extensionElements = branch
      ? extended('Branch', { place: placeInState(place), json: JSON.stringify(branch) })
      : extended('Derived', {});
    const guard = branch?.guard
      ? { conditionExpression: make('FormalExpression', { body: JSON.stringify(branch.guard.params) }) }
      : {};
    const ends = { sourceRef: elements.get(line.from), targetRef: elements.get(line.to) };
    return [
      line,
      make('SequenceFlow', {
        id: line.id,
        extensionElements,
        ...name(line.id),
        ...guard,
        ...ends
      })
    ];
  });
  for (const [line, flow] of flows) {
    append(elements.get(line.from), 'outgoing', flow);
    append(elements.get(line.to), 'incoming', flow);
    if (line.isDefault) elements.get(line.from)?.set('default', flow);
  }
  const insides = new Map(drawing.figures.map(({ id, inside }) => [id, inside]));
  const holder = (id: string | null | undefined): ModdleElement => (id ? elements.get(id) : undefined) ?? process;
  for (const { id, inside, on } of drawing.figures) {
    append(holder(inside), 'flowElements', elements.get(id));
    if (on) elements.get(id)?.set('attachedToRef', elements.get(on));
  }
  for (const [line, flow] of flows) append(holder(insides.get(line.from)), 'flowElements', flow);

  const shown = { elements, flows, boxes: boxesOf(drawing, layout), layout };
  return withParents(
    make('Definitions', {
      id: 'definitions',
      targetNamespace: 'https://smedja.example/schema/bpmn/1',
      exporter: 'Smedja',
      rootElements: [process],
      diagrams: [diagramOf(process, drawing, shown)]
    })
  );

  function diagramOf(
    plane: ModdleElement,
    { figures, lines }: Drawing,
    { boxes }: { boxes: ReadonlyMap<string, Box> }
  ): ModdleElement {
    const borders = new Set(figures.filter(({ on }) => on !== null).map(({ id }) => id));
    const ways = new Map(lines.map((line) => [line.id, wayOf(line, { boxes, layout, borders })]));
    const labels = labelsOf(drawing, { boxes, ways, names });
    const label = (id: string) => {
      const box = labels.get(id);
      return box && { label: bpmn.create('bpmndi:BPMNLabel', { bounds: boundsOf(box) }) };
    };
    const shapes = figures.map((figure) => {
      const box = boxes.get(figure.id) ?? { x: 0, y: 0, w: 0, h: 0 };
      const isGroup = figure.kind === 'phase' || figure.kind === 'regions' || figure.kind === 'at-any-time';
      return bpmn.create('bpmndi:BPMNShape', {
        id: `${figure.id}.shape`,
        bpmnElement: elements.get(figure.id),
        ...(isGroup && { isExpanded: true }),
        bounds: boundsOf(box),
        ...label(figure.id)
      });
    });
    const edges = flows.map(([line, flow]) =>
      bpmn.create('bpmndi:BPMNEdge', {
        id: `${line.id}.edge`,
        bpmnElement: flow,
        waypoint: (ways.get(line.id) ?? []).map(([x, y]) => bpmn.create('dc:Point', { x, y })),
        ...label(line.id)
      })
    );
    const planeElement = bpmn.create('bpmndi:BPMNPlane', {
      id: 'plane',
      bpmnElement: plane,
      planeElement: [...shapes, ...edges]
    });
    return bpmn.create('bpmndi:BPMNDiagram', { id: 'diagram', plane: planeElement });
  }
}

const boundsOf = ({ x, y, w: width, h: height }: Box): ModdleElement =>
  bpmn.create('dc:Bounds', { x, y, width, height });

/** A place inside its own state: ids of states are unique, their pointers change when they move. */
const placeInState = (pointer: string): string => pointer.replace(/^(\/states\/[^/]+)+(?=\/)/, '');

function targetOf({ id }: Figure, { lines }: Drawing): string {
  return lines.find(({ to }) => to === id)?.branch?.target?.slice(1) ?? '';
}

function append(element: ModdleElement | undefined, name: string, value: unknown): void {
  const list = element?.get(name);
  if (Array.isArray(list)) list.push(value);
}
