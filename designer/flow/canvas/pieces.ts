import type { Json, JsonObject } from '#runtime/definition/json.ts';
import { sizeOf } from '#runtime/flow/bpmn/places.ts';
import type { Piece } from './piece-names.ts';
import type { ElementFactoryService, FactoryService, Services, Shown } from './services.ts';

/** What a step, a wait, an automation, a table, a decision and an end can be made into one another. */
export const LEAVES = ['step', 'wait', 'automatic', 'table', 'decision', 'end'] as const;
export type Leaf = (typeof LEAVES)[number];

export const TYPES: Readonly<Record<Piece | Leaf, string>> = {
  step: 'bpmn:UserTask',
  automatic: 'bpmn:ServiceTask',
  table: 'bpmn:BusinessRuleTask',
  wait: 'bpmn:ReceiveTask',
  decision: 'bpmn:ExclusiveGateway',
  regions: 'bpmn:SubProcess',
  phase: 'bpmn:SubProcess',
  end: 'bpmn:EndEvent',
  timer: 'bpmn:BoundaryEvent',
  reminder: 'bpmn:BoundaryEvent',
  'at-any-time': 'bpmn:SubProcess'
};

const SKELETONS: Readonly<Partial<Record<Piece | Leaf, JsonObject>>> = {
  step: { meta: { waitsFor: 'caseworker', role: 'caseworker' } },
  wait: { meta: { waitsFor: 'authority' } },
  automatic: { meta: { waitsFor: 'system' }, invoke: { id: '', src: 'http', input: { connector: 'koppling' } } },
  table: { invoke: { id: '', src: 'decision', input: { table: '' } } },
  decision: { always: [] },
  regions: { type: 'parallel', states: {} },
  phase: { initial: 0, states: {} },
  end: { type: 'final' }
};

const PERIODS: Readonly<Partial<Record<Piece, string>>> = { timer: 'P14D', reminder: 'P7D' };

/** A new shape, for bpmn-js to put on the canvas. */
export function shapeOf(piece: Piece, services: Services): Shown {
  const factory = services.get<FactoryService>('bpmnFactory');
  const skeleton = SKELETONS[piece];
  const period = PERIODS[piece];
  const isGroup = piece === 'phase' || piece === 'regions' || piece === 'at-any-time';
  const businessObject = factory.create(TYPES[piece], {
    ...(skeleton && { extensionElements: stateExtension(factory, '', skeleton) }),
    ...(piece === 'reminder' && { cancelActivity: false }),
    ...(piece === 'at-any-time' && { triggeredByEvent: true }),
    ...(period && {
      eventDefinitions: [
        factory.create('bpmn:TimerEventDefinition', {
          timeDuration: factory.create('bpmn:FormalExpression', { body: period })
        })
      ]
    })
  });
  const { w: width, h: height } = sizeOf(piece);
  return services
    .get<ElementFactoryService>('elementFactory')
    .createShape({ type: TYPES[piece], businessObject, width, height, ...(isGroup && { isExpanded: true }) });
}

export const stateExtension = (factory: FactoryService, key: string, skeleton: JsonObject) =>
  factory.create('bpmn:ExtensionElements', {
    values: [factory.create('smedja:State', { key, json: JSON.stringify(skeleton) })]
  });

/** The skeleton of a state that becomes another kind: what still means something comes along. */
export function asLeaf(skeleton: JsonObject, leaf: Leaf): JsonObject {
  const { meta, entry, exit, on, after } = skeleton;
  const fresh = SKELETONS[leaf] ?? {};
  const { waitsFor: _, role: _whose, ...kept } = isMeta(meta) ? meta : {};
  const own = { ...kept, ...(isMeta(fresh.meta) ? fresh.meta : {}) };
  const part = (name: string, value: Json | undefined) => (value === undefined ? {} : { [name]: value });
  const isPerson = leaf === 'step' || leaf === 'wait';
  return {
    ...fresh,
    ...(Object.keys(own).length > 0 && { meta: own }),
    ...(leaf !== 'decision' && part('entry', entry)),
    ...(leaf !== 'decision' && leaf !== 'end' && part('exit', exit)),
    ...(isPerson && part('on', on)),
    ...(leaf !== 'decision' && leaf !== 'end' && part('after', after))
  };
}

const isMeta = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
