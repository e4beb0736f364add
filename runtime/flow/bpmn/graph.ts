import { isObject } from '../../form/pointer.ts';
import type { Json, JsonObject } from '../../definition/json.ts';
import { elementOf, elementsOf, extensionOf, jsonOf, textOf, type ModdleElement } from './moddle.ts';
import type { Why } from './why.ts';

/** A drawn element that lines can meet, free of XML. */
export interface Node {
  readonly id: string;
  /** `UserTask`, `ExclusiveGateway` … */
  readonly type: string;
  readonly name: string;
  /** The key and the skeleton that we wrote on it; null on what others drew. */
  readonly own: { readonly key: string; readonly skeleton: JsonObject } | null;
  /** Drawn only because of its state. */
  readonly derived: boolean;
  readonly leadsTo: string;
  /** Of an event on a border that we drew: where its branches stand in the state. */
  readonly place: string;
  readonly inner: Node[];
  readonly outgoing: Edge[];
  readonly incoming: Edge[];
  /** Events on its border. */
  readonly border: Node[];
  readonly isBorder: boolean;
  readonly interrupts: boolean;
  readonly atAnyTime: boolean;
  /** `Timer`, `Message`, `Error` …; empty for a plain event. */
  readonly event: string;
  readonly time: string;
  readonly repeats: boolean;
  lane: string;
}

export interface Edge {
  readonly id: string;
  readonly name: string;
  readonly from: Node;
  to: Node;
  readonly written: { readonly place: string; readonly branch: Json | undefined } | null;
  readonly isDefault: boolean;
  readonly condition: string;
}

/** An element that was not taken as it was drawn, and why; the sentence is the designer's. */
export interface Left {
  readonly element: string;
  readonly type: string;
  readonly name: string;
  readonly why: Why;
}

export interface Graph {
  readonly id: string;
  readonly name: string;
  readonly skeleton: JsonObject | null;
  readonly nodes: Node[];
  readonly left: Left[];
}

const plainType = ({ $type }: ModdleElement): string => $type.replace(/^\w+:/, '');

export const leftOf = (element: ModdleElement, why: Why): Left => ({
  element: element.id ?? '',
  type: plainType(element),
  name: textOf(element, 'name'),
  why
});

/** Only what steers a case: data, notes and pools are named as left. */
const NODE = /(Task|Gateway|Event|SubProcess|Transaction|CallActivity)$/;

type Extended = (element: ModdleElement, type: 'State' | 'Branch' | 'Derived') => ModdleElement | undefined;

/** The largest process of a file as a graph; null when the file has none. */
export function graphOf(definitions: ModdleElement, isTrusted = true): Graph | null {
  const extended: Extended = (element, type) => (isTrusted ? extensionOf(element, type) : undefined);
  const roots = elementsOf(definitions, 'rootElements');
  const processes = roots.filter(({ $type }) => $type === 'bpmn:Process');
  const sizeOf = (element: ModdleElement): number =>
    elementsOf(element, 'flowElements').reduce((sum, inner) => sum + 1 + sizeOf(inner), 0);
  const [process, ...others] = processes.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  if (!process) return null;
  const left = others.filter((other) => sizeOf(other) > 0).map((other) => leftOf(other, 'one-process-only'));
  const collaborations = roots.filter(({ $type }) => $type === 'bpmn:Collaboration');
  for (const message of collaborations.flatMap((one) => elementsOf(one, 'messageFlows')))
    left.push(leftOf(message, 'message-between-pools'));
  const reading: Reading = { known: new Map(), left, extended };
  const nodes = nodesIn(process, reading);
  connect(process, reading);
  for (const laneSet of elementsOf(process, 'laneSets')) layLanes(laneSet, reading.known);
  const skeleton = jsonOf(extended(process, 'State'));
  return {
    id: process.id ?? '',
    name: textOf(process, 'name'),
    skeleton: isObject(skeleton) ? skeleton : null,
    nodes,
    left
  };
}

interface Reading {
  readonly known: Map<ModdleElement, Node>;
  readonly left: Left[];
  readonly extended: Extended;
}

function nodesIn(holder: ModdleElement, reading: Reading): Node[] {
  const { known, left, extended } = reading;
  const nodes: Node[] = [];
  for (const element of elementsOf(holder, 'flowElements')) {
    const type = plainType(element);
    if (type === 'SequenceFlow') continue;
    if (!NODE.test(type)) {
      left.push(leftOf(element, 'no-part-of-the-flow'));
      continue;
    }
    const node = nodeOf(element, nodesIn(element, reading), extended);
    known.set(element, node);
    nodes.push(node);
  }
  for (const artifact of elementsOf(holder, 'artifacts')) left.push(leftOf(artifact, 'no-part-of-the-flow'));
  return nodes;
}

function nodeOf(element: ModdleElement, inner: Node[], extended: Extended): Node {
  const type = plainType(element);
  const state = extended(element, 'State');
  const skeleton = jsonOf(state);
  const derived = extended(element, 'Derived');
  const [definition] = elementsOf(element, 'eventDefinitions');
  const time = definition && (elementOf(definition, 'timeDuration') ?? elementOf(definition, 'timeCycle'));
  return {
    id: element.id ?? '',
    type,
    name: textOf(element, 'name').replace(/\s+/g, ' ').trim(),
    own: state && isObject(skeleton) ? { key: textOf(state, 'key'), skeleton } : null,
    derived: derived !== undefined,
    leadsTo: derived ? textOf(derived, 'leadsTo') : '',
    place: derived ? textOf(derived, 'place') : '',
    inner,
    outgoing: [],
    incoming: [],
    border: [],
    isBorder: type === 'BoundaryEvent',
    interrupts: element.get('cancelActivity') !== false,
    atAnyTime: element.get('triggeredByEvent') === true,
    event: definition ? plainType(definition).replace(/EventDefinition$/, '') : '',
    time: time ? textOf(time, 'body') : '',
    repeats: elementOf(element, 'loopCharacteristics') !== undefined,
    lane: ''
  };
}

function connect(holder: ModdleElement, reading: Reading): void {
  const { known, left, extended } = reading;
  for (const element of elementsOf(holder, 'flowElements')) {
    const host = elementOf(element, 'attachedToRef');
    const node = known.get(element);
    if (node && host) known.get(host)?.border.push(node);
    if (plainType(element) !== 'SequenceFlow') {
      connect(element, reading);
      continue;
    }
    const from = elementOf(element, 'sourceRef');
    const to = elementOf(element, 'targetRef');
    const source = from && known.get(from);
    const target = to && known.get(to);
    if (!source || !target) {
      left.push(leftOf(element, 'leads-nowhere'));
      continue;
    }
    const branch = extended(element, 'Branch');
    const condition = elementOf(element, 'conditionExpression');
    const edge: Edge = {
      id: element.id ?? '',
      name: textOf(element, 'name').replace(/\s+/g, ' ').trim(),
      from: source,
      to: target,
      written: branch ? { place: textOf(branch, 'place'), branch: jsonOf(branch) } : null,
      isDefault: from !== undefined && elementOf(from, 'default') === element,
      condition: condition ? textOf(condition, 'body') : ''
    };
    source.outgoing.push(edge);
    target.incoming.push(edge);
  }
}

/** The innermost lane says who does it. */
function layLanes(laneSet: ModdleElement, known: ReadonlyMap<ModdleElement, Node>): void {
  for (const lane of elementsOf(laneSet, 'lanes')) {
    for (const element of elementsOf(lane, 'flowNodeRef')) {
      const node = known.get(element);
      if (node) node.lane = textOf(lane, 'name');
    }
    const inner = elementOf(lane, 'childLaneSet');
    if (inner) layLanes(inner, known);
  }
}
